package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.examples.cli.Cli.Result;

/** The table and the page of the guide, compiled from the guide into a jar, through every command that reads a dataset. */
class ExtensionsTest {

    private static final Path PAGE = Path.of("docs", "guide", "5-your-own.md");
    private static final Pattern FILES = Pattern.compile("(?ms)^<!-- (recycling/\\S+) -->\\R```\\w+\\R(.*?)^```");
    private static final String SERVICE = "META-INF/services/org.lodestone.reports.pack.Extension";

    @TempDir
    private static Path built;

    @TempDir
    private Path folder;

    private static Path classes;
    private static Path jar;
    private static String rows;

    private Path magnets;

    @BeforeAll
    static void build_the_jar_from_the_guide_alone() throws IOException {
        classes = Files.createDirectory(built.resolve("classes"));
        Map<String, String> files = new TreeMap<>();
        for (MatchResult file : FILES.matcher(Files.readString(PAGE)).results().toList()) {
            files.put(file.group(1), file.group(2));
        }
        assertThat(files.keySet())
                .containsExactly(
                        "recycling/Plant.java",
                        "recycling/Recycling.java",
                        "recycling/RecyclingPage.java",
                        "recycling/plants.csv");
        rows = files.remove("recycling/plants.csv");
        compile(classes, files);
        jar = jar("recycling.jar", classes, "recycling.Recycling");
    }

