package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.FutureTask;
import org.apache.poi.util.LocaleUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;

/** A pack does not depend on where it is made. */
@Isolated("it sets the locale of all of Java")
class AnyLocaleTest {

    private static byte[] pack(String name) throws IOException {
        Dataset dataset = Datasets.read(Path.of("../examples/data", name)).orElseThrow();
        ByteArrayOutputStream pack = new ByteArrayOutputStream();
        Workbooks.write(
                ResearchPack.of(dataset).withSheets(ResearchPack.Sheets.ALL).report(), pack);
        return pack.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"de, Europe/Berlin, lithium", "tr, Pacific/Apia, rare-earths", "ar-EG-u-nu-arab, Asia/Riyadh, lithium"})
    void the_same_bytes_come_out_under_any_locale_and_time_zone(String locale, String zone, String name)
            throws IOException {
        byte[] expected = Files.readAllBytes(Bundled.pack(name).file());
        Locale before = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(pack(name)).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
            TimeZone.setDefault(zoneBefore);
        }
    }

    /** POI keeps them by thread, and where none is set it takes Java's. */
    @Test
    void the_locale_and_time_zone_that_a_host_has_set_for_poi_are_as_they_were_or_still_not_set() throws Exception {
        Locale before = Locale.getDefault();
        LocaleUtil.setUserLocale(Locale.GERMANY);
        LocaleUtil.setUserTimeZone(TimeZone.getTimeZone("Europe/Berlin"));
        FutureTask<Locale> unset = new FutureTask<>(() -> {
            work();
            Locale.setDefault(Locale.KOREA);
            return LocaleUtil.getUserLocale();
        });
        try {
            work();
            new Thread(unset).start();

            assertThat(unset.get()).isEqualTo(Locale.KOREA);
            assertThat(LocaleUtil.getUserLocale()).isEqualTo(Locale.GERMANY);
            assertThat(LocaleUtil.getUserTimeZone().getID()).isEqualTo("Europe/Berlin");
        } finally {
            Locale.setDefault(before);
            LocaleUtil.resetUserLocale();
            LocaleUtil.resetUserTimeZone();
        }
    }

    /** Writes a pack, fails to write one, and reads one. */
    private static void work() throws IOException {
        pack("gallium");
        Report tooLong = WorkbooksTest.report("a", Formula.text("x".repeat(10_000)));
        assertThatThrownBy(() -> Workbooks.write(tooLong, OutputStream.nullOutputStream()))
                .hasMessageContaining(" characters, and a cell takes ");
        PackReader.read(Bundled.pack("gallium").file());
    }
}
