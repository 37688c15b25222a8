package org.lodestone.excel;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * Chromium without a window, and without a network.
 *
 * <p>Where it is not installed, the tests that need it say so and are skipped; with the system property
 * {@code lodestone.browser=true} they fail instead.
 */
final class Browser {

    private static final Supplier<Optional<String>> INSTALLED =
            Suppliers.memoize(() -> List.of("chromium", "chromium-browser", "google-chrome").stream()
                    .filter(Browser::answers)
                    .findFirst());

    /** The colours that a reader asks pages for. */
    enum Scheme {
        DARK,
        LIGHT;

        private String asked() {
            return "--blink-settings=preferredColorScheme=" + ordinal();
        }
    }

    private Browser() {}

    /** Skips the test where no browser is there, unless one is required. */
    static void assumeInstalled() {
        if (!Boolean.parseBoolean(System.getProperty("lodestone.browser", "false"))) {
            Assumptions.assumeTrue(INSTALLED.get().isPresent(), "Chromium is not installed: the page is not opened.");
        } else if (INSTALLED.get().isEmpty()) {
            throw new AssertionError("Chromium is required but not installed.");
        }
    }

    private static boolean answers(String program) {
        try {
            Process process = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page as it stands once its scripts have run. */
    static String opened(Path page) throws IOException {
        return opened(page, Scheme.LIGHT);
    }

    /** The same for a reader who asks for these colours. */
    static String opened(Path page, Scheme scheme) throws IOException {
        Path out = Files.createTempFile(page.getParent(), "opened", ".html");
        run(out, "--dump-dom", scheme.asked(), page.toUri().toString());
        return Files.readString(out);
    }

    /** How many sheets of paper a page takes. */
    static int printedPages(Path page) throws IOException {
        Path pdf = page.resolveSibling("printed.pdf");
        run(
                page.resolveSibling("printed.log"),
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf,
                page.toUri().toString());
        String file = Files.readString(pdf, StandardCharsets.ISO_8859_1);
        return (int) file.lines().filter(line -> line.endsWith("/Type /Page")).count();
    }

    private static void run(Path out, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                INSTALLED.get().orElseThrow(),
                "--headless",
                "--no-sandbox", // it may be run by root, in a container
                "--disable-gpu",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir="
                        + Files.createTempDirectory(out.toAbsolutePath().getParent(), "browser"),
                "--virtual-time-budget=3000"));
        command.addAll(List.of(args));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("The browser did not finish within a minute.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
