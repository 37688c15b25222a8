package org.lodestone.excel.fuzz;

import java.nio.file.Path;
import java.time.LocalDate;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.fundamentals.Fundamentals;
import org.lodestone.core.fundamentals.FundamentalsFile;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.fundamentals.Mapping;
import org.lodestone.core.problem.DataException;
import org.lodestone.excel.read.WorkbookFormat;

/** The companies that are known before a file is read. */
final class Companies {

    private static final Dataset DATASET =
            Datasets.read(Path.of("../examples/data/rare-earths")).orElseThrow();

    private Companies() {}

    static Fundamentals read(Path file, Program program, Mapping mapping) {
        return FundamentalsFile.of(file, program)
                .mapping(mapping)
                .date(LocalDate.of(2025, 10, 31))
                .formats(WorkbookFormat.INSTANCE)
                .read(DATASET);
    }

    /** The mapping in a file; none where it has a problem. */
    static Mapping mapping(Path file) {
        try {
            return Mapping.read(file);
        } catch (DataException e) {
            return Mapping.NONE;
        }
    }
}
