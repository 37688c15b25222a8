package org.lodestone.excel;

import com.google.common.base.Stopwatch;
import com.google.common.base.Suppliers;
import com.sun.star.beans.PropertyValue;
import com.sun.star.bridge.XUnoUrlResolver;
import com.sun.star.comp.helper.Bootstrap;
import com.sun.star.connection.NoConnectException;
import com.sun.star.frame.XComponentLoader;
import com.sun.star.frame.XStorable;
import com.sun.star.lang.XComponent;
import com.sun.star.uno.UnoRuntime;
import com.sun.star.uno.XComponentContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * LibreOffice, as the independent program that recalculates workbooks. It is started once for each thread and locale, runs to the end
 * of the tests, and is asked through its interface for Java, UNO.
 *
 * <p>Where it is not installed, the tests that need it say so and are skipped; with the system property
 * {@code lodestone.office=true} they fail instead.
 */
final class Office {

    /** Settings by which it recalculates all that it opens. */
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
            <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooLocale" oor:op="fuse"><value>%s</value></prop></item>
            <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>%s</value></prop></item>
            <item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
            </oor:items>
            """;

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Supplier<Boolean> INSTALLED = Suppliers.memoize(Office::isInstalled);

    private static final ThreadLocal<Map<String, Office>> RUNNING = ThreadLocal.withInitial(HashMap::new);

    private final XComponentLoader desktop;
    private final Map<Path, OpenWorkbook> kept = new HashMap<>();

    private Office(XComponentLoader desktop) {
        this.desktop = desktop;
    }

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

    // ---------------------------------------------------------------- the program

    /** That of this thread under a locale such as {@code de-DE}. */
    static Office in(String locale) {
        return RUNNING.get().computeIfAbsent(locale, Office::started);
    }

    private static Office started(String locale) {
        try {
            int port = freePort();
            Process process = new ProcessBuilder(
                            "soffice",
                            "-env:UserInstallation=" + settings(locale).toUri(),
                            "--headless",
                            "--norestore",
                            "--accept=" + at(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }));
            return new Office(desktop(process, "uno:" + at(port) + "StarOffice.ComponentContext"));
        } catch (IOException e) {
            throw new UncheckedIOException("LibreOffice does not start.", e);
        }
    }

    private static String at(int port) {
        return "socket,host=127.0.0.1,port=" + port + ",tcpNoDelay=1;urp;";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A folder of settings for a program of its own: it does not start twice with one. */
    private static Path settings(String locale) throws IOException {
        Path folder = Files.createTempDirectory(TARGET, "office-");
        Files.writeString(
                Files.createDirectories(folder.resolve("user")).resolve("registrymodifications.xcu"),
                SETTINGS.formatted(locale, locale));
        return folder;
    }

    private static XComponentLoader desktop(Process process, String address) throws IOException {
        try {
            XComponentContext here = Bootstrap.createInitialComponentContext(null);
            XUnoUrlResolver resolver = service(XUnoUrlResolver.class, here, "com.sun.star.bridge.UnoUrlResolver");
            Stopwatch watch = Stopwatch.createStarted();
            while (process.isAlive() && watch.elapsed().compareTo(PATIENCE) < 0) {
                try {
                    XComponentContext there =
                            UnoRuntime.queryInterface(XComponentContext.class, resolver.resolve(address));
                    return service(XComponentLoader.class, there, "com.sun.star.frame.Desktop");
                } catch (NoConnectException e) {
                    Thread.sleep(50);
                }
            }
        } catch (Exception e) {
            throw new IOException("LibreOffice cannot be asked.", e);
        }
        throw new IOException("LibreOffice does not answer.");
    }

    private static <T> T service(Class<T> type, XComponentContext context, String name)
            throws com.sun.star.uno.Exception {
        return UnoRuntime.queryInterface(type, context.getServiceManager().createInstanceWithContext(name, context));
    }

    // ---------------------------------------------------------------- workbooks

    /** Opens what the cells of a workbook hold, every result of which is wrong until it is recalculated. */
    OpenWorkbook open(Path workbook) throws IOException {
        return new OpenWorkbook(document(Recalculation.bare(workbook)), Cells.of(workbook));
    }

    /** A workbook that stays open to the end of the tests, so that it is opened once for all edits of it. */
    OpenWorkbook keptOpen(Path workbook) throws IOException {
        OpenWorkbook open = kept.get(workbook);
        if (open == null) {
            open = open(workbook);
            kept.put(workbook, open);
        }
        return open;
    }

    /** Has a workbook recalculated and saved as the program saves it. */
    Path saved(Path workbook, Path copy) throws IOException {
        XComponent document = document(workbook);
        try {
            UnoRuntime.queryInterface(XStorable.class, document)
                    .storeToURL(url(copy), properties("FilterName", "Calc MS Excel 2007 XML"));
        } catch (com.sun.star.io.IOException e) {
            throw new IOException("LibreOffice cannot save " + copy + ".", e);
        } finally {
            document.dispose();
        }
        return copy;
    }

    private XComponent document(Path workbook) throws IOException {
        try {
            return desktop.loadComponentFromURL(url(workbook), "_blank", 0, properties("Hidden", true));
        } catch (com.sun.star.io.IOException e) {
            throw new IOException("LibreOffice cannot open " + workbook + ".", e);
        }
    }

    private static String url(Path file) {
        return file.toAbsolutePath().toUri().toString();
    }

    private static PropertyValue[] properties(String name, Object value) {
        PropertyValue property = new PropertyValue();
        property.Name = name;
        property.Value = value;
        return new PropertyValue[] {property};
    }
}
