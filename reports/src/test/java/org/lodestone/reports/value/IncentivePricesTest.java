package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.research.Assumption;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.value.IncentivePrices.Quartile;

/**
 * Incentive prices of the eight projects and two operations of a proposal, against a program of its own in Python to the digits it prints.
 * Its prices are at a ramp of studies, 40, 70, 90 and 100%; one column is at the ramp of its own forecast, which is the one that the
 * dataset has. The lowest and the highest price rest on a range of each study, which a dataset has no place for.
 */
class IncentivePricesTest {

    private static final String FOLDER = "src/test/resources/value";
    private static final double DIGITS = 5e-10;
    private static final List<String> STUDY_RAMP = List.of("40", "70", "90", "100", "100");

    private static final Dataset DATASET = Datasets.open(Path.of(FOLDER));
    private static final Dataset AS_STUDIES =
            with(DATASET, row -> row.id().equals("ramp"), row -> STUDY_RAMP.get(row.step() - 1));
    private static final Dataset MORE_TAX = more("-tax", 1.2);
    private static final Dataset MORE_CAPITAL = more("-capex", 1.2);
    private static final Dataset MORE_EARNED = more("-ebitda", 1.1);
    private static final Map<Dataset, IncentivePrices> PRICES = new HashMap<>();

    private static IncentivePrices prices(Dataset dataset) {
        return PRICES.computeIfAbsent(
                dataset, one -> Analyses.of(one).incentives().orElseThrow());
    }

    private static Dataset with(Dataset dataset, Predicate<Assumption> which, Function<Assumption, String> value) {
        ImmutableList<Assumption> rows = dataset.assumptions().stream()
                .map(row -> which.test(row)
                        ? new Assumption(
                                row.id(),
                                row.scenario(),
                                row.year(),
                                row.step(),
                                row.name(),
                                Observation.parse(value.apply(row)),
                                row.unit(),
                                row.period(),
                                row.origin(),
                                row.reason(),
                                row.sources())
                        : row)
                .collect(toImmutableList());
        return dataset.supposing(DatasetTables.ASSUMPTIONS, rows);
    }

    private static Dataset asking(Dataset dataset, String percent) {
        return with(dataset, row -> row.id().equals("incentive-return"), row -> percent);
    }