    private static void compile(Path to, Map<String, String> files) throws IOException {
        Path sources = Files.createTempDirectory(built, "sources");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path source = sources.resolve(file.getKey());
            Files.createDirectories(source.getParent());
            Files.writeString(source, file.getValue());
        }
        List<String> arguments = Stream.concat(
                        Stream.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", to.toString()),
                        files.keySet().stream()
                                .map(name -> sources.resolve(name).toString()))
                .toList();
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    /** A jar of some classes, which names an extension. */
    private static Path jar(String name, Path classes, String extension) throws IOException {
        Path file = built.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file));
                Stream<Path> inside = Files.walk(classes)) {
            for (Path one : inside.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(one).toString().replace('\\', '/')));
                Files.copy(one, out);
            }
            out.putNextEntry(new JarEntry(SERVICE));
            out.write(extension.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    @BeforeEach
    void start_a_dataset_add_the_table_and_list_it_by_the_entry_that_check_prints() throws IOException {
        magnets = dataset("magnets", "--figures");
    }

    private Path dataset(String name, String... options) throws IOException {
        Cli.run(Stream.concat(Stream.of("new", name, "--in", folder.toString()), Stream.of(options))
                .toArray(String[]::new));
        Path dataset = folder.resolve(name);
        Files.writeString(dataset.resolve("plants.csv"), rows);
        String unlisted = run("check", dataset.toString()).out();
        Matcher entry = Pattern.compile("add to its resources: (\\{.*})").matcher(unlisted);
        assertThat(entry.find()).as(unlisted).isTrue();
        Cli.replace(dataset.resolve("datapackage.json"), "\"resources\": [", "\"resources\": [" + entry.group(1) + ",");
        return dataset;
    }

    private static Result run(String... args) {
        return Cli.run(Stream.concat(Stream.of(args), Stream.of("--extensions", jar.toString()))
                .toArray(String[]::new));
    }

    @Test
    void check_reads_the_table_and_tells_a_slip_with_its_line() throws IOException {
        Result fine = run("check", magnets.toString());
        assertThat(fine.code()).isEqualTo(Lodestone.FINE);
        assertThat(fine.out())
                .containsPattern("No problems in \\d+ figures from 1 source, and in 6 rows of plants.csv\\.");

        Cli.replace(magnets.resolve("plants.csv"), "Japan,2025", "Japn,2025");
        Result slip = run("check", magnets.toString());
        assertThat(slip.code()).isEqualTo(Lodestone.PROBLEMS);
        assertThat(slip.out()).contains("plants.csv:3: place: 'Japn' is not a known place. Did you mean 'Japan'?");
    }

    @Test
    void without_the_jar_the_table_is_not_known() {
        assertThat(Cli.run("check", magnets.toString()).out()).contains("plants: is not a table that is known.");
    }

    @Test
    void a_pack_has_the_page_with_its_chart_the_check_and_a_finding_of_what_is_known() throws IOException {
        Path pack = folder.resolve("magnets.xlsx");

        Result result = run("pack", magnets.toString(), "-o", pack.toString());

        assertThat(result.code()).as(result.err()).isEqualTo(Lodestone.FINE);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(pack))) {
            assertThat(book.getSheet("Recycling").getDrawingPatriarch().getCharts())
                    .hasSize(1);
            assertThat(texts(book, "Recycling")).contains("Capacity", "Belgium", "Canada", "Japan", "Total", "W");
            assertThat(texts(book, "Checks")).contains("Known capacity is that of the first year or more");
            // 5,500 + 2,500, without what Belgium withholds
            assertThat(texts(book, "Front"))
                    .contains("Plants can recycle 8,000 t metal in 2025 (2 of 3 figures are known).");
        }
        assertThat(run(
                        "note",
                        magnets.toString(),
                        "-o",
                        folder.resolve("note.html").toString()))
                .extracting(Result::code)
                .isEqualTo(Lodestone.FINE);
    }

    @Test
    void rows_in_two_units_that_a_page_sums_are_told_with_their_lines() throws IOException {
        Cli.replace(magnets.resolve("plants.csv"), "Canada,2025,2500,t metal", "Canada,2025,2.5,kt metal");

        Result result = run(
                "pack", magnets.toString(), "-o", folder.resolve("mixed.xlsx").toString());

        assertThat(result.code()).isEqualTo(Lodestone.WRONG_USE);
        assertThat(result.err())
                .contains("'Recycling: total, 2025' takes")
                .containsPattern(
                        "Japan 2025] \\(plants\\.csv:\\d\\) in t metal together with .*Canada 2025] \\(plants\\.csv:\\d\\)"
                                + " in kt metal \\(SUM\\)\\.");
    }

    private static List<String> texts(XSSFWorkbook book, String sheet) {
        List<String> texts = new ArrayList<>();
        book.getSheet(sheet)
                .forEach(row -> row.forEach(cell -> {
                    if (cell.getCellType() == CellType.STRING
                            || (cell.getCellType() == CellType.FORMULA
                                    && cell.getCachedFormulaResultType() == CellType.STRING)) {
                        texts.add(cell.getStringCellValue());
                    }
                }));
        return texts;
    }

    @Test
    void a_comparison_names_the_row_that_was_changed() throws IOException {
        Path other = Files.createDirectory(folder.resolve("newer"));
        try (Stream<Path> files = Files.list(magnets)) {
            for (Path file : files.toList()) {
                Files.copy(file, other.resolve(file.getFileName()));
            }
        }
        Cli.replace(other.resolve("plants.csv"), "Canada,2025,2500", "Canada,2025,2600");

        assertThat(run("compare", magnets.toString(), other.toString(), "--format", "json", "--table", "other-shifts")
                        .out())
                .contains("plants/Canada/2025");
    }

    @Test
    void a_claim_names_the_finding_of_the_page_as_its_answer() throws IOException {
        Path whole = dataset("whole");
        Path claims = whole.resolve("claims.csv");
        String claim = "recycled,Recycling grows.,grows,x,qualitative,,,,,,%s,not-checkable,,example\n";
        String before = Files.readString(claims);

        Files.writeString(claims, before + claim.formatted("Recycling"));
        assertThat(run("check", whole.toString())).extracting(Result::code).isEqualTo(Lodestone.FINE);

        Files.writeString(claims, before + claim.formatted("Recyclin"));
        String told = "claims.csv: claim 'recycled': answered_by: 'Recyclin' is not a finding of the pack."
                + " Did you mean 'Recycling'?";
        assertThat(run("check", whole.toString()).out()).contains(told);
        Result pack =
                run("pack", whole.toString(), "-o", folder.resolve("whole.xlsx").toString());
        assertThat(pack.code()).isEqualTo(Lodestone.PROBLEMS);
        assertThat(pack.err()).startsWith(told);
    }

    @Test
    void a_folder_of_classes_does_as_a_jar() throws IOException {
        Path services = Files.createDirectories(built.resolve("loose/META-INF/services"));
        Files.writeString(services.resolve("org.lodestone.reports.pack.Extension"), "loose.Loose");
        compile(built.resolve("loose"), Map.of("loose/Loose.java", """
                package loose;
                public final class Loose implements org.lodestone.reports.pack.Extension {}
                """));
        String both = built.resolve("loose") + File.pathSeparator + jar;

        assertThat(Cli.run("check", magnets.toString(), "--extensions", both))
                .extracting(Result::code)
                .isEqualTo(Lodestone.FINE);
    }

    // ---------------------------------------------------------------- jars that are broken

    private Result check(Path extension) {
        return Cli.run("check", magnets.toString(), "--extensions", extension.toString());
    }

    private static Path broken(String name, String body) throws IOException {
        Path to = Files.createDirectory(built.resolve(name));
        compile(to, Map.of(name + "/Broken.java", """
                package %s;
                import com.google.common.collect.ImmutableList;
                import org.lodestone.core.dataset.*;
                import org.lodestone.reports.analysis.Analyses;
                import org.lodestone.reports.pack.Extension;
                import org.lodestone.reports.report.Part;
                public final class Broken implements Extension {
                %s
                }
                """.formatted(name, body)));
        return jar(name + ".jar", to, name + ".Broken");
    }

    @Test
    void a_jar_that_is_not_there_or_names_no_extension_is_told() throws IOException {
        Path none = built.resolve("none.jar");
        assertThat(check(none).err())
                .isEqualTo("There is no '" + none
                        + "', which --extensions or LODESTONE_EXTENSIONS names. Build it first.\n");
        Path plain = built.resolve("plain.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(plain))) {
            out.putNextEntry(new JarEntry("README"));
        }
        String told = "' names no extension. Put the file " + SERVICE
                + " into it, with the name of your class and its package in a line.\n";
        assertThat(check(plain).err()).isEqualTo("'" + plain + told);
        Path empty = jar("empty.jar", classes, "# recycling.Recycling");
        assertThat(check(empty).err()).isEqualTo("'" + empty + told);
    }

    @Test
    void a_class_that_is_not_in_the_jar_is_named_with_the_jar() throws IOException {
        Path misspelled = jar("misspelled.jar", classes, "recycling.Recyclin");

        Result result = check(misspelled);

        assertThat(result.code()).isEqualTo(Lodestone.WRONG_USE);
        assertThat(result.err())
                .contains("misspelled.jar", "recycling.Recyclin not found", "Correct the name there")
                .hasLineCount(1);
    }

    @Test
    void what_an_extension_does_wrong_is_told_of_it_and_not_of_lodestone() throws IOException {
        Path tables = broken("tables", """
                public ImmutableList<Table<?>> tables() { throw new IllegalStateException("no rows today"); }""");
        Path parts = broken("parts", """
                public ImmutableList<Part> parts(Analyses analyses) { return ImmutableList.of(Part.titled(" ", "x").build()); }""");
        Path made = broken("made", "public Broken() { Integer.parseInt(\"x\"); }");
        Path taken = broken("taken", """
                public ImmutableList<Part> parts(Analyses analyses) { return ImmutableList.of(Part.titled("Mining", "x").build()); }""");

        assertThat(check(tables).err())
                .startsWith("The extension tables.Broken in ")
                .contains(
                        "tables.jar could not make its tables: IllegalStateException, no rows today, at Broken.java:8."
                                + " Mend it, or leave");
        assertThat(Cli.run("check", "gallium", "--extensions", parts.toString()).err())
                .startsWith("The extension parts.Broken in ")
                .contains("could not make its parts for gallium: A part needs a name");
        assertThat(check(made).err()).contains("made.jar", "cannot be loaded: ");
        Result pack = Cli.run(
                "pack",
                magnets.toString(),
                "-o",
                folder.resolve("x.xlsx").toString(),
                "--extensions",
                taken + File.pathSeparator + jar);
        assertThat(pack.code()).isEqualTo(Lodestone.WRONG_USE);
        assertThat(pack.err()).startsWith("The pack has a sheet 'Mining' already");
        assertThat(Cli.run("check", magnets.toString(), "--extensions", tables.toString(), "--debug")
                        .err())
                .contains("Caused by: java.lang.IllegalStateException: no rows today");
    }

    @Test
    void a_table_with_the_name_of_one_of_lodestone_is_refused() throws IOException {
        Path prices = broken("prices", """
                public ImmutableList<Table<?>> tables() {
                    return ImmutableList.of(Table.<String>of("prices", "Prices", t -> {
                        var id = t.key("id*", CellType.NAME, name -> name);
                        return row -> row.get(id);
                    }));
                }""");

        Result result = check(prices);

        assertThat(result.code()).isEqualTo(Lodestone.WRONG_USE);
        assertThat(result.err())
                .isEqualTo("There are two tables 'prices', and a dataset tells its tables apart by their names."
                        + " Give your own another name.\n");
    }

    @Test
    void a_jar_that_is_named_twice_counts_once() {
        assertThat(Cli.run("check", magnets.toString(), "--extensions", jar + File.pathSeparator + jar))
                .extracting(Result::code)
                .isEqualTo(Lodestone.FINE);
    }
}
