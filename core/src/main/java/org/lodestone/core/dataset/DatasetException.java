package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** A dataset has problems. The message lists them, one a line. */
public final class DatasetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ImmutableList<Problem> problems;

    /** What was met, of which there is at least one. */
    public DatasetException(ImmutableList<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = problems;
    }

    public ImmutableList<Problem> problems() {
        return problems;
    }
}
