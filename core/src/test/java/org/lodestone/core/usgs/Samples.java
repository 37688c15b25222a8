package org.lodestone.core.usgs;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Small files in the shapes of the releases. The figures of that of 2022 are invented. */
final class Samples {

    static final String LONG = "MCS2026_Commodities_Data.csv";
    static final String WIDE = "MCS2025_World_Data.csv";
    static final String GALLIUM_2024 = "mcs2024-galli_world.csv";
    static final String GALLIUM_SALIENT_2024 = "mcs2024-galli_salient.csv";
    static final String SAMPLE_2022 = "mcs2022-chrom_world.csv";

    private Samples() {}

    static UsgsReading read(String... names) {
        return UsgsReader.read(Stream.of(names).map(Samples::file).toList());
    }

    static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Samples.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