    private static List<NamedCsvRecord> expected() {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(Path.of(FOLDER + "-expected", "incentive.csv"))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isPrinted(double ours, NamedCsvRecord row, String column) {
        double printed = Double.parseDouble(row.getField(column));
        assertThat(ours).as(column).isCloseTo(printed, within(Math.abs(printed) * DIGITS + 1e-12));
    }

    private static ProjectCash project(IncentivePrices prices, String name) {
        return prices.projects().stream()
                .filter(one -> one.valued().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double number(IncentivePrices prices, Key key) {
        return prices.model().value(key).number().orElseThrow();
    }

    private static double beforeTax(Dataset dataset, String project) {
        IncentivePrices prices = prices(dataset);
        return number(prices, prices.beforeTax(project(prices, project)));
    }

    private static double afterTax(Dataset dataset, String project) {
        IncentivePrices prices = prices(dataset);
        return number(prices, prices.afterTax(project(prices, project)));
    }

    // ---------------------------------------------------------------- as printed

    static Stream<NamedCsvRecord> projects() {
        return expected().stream().filter(row -> !row.getField("study_price").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("projects")
    void projects_need_the_price_that_the_proposal_prints(NamedCsvRecord row) {
        String project = row.getField("project");
        for (String rate : List.of("0", "8", "10", "15")) {
            isPrinted(beforeTax(asking(AS_STUDIES, rate), project), row, "pre_tax_" + rate);
        }
        for (String rate : List.of("8", "10", "15")) {
            isPrinted(afterTax(asking(AS_STUDIES, rate), project), row, "post_tax_" + rate);
        }
        isPrinted(afterTax(DATASET, project), row, "post_tax_15_our_ramp");
    }

    @ParameterizedTest
    @CsvSource({"Lynas, 'Lynas, growth'", "Mountain Pass, 'Mountain Pass, growth'"})
    void what_runs_stands_at_its_cash_cost_at_full_output(String operation, String name) {
        NamedCsvRecord row = expected().stream()
                .filter(one -> one.getField("project").equals(name))
                .findFirst()
                .orElseThrow();
        IncentivePrices prices = prices(DATASET);
        OperationCash own = prices.operations().stream()
                .filter(one -> one.valued().name().equals(operation))
                .findFirst()
                .orElseThrow();
        isPrinted(number(prices, prices.cashCost(own)), row, "net_cash_cost");
    }

    @ParameterizedTest
    @CsvSource({"15, post tax 15%", "10, post tax 10%"})
    void quartiles_are_the_printed_ones(String rate, String name) {
        NamedCsvRecord row = expected().stream()
                .filter(one -> one.getField("project").contains(name))
                .findFirst()
                .orElseThrow();
        IncentivePrices prices = prices(asking(AS_STUDIES, rate));
        isPrinted(number(prices, prices.quartile("NdPr oxide", Quartile.LOWER)), row, "post_tax_15");
        isPrinted(number(prices, prices.quartile("NdPr oxide", Quartile.MEDIAN)), row, "post_tax_15_low");
        isPrinted(number(prices, prices.quartile("NdPr oxide", Quartile.UPPER)), row, "post_tax_15_high");
    }

    /** Nolans: 3 years of building, 38 of operation at 40, 70, 90 and 100%, cash in the middle of each. */
    @ParameterizedTest
    @ValueSource(ints = {0, 8, 15})
    void before_tax_it_is_the_closed_form_by_hand(int percent) {
        double rate = percent / 100.0;
        double capital = 0;
        for (int year = -3; year < 0; year++) {
            capital += 1226 / 3.0 / Math.pow(1 + rate, year);
        }
        double full = 0;
        double[] ramp = {0.4, 0.7, 0.9, 1};
        for (int year = 0; year < 38; year++) {
            capital += year == 0 ? 0 : 0.02 * 1226 / Math.pow(1 + rate, year);
            full += ramp[Math.min(year, 3)] / Math.pow(1 + rate, year);
        }
        IncentivePrices prices = prices(asking(AS_STUDIES, Integer.toString(percent)));
        ProjectCash nolans = project(prices, "Nolans");

        assertThat(number(prices, prices.cashCost(nolans))).isCloseTo(133 - 460 / 4.44, within(1e-9));
        assertThat(number(prices, prices.capital(nolans))).isCloseTo(capital, within(1e-9));
        assertThat(number(prices, prices.fullYears(nolans))).isCloseTo(full, within(1e-9));
        assertThat(number(prices, prices.beforeTax(nolans)))
                .isCloseTo(133 - 460 / 4.44 + capital / full / 4.44, within(1e-9));
    }

    // ---------------------------------------------------------------- laws

    @ParameterizedTest
    @MethodSource("twoProjects")
    void at_its_price_after_tax_a_project_is_worth_nothing(NamedCsvRecord row) {
        requireWorthNothing(row);
    }

    static Stream<NamedCsvRecord> twoProjects() {
        return projects().limit(2);
    }

    @ParameterizedTest
    @MethodSource("projects")
    @Tag("nightly")
    void at_its_price_after_tax_every_project_is_worth_nothing(NamedCsvRecord row) {
        requireWorthNothing(row);
    }

    private static void requireWorthNothing(NamedCsvRecord row) {
        String name = row.getField("project");
        double price = afterTax(DATASET, name);
        Dataset there = with(
                DATASET,
                one -> List.of("ndpr-price", "ndpr-premium", "discount-rate").contains(one.id()),
                one -> switch (one.id()) {
                    case "ndpr-price" -> Double.toString(price);
                    case "ndpr-premium" -> "0";
                    default -> "15";
                });
        ValueStudy study = Analyses.of(there).values().orElseThrow();
        ProjectCash project = study.projects().stream()
                .filter(one -> one.valued().name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(study.model().value(project.npv()).number().orElseThrow()).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void it_rises_with_return_tax_and_capital(NamedCsvRecord row) {
        String name = row.getField("project");
        double price = afterTax(DATASET, name);
        assertThat(afterTax(asking(DATASET, "12"), name)).isLessThan(price);
        assertThat(beforeTax(DATASET, name)).isLessThan(price);
        assertThat(afterTax(MORE_TAX, name)).isGreaterThan(price);
        assertThat(afterTax(MORE_CAPITAL, name)).isGreaterThan(price);
        assertThat(afterTax(MORE_EARNED, name)).isLessThan(price);
    }

    /** Of all projects at once: no price of one rests on another. */
    private static Dataset more(String part, double times) {
        return with(
                DATASET,
                row -> row.id().endsWith(part),
                row -> Double.toString(row.value().known().orElseThrow() * times));
    }

    @Test
    void a_delay_does_not_move_it() {
        Dataset later = with(DATASET, row -> row.id().equals("nolans-delay"), row -> "3");
        assertThat(afterTax(later, "Nolans")).isCloseTo(afterTax(DATASET, "Nolans"), within(1e-9));
    }

    @Test
    void a_price_that_was_solved_for_other_inputs_is_out_of_date() {
        IncentivePrices prices = prices(DATASET);
        ProjectCash nolans = project(prices, "Nolans");
        assertThat(after(prices, nolans, "nolans-delay", 3).isNumber()).isTrue();
        for (String part : List.of("capex", "tax", "ebitda", "price")) {
            assertThat(after(prices, nolans, "nolans-" + part, 50).toString())
                    .as(part)
                    .contains(IncentivePrices.OUT_OF_DATE);
        }
        assertThat(after(prices, nolans, "write-off", 5).toString()).contains(IncentivePrices.OUT_OF_DATE);
    }

    private static Value after(IncentivePrices prices, ProjectCash project, String id, double typed) {
        Model model = prices.model();
        Key key = prices.study().scenarios().key(id, Case.of("Base"));
        return model.valuesWith(Map.of(key, Value.of(typed))).of(prices.afterTax(project));
    }
}
