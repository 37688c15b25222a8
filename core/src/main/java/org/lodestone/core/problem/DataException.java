package org.lodestone.core.problem;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Data cannot be used as they are: a dataset or a file that is read, or rows that were put together. The message lists why. */
public final class DataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** At least one. */
    private final ImmutableList<Problem> problems;

    /** Takes all problems that were met, at least one; each is a line of the message. */
    public DataException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(joining("\n")));
        this.problems = ImmutableList.copyOf(problems);
    }

    /** Takes a place, and a reason that reads on after it: {@code is empty. Write a header and rows.} */
    public DataException(String place, String reason) {
        this(ImmutableList.of(Problem.at(place, reason)));
    }

    /** The same, with what found it out. */
    public DataException(String place, String reason, Throwable cause) {
        this(place, reason);
        initCause(cause);
    }

    /** The problems, each with its place, the value found and the remedy. */
    public ImmutableList<Problem> problems() {
        return problems;
    }
}
