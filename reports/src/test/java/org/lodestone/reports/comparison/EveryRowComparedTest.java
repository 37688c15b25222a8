package org.lodestone.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.dataset.Column;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.dataset.TableRow;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.market.DailyPrice;
import org.lodestone.core.quantity.Conversion;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Indicator.Gain;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.time.Period;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.claim.ClaimCheck;
import org.lodestone.reports.comparison.Comparison.OtherDifference;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.supply.Supplies;

/** That nothing changed is said where every row of every table is the same, and only there. */
@Order(1)
class EveryRowComparedTest {

    private static final String SENTENCE = "every fact and every result is the same";

    @TempDir
    private Path folder;

    /** Rare earths, with a row also in the three tables of which they have none. */
    private static final Dataset WHOLE = RareEarths.dataset().toBuilder()
            .rows(
                    DatasetTables.CONVERSIONS,
                    List.of(new Conversion(
                            "Metal per NdPr oxide",
                            Unit.parse("t NdPr oxide"),
                            Unit.parse("t magnet REE"),
                            new BigDecimal("0.857"),
                            "288.48 of 336.48, by atomic weights.",
                            ImmutableList.of("usgs-mcs-2025"))))
            .rows(
                    DatasetTables.DAILY_PRICES,
                    List.of(new DailyPrice(
                            "600111.SH",
                            Period.parse("2023-12-18"),
                            new BigDecimal("18.29"),
                            Unit.parse("CNY/share"),
                            Citation.of("stockidea-2025-10-closes"))))
            .unread(List.of(new Unread(
                    "MCS2023_Antimony.csv",
                    OptionalInt.of(7),
                    "Bolivia",
                    "Mine production",
                    "2021",
                    "2..600",
                    "two dots")))
            .build();

    private static final Side RARE_EARTHS = side(RareEarths.dataset());
    private static final Side WHOLE_SIDE = side(WHOLE);

    static Stream<Table<?>> tables() {
        return Table.all().stream();
    }

