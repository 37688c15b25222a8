package org.lodestone.excel;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * LibreOffice, as the independent program that recalculates workbooks.
 *
 * <p>Where it is not installed, the tests that need it say so and are skipped; with the system property
 * {@code lodestone.office=true} they fail instead.
 */
final class Office {

    private static final String PROFILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooLocale" oor:op="fuse"><value>%s</value></prop></item>
            <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>%s</value></prop></item>
            </oor:items>
            """;

    /** The settings that stand ready; with settings to make, the program takes half as long again. */
    private static final Set<Path> PREPARED = ConcurrentHashMap.newKeySet();

    private static final Supplier<Boolean> INSTALLED = Suppliers.memoize(Office::isInstalled);

    private Office() {}

    /** Skips the test where LibreOffice is missing, unless it is required. */
    static void assumeInstalled() {
        if (!Boolean.parseBoolean(System.getProperty("lodestone.office", "false"))) {
            Assumptions.assumeTrue(INSTALLED.get(), "LibreOffice (soffice) is not installed: not recalculated.");
        } else if (!INSTALLED.get()) {
            throw new AssertionError("LibreOffice (soffice) is required but not installed.");
        }
    }

    static boolean isThere() {
        return INSTALLED.get();
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("soffice", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has a workbook recalculated under a locale such as {@code de-DE}, and returns the file that was saved. */
    static Path recalculate(Path workbook, String locale, Path folder) throws IOException {
        return recalculate(List.of(workbook), locale, folder).get(0);
    }

    /** Has several workbooks recalculated in one start of the program. */
    static List<Path> recalculate(List<Path> workbooks, String locale, Path folder) throws IOException {
        Path profile = profile(locale);
        Path out = folder.resolve("recalculated-" + locale);
        List<String> command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + profile.toUri(),
                "--headless",
                "--norestore",
                "--calc",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                out.toString()));
        workbooks.forEach(workbook -> command.add(workbook.toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int minutes = 5 + workbooks.size() / 3;
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("LibreOffice did not finish within " + minutes + " minutes.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return workbooks.stream().map(w -> out.resolve(w.getFileName())).toList();
    }

    /**
     * The folder of the program's settings for a locale, in which it recalculates all that it opens. Each thread has its own, since
     * the program does not start twice with one.
     */
    private static Path profile(String locale) throws IOException {
        Path profile = Path.of(
                        "target",
                        "office-" + locale + "-" + Thread.currentThread().getName())
                .toAbsolutePath();
        if (PREPARED.add(profile)) {
            Path user = Files.createDirectories(profile.resolve("user"));
            Files.writeString(
                    user.resolve("registrymodifications.xcu"),
                    PROFILE.formatted(locale, locale),
                    StandardCharsets.UTF_8);
        }
        return profile;
    }
}
