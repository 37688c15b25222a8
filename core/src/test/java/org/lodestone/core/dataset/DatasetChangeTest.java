package org.lodestone.core.dataset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Source;
import org.lodestone.core.place.Place;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

class DatasetChangeTest {

    private static final Path RARE_EARTHS = Path.of("../examples/data/rare-earths");

    @TempDir
    private Path parent;

    private Path folder;
    private TinyDataset dataset;

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectory(parent.resolve("tiny"));
        dataset = TinyDataset.in(folder);
    }

    @Test
    void a_row_of_a_new_key_follows_the_last_and_every_other_line_keeps_its_bytes() throws IOException {
        String figures = TinyDataset.FIGURES + "\n"
                + "\"mine-production\",\"China\",2024,,MCS2025,,270000,t REO,reported,\"two\nlines\",usgs-2025,read\n"
                + "mine-production,Burma,2024,,MCS2025,,\"31,000\",t REO,,'=odd,usgs-2025,";
        dataset.bytes("figures", figures.getBytes(UTF_8)).read();

        DatasetChange change = Datasets.change(folder, List.of(figure("Namibia", "NA")));

        assertThat(change.problems()).isEmpty();
        assertThat(change.added()).containsExactly(figure("Namibia", "NA"));
        assertThat(change.replaced()).isEmpty();
        assertThat(change.files()).containsExactly("figures.csv");
        assertThat(file("figures.csv")).isEqualTo(figures);
        change.write();
        assertThat(file("figures.csv"))
                .isEqualTo(figures + "\nmine-production,Namibia,2024,,MCS2025,,NA,t REO,reported,,usgs-2025,read\n");
        assertThat(Datasets.read(folder).orElseThrow().figures()).hasSize(3);
    }

    @Test
    void a_row_of_a_key_that_is_there_takes_its_place_however_its_key_is_spelt() throws IOException {
        dataset.figures(
                        "mine-production,Burma,2024,,MCS2025,,\"31,000\",t REO,,,usgs-2025,",
                        "mine-production,China,2024,,MCS2025,,270000,t REO,reported,\"two\nlines\",usgs-2025,read",
                        "mine-production,United States,2024,,MCS2025,,45000,t REO,reported,,usgs-2025,read")
                .read();

        DatasetChange change = Datasets.change(folder, List.of(figure("Myanmar", "22000"), figure("China", "270,000")));
        change.write();

        assertThat(change.added()).isEmpty();
        assertThat(change.replaced())
                .extracting(replaced ->
                        replaced.before().cell("value") + " " + replaced.after().cell("value"))
                .containsExactly("31,000 22000", "270000 270,000");
        assertThat(change.replaced().get(1).columns()).containsExactly("value", "note");
        assertThat(file("figures.csv"))
                .isEqualTo(TinyDataset.FIGURES + "\n"
                        + "mine-production,Myanmar,2024,,MCS2025,,22000,t REO,reported,,usgs-2025,read\n"
                        + "mine-production,China,2024,,MCS2025,,\"270,000\",t REO,reported,,usgs-2025,read\n"
                        + "mine-production,United States,2024,,MCS2025,,45000,t REO,reported,,usgs-2025,read\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void a_blank_line_behind_a_row_that_is_replaced_stays(String end) throws IOException {
        String[] lines = {
            TinyDataset.FIGURES,
            "mine-production,Burma,2024,,MCS2025,,31000,t REO,reported,\"two" + end + end + "lines\",usgs-2025,read",
            "",
            "mine-production,China,2024,,MCS2025,,270000,t REO,reported,,usgs-2025,read",
            "",
            ""
        };
        dataset.bytes("figures", String.join(end, lines).getBytes(UTF_8)).read();

        Datasets.change(folder, List.of(figure("Myanmar", "22000"), figure("China", "1")))
                .write();

        lines[1] = "mine-production,Myanmar,2024,,MCS2025,,22000,t REO,reported,,usgs-2025,read";
        lines[3] = "mine-production,China,2024,,MCS2025,,1,t REO,reported,,usgs-2025,read";
        assertThat(file("figures.csv")).isEqualTo(String.join(end, lines));
    }

    @Test
    void a_table_in_another_encoding_is_not_added_to() throws IOException {
        dataset.bytes("sources", "id,citation,url\nusgs-2025,A,\nusgs-2026,Caf\u00e9,\n".getBytes(ISO_8859_1))
                .read();

        assertThat(Datasets.change(folder, List.of(source("a"))).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "sources.csv:3: is not in UTF-8, and a new row would be. Save the file as UTF-8, and run check, first.");
    }

    @Test
    void what_is_there_already_changes_nothing() throws IOException {
        dataset.table(
                        "demand",
                        "material,segment,period,case,value,unit,note,sources,reliability",
                        "NdPr,Wind,2024,observed,5,kt REO,,usgs-2025,")
                .read();
        Map<String, String> before = files();

        DatasetChange change = Datasets.change(folder, List.of(figure("China", "270000"), demand("5")));
        change.write();

        assertThat(change.unchanged()).containsExactly(figure("China", "270000"), demand("5"));
        assertThat(change.files()).isEmpty();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_table_without_a_key_keeps_what_disagrees() throws IOException {
        dataset.table(
                        "demand",
                        "material,segment,period,case,value,unit,note,sources,reliability",
                        "NdPr,Wind,2024,observed,5,kt REO,,usgs-2025,read")
                .read();

        DatasetChange change = Datasets.change(folder, List.of(demand("6")));
        change.write();

        assertThat(change.added()).hasSize(1);
        assertThat(Datasets.read(folder).orElseThrow().demand())
                .extracting(demand -> demand.value().printed())
                .containsExactly("5", "6");
    }

    @Test
    void a_table_that_is_not_there_is_written_and_listed_and_the_manifest_is_else_as_it_was() throws IOException {
        dataset.read();
        String manifest = file("datapackage.json");

        DatasetChange change = Datasets.change(folder, List.of(demand("5"), source("usgs-2026-3")));
        assertThat(change.files()).containsExactly("sources.csv", "demand.csv", "datapackage.json");
        change.write();

        String after = file("datapackage.json");
        String end = "\n]}\n";
        assertThat(manifest).endsWith(end);
        assertThat(after)
                .startsWith(manifest.substring(0, manifest.length() - end.length()) + ",\n{\n  \"name\": \"demand\"")
                .endsWith("}" + end);
        assertThat(file("demand.csv"))
                .isEqualTo("material,segment,period,case,value,unit,note,sources,reliability\n"
                        + "NdPr,Wind,2024,observed,5,kt REO,,usgs-2025,read\n");
        assertThat(Datasets.read(folder).orElseThrow().demand()).hasSize(1);
    }

    @Test
    void a_manifest_as_it_is_written_keeps_its_indent() throws IOException {
        Path written = parent.resolve("written");
        Datasets.write(dataset.read().orElseThrow(), written);
        String before = Files.readString(written.resolve("datapackage.json"));

        Datasets.change(written, List.of(demand("5"))).write();

        Dataset whole = Datasets.read(written).orElseThrow();
        Path again = parent.resolve("again");
        Datasets.write(whole, again);
        assertThat(written.resolve("datapackage.json"))
                .hasSameTextualContentAs(again.resolve("datapackage.json"))
                .content()
                .isNotEqualTo(before);
    }

    @Test
    void what_would_bring_a_problem_is_not_written() throws IOException {
        dataset.read();
        Map<String, String> before = files();
        TableRow unknown = TableRow.of(
                "figures",
                ImmutableMap.<String, String>builder()
                        .putAll(figure("Namibia", "1").cells())
                        .put("sources", "usgs-2052")
                        .buildKeepingLast());

        DatasetChange change = Datasets.change(folder, List.of(unknown, demand("5")));

        assertThat(change.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "figures.csv:4: sources: 'usgs-2052' is not in sources.csv. Did you mean 'usgs-2025'?");
        assertThat(change.row(change.problems().get(0))).contains(unknown);
        assertThat(change.row(new Problem("figures.csv", 3, "", ""))).isEmpty();
        assertThatThrownBy(change::write).isInstanceOf(DataException.class).hasMessageContaining("usgs-2052");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void problems_that_were_there_before_do_not_stand_in_the_way() throws IOException {
        dataset.figures(
                        "mine-production,China,2024,,MCS2025,,27O000,t REO,reported,,usgs-2025,read",
                        "mine-production,United States,2024,,MCS2025,,45000,t REO,reported,,usgs-2025,read")
                .read();

        DatasetChange change = Datasets.change(folder, List.of(figure("Namibia", "1")));
        change.write();

        assertThat(change.problems()).isEmpty();
        assertThat(Datasets.read(folder).problems()).hasSize(1);
    }

    @Test
    void a_column_that_the_file_lacks_is_a_problem_only_where_a_row_fills_it() throws IOException {
        dataset.table("sources", "id,citation", "usgs-2025,USGS MCS 2025", "usgs-2026,USGS MCS 2026")
                .read();

        assertThat(Datasets.change(folder, List.of(source("a"))).problems()).isEmpty();
        assertThat(Datasets.change(
                                folder,
                                List.of(SourceTables.SOURCES.row(
                                        new Source("a", "A", Optional.of("https://example.org")))))
                        .problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "sources.csv:1: url: is not in the header, and a new row has 'https://example.org' there."
                                + " Add the column to every line, and to the schema in datapackage.json.");
    }

    @Test
    void lines_end_as_those_before() throws IOException {
        dataset.bytes("sources", "id,citation,url\r\nusgs-2025,A,\r\nusgs-2026,B,\r\n".getBytes(UTF_8))
                .read();

        Datasets.change(folder, List.of(source("a"))).write();

        assertThat(file("sources.csv")).isEqualTo("id,citation,url\r\nusgs-2025,A,\r\nusgs-2026,B,\r\na,Source a,\r\n");
    }

    @Test
    void two_rows_of_one_key_are_refused_unless_they_agree() throws IOException {
        dataset.read();

        assertThatThrownBy(() -> Datasets.change(folder, List.of(figure("Burma", "1"), figure("Myanmar", "2"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the same measure, place, period")
                .hasMessageContaining("'Myanmar'");
        assertThat(Datasets.change(folder, List.of(figure("Burma", "1"), figure("Myanmar", "1")))
                        .added())
                .hasSize(1);
    }

    @Test
    void a_file_that_changed_since_is_not_written_over() throws IOException {
        dataset.read();
        DatasetChange change = Datasets.change(folder, List.of(figure("Namibia", "1"), source("a")));
        Files.writeString(folder.resolve("figures.csv"), file("figures.csv") + "\n");
        Map<String, String> before = files();

        assertThatThrownBy(change::write).isInstanceOf(IOException.class).hasMessageContaining("was changed");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_folder_that_cannot_be_written_is_as_it_was() throws IOException {
        dataset.read();
        DatasetChange change = Datasets.change(folder, List.of(source("a"), demand("5")));
        Map<String, String> before = files();
        // demand.csv cannot be moved over a folder that is not empty
        Files.createDirectories(folder.resolve("demand.csv/in-the-way"));

        assertThatThrownBy(change::write).isInstanceOf(IOException.class);

        MoreFiles.deleteRecursively(folder.resolve("demand.csv"));
        assertThat(files()).isEqualTo(before);
        assertThat(parent).isDirectoryNotContaining("glob:**.lodestone-*");
    }

    @Test
    void each_table_is_put_in_place_after_those_it_refers_to() {
        List<Table<?>> order = List.copyOf(DatasetChange.eachAfterThoseItRefersTo(List.of()));

        assertThat(order).hasSameElementsAs(Table.all());
        for (Table<?> table : order) {
            for (Column<?, ?> column : table.columns()) {
                column.cell()
                        .refersTo()
                        .ifPresent(referred -> assertThat(order.indexOf(referred))
                                .as(table + " after " + referred)
                                .isLessThan(order.indexOf(table)));
            }
        }
    }

    @Test
    void all_rows_of_rare_earths_are_there_already() throws IOException {
        Dataset whole = Datasets.read(RARE_EARTHS).orElseThrow();
        List<TableRow> rows = Table.all().stream()
                .flatMap(table -> table.rows(whole).stream())
                .toList();

        DatasetChange change = Datasets.change(RARE_EARTHS, rows);

        assertThat(change.added()).isEmpty();
        assertThat(change.replaced()).isEmpty();
        assertThat(change.unchanged()).hasSameSizeAs(rows);
    }

    private TableRow figure(String place, String value) {
        Dataset tiny = dataset.read().dataset().orElseThrow();
        Figure figure = new Figure(
                tiny.measures().get("mine-production"),
                Place.parse("China"),
                Period.year(2024),
                "",
                "MCS2025",
                "",
                Observation.parse(value),
                Unit.parse("t REO"),
                Citation.of("usgs-2025"));
        Map<String, String> cells =
                new LinkedHashMap<>(ChainTables.FIGURES.row(figure).cells());
        cells.put("place", place);
        return TableRow.of("figures", cells);
    }

    private static TableRow demand(String value) {
        return TableRow.of(
                "demand",
                ImmutableMap.<String, String>builder()
                        .put("material", "NdPr")
                        .put("segment", "Wind")
                        .put("period", "2024")
                        .put("case", "observed")
                        .put("value", value)
                        .put("unit", "kt REO")
                        .put("sources", "usgs-2025")
                        .put("reliability", "read")
                        .buildOrThrow());
    }

    private static TableRow source(String id) {
        return SourceTables.SOURCES.row(new Source(id, "Source " + id, Optional.empty()));
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : all.sorted().collect(ImmutableList.toImmutableList())) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void a_row_of_a_table_without_a_key_takes_the_place_of_the_one_that_is_named() throws IOException {
        dataset.table(
                        "companies",
                        "id,name,name_local,mic,symbol,place,stages,operates,currency,year_end,resource,note,sources",
                        "600111.SH,China Northern,,XSHG,600111,China,,,CNY,12-31,,,usgs-2025")
                .table(
                        "company-facts",
                        "company,fact,period,value,unit,scope,how,derivation,sources,reliability",
                        "600111.SH,revenue,FY2024,32966,CNY mn,,,,usgs-2025,",
                        "600111.SH,revenue,FY2024,32970,CNY mn,,reported,,usgs-2026,read")
                .read();
        TableRow before = revenue("32966", "usgs-2025");

        DatasetChange change = Datasets.change(
                folder,
                List.of(),
                List.of(
                        new DatasetChange.Replaced(before, revenue("32967", "usgs-2025")),
                        new DatasetChange.Replaced(revenue("1", "usgs-2025"), revenue("2", "usgs-2025"))));

        assertThat(change.problems()).isEmpty();
        assertThat(change.replaced()).hasSize(1);
        assertThat(change.replaced().get(0).columns()).containsExactly("value", "how", "reliability");
        assertThat(change.added()).containsExactly(revenue("2", "usgs-2025"));
        change.write();
        assertThat(file("company-facts.csv"))
                .isEqualTo("company,fact,period,value,unit,scope,how,derivation,sources,reliability\n"
                        + "600111.SH,revenue,FY2024,32967,CNY mn,,reported,,usgs-2025,read\n"
                        + "600111.SH,revenue,FY2024,32970,CNY mn,,reported,,usgs-2026,read\n"
                        + "600111.SH,revenue,FY2024,2,CNY mn,,reported,,usgs-2025,read\n");
    }

    private static TableRow revenue(String value, String source) {
        return TableRow.of(
                "company-facts",
                ImmutableMap.<String, String>builder()
                        .put("company", "600111.SH")
                        .put("fact", "revenue")
                        .put("period", "FY2024")
                        .put("value", value)
                        .put("unit", "CNY mn")
                        .put("how", "reported")
                        .put("sources", source)
                        .put("reliability", "read")
                        .buildOrThrow());
    }
}
