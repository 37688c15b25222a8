package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A pack does not depend on where the command is run; that the largest does not is held where packs are written. */
@Isolated("it sets the locale of all of Java")
class AnyLocaleTest {

    @TempDir
    private Path folder;

    private static byte[] pack(Path file) throws IOException {
        assertThat(Cli.run("pack", "gallium", "-o", file.toString()).code()).isZero();
        return Files.readAllBytes(file);
    }

    @Test
    void the_same_dataset_gives_the_same_bytes_under_any_locale_and_time_zone() throws IOException {
        byte[] expected = pack(folder.resolve("here.xlsx"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : new String[] {"de-DE", "tr-TR", "ar-EG-u-nu-arab"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));

                assertThat(pack(folder.resolve(tag + ".xlsx"))).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
