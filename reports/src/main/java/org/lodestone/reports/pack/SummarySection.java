package org.lodestone.reports.pack;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.report.Part;

/** The argument on one page: what the note claims, whether it holds, what has changed, what is not known. */
final class SummarySection {

    private SummarySection() {}

    static Optional<Part> of(Dataset dataset) {
        return Optional.empty();
    }
}
