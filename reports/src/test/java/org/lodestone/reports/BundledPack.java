package org.lodestone.reports;

import com.google.common.base.Suppliers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;

/** The pack of a bundled dataset as it is: read, analysed and made once, for all tests. */
public final class BundledPack {

    private static final Map<String, BundledPack> READ = new ConcurrentHashMap<>();

    private final ResearchPack pack;
    private final Supplier<Report> report;

    private BundledPack(String name) {
        pack = ResearchPack.of(Datasets.read(Path.of("../examples/data", name)).orElseThrow())
                .withSheets(ResearchPack.Sheets.ALL);
        report = Suppliers.memoize(pack::report);
    }

    public static BundledPack of(String name) {
        return READ.computeIfAbsent(name, BundledPack::new);
    }

    /** The pack, of which another can be made with a part more. */
    public ResearchPack pack() {
        return pack;
    }

    public Dataset dataset() {
        return pack.analyses().dataset();
    }

    public Analyses analyses() {
        return pack.analyses();
    }

    public Report report() {
        return report.get();
    }
}
