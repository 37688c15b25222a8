package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;

/**
 * A dataset as far as it could be read, every problem that was met, and what was put right.
 *
 * @param dataset without the rows that could not be read; empty when {@code datapackage.json} could not be read
 * @param problems by file, then by line
 * @param notes what should be corrected in the files, but was read as it was meant; by file, then by line
 */
public record Reading(Optional<Dataset> dataset, ImmutableList<Problem> problems, ImmutableList<Problem> notes) {

    /** The dataset, if it was read without a problem. */
    public Dataset orElseThrow() {
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        return dataset.orElseThrow();
    }

    @Override
    public String toString() {
        return OneLine.of(
                dataset.map(Dataset::toString).orElse("not read"),
                OneLine.count(problems, "problem"),
                OneLine.count(notes, "note"));
    }
}
