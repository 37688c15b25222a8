package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.Screen;

/** A dataset that is put together in code is refused with what a reader would say of it. */
class BuiltDatasetTest {

    private static final Path RARE_EARTHS = Path.of("..", "examples", "data", "rare-earths");
    private static final Dataset WHOLE = Datasets.read(RARE_EARTHS).orElseThrow();
    /** In which every row can be made of its cells, since nothing is there that it could miss. */
    private static final Dataset LENIENT = WHOLE.supposing(SourceTables.SOURCES, List.of())
            .supposing(SourceTables.BASES, List.of())
            .supposing(SourceTables.EDITIONS, List.of())
            .supposing(ChainTables.STAGES, List.of())
            .supposing(ProjectTables.PROJECTS, List.of())
            .supposing(CompanyTables.COMPANIES, List.of())
            .supposing(MarketTables.DEMAND, List.of())
            .supposing(ResearchTables.RISKS, List.of())
            .supposing(ForecastTables.ASSUMPTIONS, List.of())
            .supposing(ForecastTables.SCENARIOS, List.of());

    private static final Pattern LINE = Pattern.compile("\\bline ([0-9]+)");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        Datasets.write(WHOLE, folder.resolve("whole"));
    }

    @Test
    void what_was_read_without_a_problem_can_be_built() {
        assertThat(WHOLE.toBuilder().build()).isEqualTo(WHOLE);
    }

    /** One cell each, in the last row of a table in which it is filled in. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "figures          | sources    | usgs-mcs-2052",
                "figures          | edition    | MCS2052",
                "measures         | stage      | minning",
                "measures         | unit       | t TREO",
                "stages           | feeds      | refining",
                "quotas           | stage      | smelting",
                "quota-holders    | company    | 600111.SZ",
                "policies         | stages     | mining; refining",
                "dates            | stages     | mining; refining",
                "companies        | sources    | nobody",
                "company-facts    | company    | nobody",
                "stakes           | owned      | Ngualla",
                "ratings          | company    | nobody",
                "assumptions      | scenario   | Base 2",
                "assumptions      | unit       | CNY/kg",
                "assumptions      | value      | -5",
                "pipeline         | project    | nowhere",
                "limits           | assumption | quota-groth",
                "balances         | segment    | Magnets of all kinds",
                "shocks           | risk       | nothing",
                "drivers          | assumption | quota-groth",
                "exposures        | volume     | sold",
                "claims           | sources    | nobody",
            })
    void a_broken_rule_is_told_as_a_reader_tells_it(String table, String column, String cell) throws IOException {
        Table<?> broken = Table.named(table);

        assertThat(built(broken, with(broken, column, cell))).isEqualTo(read(broken, with(broken, column, cell)));
    }

    @Test
    void rows_of_one_key_and_rows_that_say_the_same_are_told() throws IOException {
        assertThat(built(SourceTables.SOURCES, twice(SourceTables.SOURCES)))
                .singleElement()
                .asString()
                .endsWith("is in row 1 already. Rename one of them.");
        for (Table<?> table : List.of(SourceTables.SOURCES, ChainTables.FIGURES, ForecastTables.ASSUMPTIONS)) {
            assertThat(built(table, twice(table))).isEqualTo(read(table, twice(table)));
        }
    }

    @Test
    void an_edition_that_is_not_there_is_told_and_a_table_that_others_need() {
        assertThat(refusal(WHOLE.toBuilder().defaultEdition("MCS2052")))
                .containsExactly(
                        "datapackage.json: edition: 'MCS2052' is not in editions.csv. Did you mean 'MCS2022'?");
        assertThat(refusal(WHOLE.toBuilder().rows(ProjectTables.PROJECTS, List.of())))
                .contains(
                        "projects.csv: is not there, and pipeline.csv needs it. Add it, and list it in datapackage.json.");
    }

    @Test
    void what_a_screen_asks_for_must_be_there() {
        assertThat(refusal(WHOLE.toBuilder().rows(CompanyTables.RATINGS, List.of())))
                .first()
                .asString()
                .startsWith("screen.json: rating: ")
                .contains("is not in ratings.csv.");
    }

    @Test
    void a_screen_of_who_benefits_has_criteria_of_its_own() {
        Screen screen = WHOLE.screen().orElseThrow();
        Screen.Builder gains = Screen.named("Who gains");
        screen.criteria()
                .forEach(taken -> gains.criterion(Criterion.of(taken.name())
                        .measuredBy(new Indicator.Gain(Indicator.Gain.Kind.TONNES), "kt magnet REE")));

        assertThat(refusal(WHOLE.toBuilder().benefit(Optional.of(gains.build()))))
                .hasSameSizeAs(screen.criteria())
                .allSatisfy(problem -> assertThat(problem)
                        .startsWith("benefit.json: name: '")
                        .endsWith("' is a criterion of screen.json too, and values are kept by the name of their"
                                + " criterion. Rename one of the two."));
    }

    @Test
    void a_gain_belongs_in_the_screen_of_who_benefits() {
        Criterion gain = Criterion.of("cost of a tonne")
                .measuredBy(new Indicator.Gain(Indicator.Gain.Kind.COST), "USD/t")
                .lower();
        Screen screen = Screen.named("Cheap tonnes").criterion(gain).build();

        assertThat(refusal(WHOLE.toBuilder().screen(Optional.of(screen))))
                .containsExactly(
                        "screen.json: gain: 'cost' is a gain, which belongs in benefit.json. Move the criterion"
                                + " there, or give it another measure.");
        assertThat(WHOLE.toBuilder().benefit(Optional.of(screen)).build().benefit())
                .contains(screen);
    }

    @Test
    void what_is_only_supposed_is_not_checked() {
        assertThatCode(() -> WHOLE.supposing(SourceTables.SOURCES, List.of())).doesNotThrowAnyException();
    }

    /** The rows of a table, of which the last that fills a column says something else there. */
    private static ImmutableList<TableRow> with(Table<?> table, String column, String cell) {
        List<TableRow> rows = new ArrayList<>(table.rows(WHOLE));
        int last = rows.size() - 1;
        while (rows.get(last).cell(column).isEmpty()) {
            last--;
        }
        Map<String, String> cells = new HashMap<>(rows.get(last).cells());
        cells.put(column, cell);
        rows.set(last, TableRow.of(table.name(), cells));
        return ImmutableList.copyOf(rows);
    }

    private static ImmutableList<TableRow> twice(Table<?> table) {
        ImmutableList<TableRow> rows = table.rows(WHOLE);
        return ImmutableList.<TableRow>builder().addAll(rows).add(rows.get(0)).build();
    }

    private static <R> List<String> built(Table<R> table, List<TableRow> rows) {
        ImmutableList<TableRow> before = table.rows(WHOLE);
        List<R> records = new ArrayList<>(WHOLE.rows(table));
        for (int i = 0; i < rows.size(); i++) {
            if (i == before.size()) {
                records.add(records.get(0));
            } else if (!rows.get(i).equals(before.get(i))) {
                records.set(i, table.parse(rows.get(i).cells(), LENIENT));
            }
        }
        return refusal(WHOLE.toBuilder().rows(table, records));
    }

    private static List<String> refusal(Dataset.Builder builder) {
        return catchThrowableOfType(DataException.class, builder::build).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    /** The problems that a reader finds in the folder of the dataset with these rows, by row and not by line. */
    private static List<String> read(Table<?> table, List<TableRow> rows) throws IOException {
        Path file = folder.resolve("whole").resolve(table.file());
        String before = Files.readString(file);
        Files.writeString(file, CsvText.table(table, rows));
        ImmutableList<Problem> problems = Datasets.read(file.getParent()).problems();
        Files.writeString(file, before);
        return problems.stream().map(BuiltDatasetTest::byRow).toList();
    }

    private static String byRow(Problem problem) {
        String message = LINE.matcher(problem.message()).replaceAll(line -> "row " + row(line.group(1)));
        return problem.file().replace(".csv", "") + ", row " + row("" + problem.line()) + ": " + message;
    }

    private static int row(String line) {
        return Integer.parseInt(line) - 1;
    }
}
