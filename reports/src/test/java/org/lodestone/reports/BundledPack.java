package org.lodestone.reports;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;

/** The pack of a bundled dataset as it is: made once, for all tests. */
public record BundledPack(Dataset dataset, Report report) {

    private static final Map<String, BundledPack> MADE = new ConcurrentHashMap<>();

    public static BundledPack of(String name) {
        return MADE.computeIfAbsent(name, BundledPack::made);
    }

    private static BundledPack made(String name) {
        Dataset dataset = Datasets.read(Path.of("../examples/data", name)).orElseThrow();
        return new BundledPack(dataset, ResearchPack.of(dataset).report());
    }
}
