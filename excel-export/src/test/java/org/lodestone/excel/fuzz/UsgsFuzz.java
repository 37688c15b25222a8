package org.lodestone.excel.fuzz;

import java.nio.file.Path;
import java.util.List;
import org.lodestone.core.usgs.UsgsReader;
import org.lodestone.core.usgs.UsgsReading;

/** Releases of the USGS, in each of their shapes. */
public final class UsgsFuzz {

    private static final Path SAMPLES = Path.of("../core/src/test/resources/org/lodestone/core/usgs");
    private static final List<String> NAMES = List.of(
            "mcs2024-galli_world.csv",
            "mcs2024-galli_salient.csv",
            "mcs2022-chrom_world.csv",
            "MCS2025_World_Data.csv",
            "MCS2026_Commodities_Data.csv");
    private static final List<String> TEXTS =
            NAMES.stream().map(SAMPLES::resolve).map(Scratch::text).toList();

    private static final Scratch SCRATCH = new Scratch();

    private UsgsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Changes changes = new Changes(data);
        int which = changes.below(NAMES.size());
        Path file = SCRATCH.write(NAMES.get(which), changes.encoded(changes.in(TEXTS.get(which))));
        UsgsReading reading = UsgsReader.read(List.of(file));
        for (String commodity : reading.commodities()
                .asList()
                .subList(0, Math.min(1, reading.commodities().size()))) {
            reading.of(commodity).dataset("fuzz", commodity);
        }
    }
}
