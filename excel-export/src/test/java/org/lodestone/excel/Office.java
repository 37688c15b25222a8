package org.lodestone.excel;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
            <item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
            </oor:items>
            """;

    /** What the program reads of a profile to find the macro, by where it lies. */
    private static final Map<String, String> MACROS = Map.of(
            "basic/script.xlc", """
            <?xml version="1.0" encoding="UTF-8"?>
            <library:libraries xmlns:library="http://openoffice.org/2000/library">
             <library:library library:name="Standard" library:link="false"/>
            </library:libraries>
            """,
            "basic/Standard/script.xlb", """
            <?xml version="1.0" encoding="UTF-8"?>
            <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard">
             <library:element library:name="Typing"/>
            </library:library>
            """);

    /**
     * Opens a workbook, and types into it as often as asked. Each time all of its sheets are written as CSV, texts in quotes and numbers in
     * full, and what was typed is taken back.
     */
    private static final String MACRO = """
            <?xml version="1.0" encoding="UTF-8"?>
            <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Typing" script:language="StarBasic"><![CDATA[
            Dim book As Object, cells As New Collection, before As New Collection

            Sub Main
              Dim hidden(0) As New com.sun.star.beans.PropertyValue
              hidden(0).Name = "Hidden" : hidden(0).Value = True
              book = StarDesktop.loadComponentFromURL("%s", "_blank", 0, hidden())
            %s
              book.close(True)
              StarDesktop.terminate()
            End Sub

            Function Cell(sheet As String, at As String)
              Cell = book.Sheets.getByName(sheet).getCellRangeByName(at)
              cells.Add(Cell) : before.Add(Cell.Formula)
            End Function

            Sub Store(url As String)
              Dim csv(1) As New com.sun.star.beans.PropertyValue
              csv(0).Name = "FilterName" : csv(0).Value = "Text - txt - csv (StarCalc)"
              csv(1).Name = "FilterOptions" : csv(1).Value = "44,34,76,1,,0,true,true,false,false,false,-1"
              book.storeToURL(url, csv())
              Do While cells.Count > 0
                cells(1).Formula = before(1)
                cells.Remove(1) : before.Remove(1)
              Loop
            End Sub
            ]]></script:module>
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
        Path out = folder.resolve("recalculated-" + locale);
        List<String> arguments = new ArrayList<>(
                List.of("--calc", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out.toString()));
        workbooks.forEach(workbook -> arguments.add(workbook.toString()));
        run(profile(locale), arguments, 5 + workbooks.size() / 3);
        return workbooks.stream().map(w -> out.resolve(w.getFileName())).toList();
    }

    /**
     * Has a workbook opened and recalculated, and types into it: for each edit, {@code 0-Control.csv} has the sheet as it is after the first.
     *
     * @param edits texts, where an empty one empties a cell, numbers, and {@link Cells.Cell} for formulas
     */
    static void type(Path workbook, Collection<Map<Spot, Object>> edits, Path folder) throws IOException {
        Path profile = profile("en-US");
        StringBuilder steps = new StringBuilder();
        int count = 0;
        for (Map<Spot, Object> edit : edits) {
            edit.forEach((spot, typed) -> steps.append(
                    "Cell(%s, %s).%s\n".formatted(quoted(spot.sheet()), quoted(spot.address()), assigned(typed))));
            steps.append("Store(%s)\n"
                    .formatted(quoted(folder.resolve(count++ + ".csv").toUri())));
        }
        Files.writeString(
                profile.resolve("user/basic/Standard/Typing.xba"),
                MACRO.formatted(workbook.toAbsolutePath().toUri(), steps));
        run(profile, List.of("macro:///Standard.Typing.Main"), 5);
    }

    private static String assigned(Object typed) {
        if (typed instanceof Cells.Cell cell) {
            return "Formula = " + quoted("=" + cell.formula());
        }
        return typed instanceof Double ? "Value = " + typed : "String = " + quoted(typed);
    }

    private static String quoted(Object text) {
        return "\"" + text.toString().replace("\"", "\"\"") + "\"";
    }

    private static void run(Path profile, List<String> arguments, int minutes) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("soffice", "-env:UserInstallation=" + profile.toUri(), "--headless", "--norestore"));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("LibreOffice did not finish within " + minutes + " minutes.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
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
            Path user = profile.resolve("user");
            Files.createDirectories(user.resolve("basic/Standard"));
            for (Map.Entry<String, String> file : MACROS.entrySet()) {
                Files.writeString(user.resolve(file.getKey()), file.getValue());
            }
            Files.writeString(
                    user.resolve("registrymodifications.xcu"),
                    PROFILE.formatted(locale, locale),
                    StandardCharsets.UTF_8);
        }
        return profile;
    }
}
