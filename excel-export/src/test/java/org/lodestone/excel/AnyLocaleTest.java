package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetReader;
import org.lodestone.reports.pack.ResearchPack;

/** A pack does not depend on where it is made. */
@Isolated("it sets the locale of all of Java")
class AnyLocaleTest {

    private static byte[] expected = {};

    @BeforeAll
    static void read_a_pack_that_was_written_here() throws IOException {
        expected = Files.readAllBytes(RareEarths.pack().file());
    }

    private static byte[] pack() throws IOException {
        Dataset dataset =
                DatasetReader.read(Path.of("../examples/data/rare-earths")).orElseThrow();
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        Workbooks.write(ResearchPack.of(dataset).report(), RareEarths.DATE, pack);
        return pack.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"de, Europe/Berlin", "tr, Pacific/Apia", "ar-EG-u-nu-arab, Asia/Riyadh"})
    void the_same_bytes_come_out_under_any_locale_and_time_zone(String locale, String zone) throws IOException {
        Locale before = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(pack()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
            TimeZone.setDefault(zoneBefore);
        }
    }
}
