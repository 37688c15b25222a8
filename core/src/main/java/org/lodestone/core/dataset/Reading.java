package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What could be read of a dataset, and every problem that was met.
 *
 * @param dataset without the rows that could not be read; empty when {@code datapackage.json} could not be read
 * @param problems by file, then by line
 */
public record Reading(Optional<Dataset> dataset, ImmutableList<Problem> problems) {

    /** The dataset, if it was read without a problem. */
    public Dataset orElseThrow() {
        if (!problems.isEmpty()) {
            throw new DatasetException(problems);
        }
        return dataset.orElseThrow();
    }
}
