package org.lodestone.core.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the bytes of a file, reading never throws, and never loses a row without a word. */
class BrokenBytesTest {

    private static final byte[] NASTY = "\",;\n\r\0\u00e9-—{}[]:O1 \uFEFF".getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"figures.csv", "sources.csv", "stages.csv", "measures.csv", "datapackage.json"})
    void a_few_changed_bytes(String name, @TempDir Path folder) throws IOException {
        TinyDataset.in(folder).read().orElseThrow();
        byte[] sound = Files.readAllBytes(folder.resolve(name));
        Random random = new Random(20261125);
        for (int trial = 0; trial < 300; trial++) {
            byte[] broken = sound.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                broken[random.nextInt(broken.length)] = NASTY[random.nextInt(NASTY.length)];
            }
            Files.write(folder.resolve(name), broken);

            Reading reading = Datasets.read(folder);

            boolean complete = reading.dataset()
                    .filter(dataset ->
                            dataset.figures().size() == 2 && dataset.sources().size() == 2)
                    .isPresent();
            assertThat(complete || !reading.problems().isEmpty())
                    .as(new String(broken, UTF_8))
                    .isTrue();
        }
    }

    @Test
    void many_broken_quotes_take_no_longer_than_many_lines(@TempDir Path folder) {
        String[] rows = new String[10_000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "mine-production,\"China,2024,,MCS2025,,270000,t REO,reported,,usgs-2025,read";
        }

        assertThat(TinyDataset.in(folder).figures(rows).problems()).hasSize(rows.length);
    }
}