    /** The claims alone: what the other analyses make of the rows takes long, and is nothing that rows do not say. */
    private static Side side(Dataset dataset) {
        return new Side(
                Supplies.of(dataset),
                ClaimCheck.of(dataset),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Comparison withRareEarths(Dataset after) {
        return Comparison.of(RARE_EARTHS, side(after));
    }

    private static List<String> said(Comparison comparison) {
        Part part = comparison.part();
        return part.model().contents().values().stream()
                .filter(Content.Computed.class::isInstance)
                .map(content -> ((Content.Computed) content).value())
                .filter(Value.Text.class::isInstance)
                .map(Value::inSentence)
                .toList();
    }

    @Test
    void of_the_same_rows_it_is_said_that_nothing_changed() {
        assertThat(said(withRareEarths(Datasets.read(RareEarths.FOLDER).orElseThrow())))
                .anyMatch(text -> text.contains(SENTENCE));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_row_that_is_taken_out_is_told_and_one_that_is_added(Table<?> table) {
        Dataset without = withoutARow(table);
        Comparison comparison = Comparison.of(WHOLE_SIDE, side(without));

        assertThat(comparison.isNothing()).isFalse();
        assertThat(said(comparison)).noneMatch(text -> text.contains(SENTENCE));
        assertThat(comparison.tables()).singleElement().satisfies(one -> isNamed(one, table, Difference.Kind.DROPPED));
        assertThat(TableDifferences.between(without, WHOLE, Differences.between(without, WHOLE)))
                .singleElement()
                .satisfies(one -> isNamed(one, table, Difference.Kind.NEW));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_row_that_is_changed_is_told(Table<?> table) {
        Dataset changed = withAnotherRow(table);

        assertThat(TableDifferences.between(WHOLE, changed, Differences.between(WHOLE, changed)))
                .singleElement()
                .satisfies(one -> isNamed(one, table, Difference.Kind.REVISED));
    }

    private static void isNamed(TableDifference difference, Table<?> table, Difference.Kind kind) {
        assertThat(difference.table()).isEqualTo(table.name());
        assertThat(difference.rows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(kind);
            assertThat(row.name()).startsWith(table.name() + "/");
        });
    }

    /** Without the last row of a table that others can do without: a stage that others feed must stay. */
    private static <R> Dataset withoutARow(Table<R> table) {
        ImmutableList<R> rows = WHOLE.rows(table);
        return rows.reverse().stream()
                .map(row -> rows.stream().filter(other -> other != row).toList())
                .flatMap(left -> tried(() -> WHOLE.supposing(table, left)).stream())
                .findFirst()
                .orElseThrow();
    }

    /** With another cell in the last row of a table, such as another row has it there, or with a word more. */
    private static <R> Dataset withAnotherRow(Table<R> table) {
        ImmutableList<R> rows = WHOLE.rows(table);
        R last = rows.get(rows.size() - 1);
        TableRow text = table.row(last);
        for (Column<R, ?> column : table.columns().reverse()) {
            Stream<String> cells = Stream.concat(
                    Stream.of(text.cell(column.name()) + " changed", "7", "1.5"),
                    rows.stream().map(column::text));
            Optional<Dataset> dataset = cells.filter(cell -> !table.key().contains(column.name()))
                    .flatMap(cell -> parsed(table, text, column.name(), cell).stream())
                    .filter(row -> !rows.contains(row))
                    .map(row ->
                            rows.stream().map(one -> one == last ? row : one).toList())
                    .flatMap(changed -> tried(() -> WHOLE.supposing(table, changed)).stream())
                    .findFirst();
            if (dataset.isPresent()) {
                return dataset.get();
            }
        }
        throw new AssertionError(table + " has no cell that can be changed");
    }

    private static <R> Optional<R> parsed(Table<R> table, TableRow row, String column, String cell) {
        Map<String, String> cells = new HashMap<>(row.cells());
        cells.put(column, cell);
        return tried(() -> table.parse(cells, WHOLE));
    }

    private static <T> Optional<T> tried(Supplier<T> what) {
        try {
            return Optional.of(what.get());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    @Test
    void contained_tonnes_of_a_reserve_that_double_are_told_as_a_fact() {
        // Ngualla, ore reserve: 887,000 t REO
        Comparison comparison = withRareEarths(
                RareEarths.with(folder, "project-reserves", text -> text.replaceFirst(",887000,", ",1774000,")));

        assertThat(comparison.differences(Difference.Kind.REVISED))
                .extracting(one -> one.key().toString() + ": " + one.change())
                .singleElement()
                .asString()
                .startsWith("project-reserve/")
                .contains("/contained: OptionalDouble[887000.0]");
        assertThat(comparison.tables()).singleElement().satisfies(one -> {
            assertThat(one.table()).isEqualTo("project-reserves");
            assertThat(one.untold()).isEmpty();
        });
    }

    @Test
    void a_word_that_is_no_fact_is_told_with_its_row() {
        Dataset renamed = RareEarths.with(
                folder, "bases", text -> text.replaceFirst("Rare-earth oxides,", "Oxides of rare earths,"));

        assertThat(withRareEarths(renamed).tables()).singleElement().satisfies(one -> {
            assertThat(one.table()).isEqualTo("bases");
            assertThat(one.untold()).singleElement().satisfies(row -> {
                assertThat(row.name()).isEqualTo("bases/REO");
                assertThat(row.is()).isEqualTo("name: Oxides of rare earths");
            });
        });
    }

    @Test
    void what_differs_outside_the_tables_is_told() throws IOException {
        RareEarths.copy(folder);
        Path manifest = folder.resolve("datapackage.json");
        Files.writeString(
                manifest,
                Files.readString(manifest).replaceFirst("\"gathered\": \"[^\"]*\"", "\"gathered\": \"2020-01\""));
        Path screen = folder.resolve("screen.json");
        Files.writeString(screen, Files.readString(screen).replaceFirst("\"weight\": [0-9.]+", "\"weight\": 0.77"));
        Files.writeString(folder.resolve("report.json"), "{\"author\": \"A. Analyst\"}");

        Comparison comparison = withRareEarths(Datasets.read(folder).orElseThrow());

        assertThat(comparison.isNothing()).isFalse();
        assertThat(comparison.others())
                .extracting(OtherDifference::what)
                .containsExactly(
                        "datapackage.json/gathered", "report.json/title", "report.json/author", "screen.json/criteria");
        assertThat(comparison.others().get(1))
                .isEqualTo(new OtherDifference("report.json/title", "Rare earths | Supply", ""));
        assertThat(comparison.others().get(2)).isEqualTo(new OtherDifference("report.json/author", "", "A. Analyst"));
        assertThat(comparison.others().get(3).after()).endsWith("(weight: 0.77)");
        assertThat(said(comparison)).noneMatch(text -> text.contains(SENTENCE));
    }

    @Test
    void a_screen_of_who_benefits_is_compared_as_the_other_is() {
        Criterion cost = Criterion.of("cost of a tonne").measuredBy(new Gain(Gain.Kind.COST), "USD/t");
        Dataset none =
                RareEarths.dataset().toBuilder().benefit(Optional.empty()).build();
        Dataset one = none.toBuilder()
                .benefit(Optional.of(
                        Screen.named("Who gains").criterion(cost.lower()).build()))
                .build();
        Dataset other = none.toBuilder()
                .benefit(Optional.of(Screen.named("Who gains")
                        .criterion(cost.lower().weight(2))
                        .build()))
                .build();

        assertThat(OtherDifferences.between(none, one))
                .containsExactly(new OtherDifference("benefit.json", "", "Who gains"));
        assertThat(OtherDifferences.between(one, other))
                .containsExactly(new OtherDifference(
                        "benefit.json/criteria", "cost of a tonne (weight: 1.0)", "cost of a tonne (weight: 2.0)"));
    }
}
