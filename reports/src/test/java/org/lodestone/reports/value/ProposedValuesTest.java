package org.lodestone.reports.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Values;

/**
 * A valuation of eight projects and three companies, against a program of its own in Python to the digits it prints. Its prices and lists
 * are in {@code src/test/resources/value}.
 */
class ProposedValuesTest {

    private static final String FOLDER = "src/test/resources/value";
    private static final double DIGITS = 5e-10;

    private static final Dataset DATASET = Datasets.open(Path.of(FOLDER));
    private static final Analyses ANALYSES = Analyses.of(DATASET);
    private static final Map<String, ValueStudy> BY_SCENARIO = new HashMap<>();

    private static ValueStudy study(String scenario) {
        return BY_SCENARIO.computeIfAbsent(
                scenario,
                name -> ValueStudy.of(DATASET, ForecastStudy.of(DATASET, name), ANALYSES.studies(), ANALYSES.comps())
                        .orElseThrow());
    }

    private static List<NamedCsvRecord> expected(String file) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(Path.of(FOLDER + "-expected", file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<NamedCsvRecord> navs() {
        return expected("nav.csv").stream();
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static void isPrinted(double ours, double printed) {
        assertThat(ours).isCloseTo(printed, within(Math.abs(printed) * DIGITS + 1e-12));
    }

    @ParameterizedTest
    @MethodSource("navs")
    void projects_are_worth_what_the_proposal_prints(NamedCsvRecord row) {
        ValueStudy study = study(row.getField("scenario"));
        ProjectCash flow = study.flows().stream()
                .filter(one -> one.valued().name().equals(row.getField("project")))
                .map(ProjectCash.class::cast)
                .findFirst()
                .orElseThrow();
        Values values = study.model().values();
        isPrinted(values.number(flow.npv()).orElseThrow(), number(row, "npv8_usd_mn"));
        isPrinted(100 * values.number(flow.irr()).orElseThrow(), number(row, "irr_pct"));
        isPrinted(
                values.number(study.payback(flow).in(Case.of(row.getField("scenario"))))
                        .orElseThrow(),
                number(row, "payback_years"));
        isPrinted(values.number(flow.opens()).orElseThrow(), number(row, "first_production"));
        isPrinted(
                flow.years().stream()
                        .mapToDouble(year -> values.number(flow.cash(year)).orElseThrow())
                        .sum(),
                number(row, "undiscounted_fcf"));
    }

    @Test
    void companies() {
        ValueStudy study = study("Base");
        System.out.println(study.insufficient());
        Values values = study.model().values();
        for (CompanyValue company : study.companies()) {
            System.out.println(company.comp().company().id() + " "
                    + values.of(company.net().perShare()) + " "
                    + values.of(company.net().priceToNav()) + " "
                    + values.of(company.net().perShareRisked()));
            for (CompanyValue.Meaning meaning : CompanyValue.Meaning.values()) {
                System.out.println(meaning + " " + values.of(company.implied(meaning)) + " "
                        + values.of(company.implied(meaning, "Base")) + " left " + values.of(company.left(meaning)));
            }
        }
        expected("company.csv").stream()
                .limit(60)
                .filter(r -> r.getField("item").contains("implied")
                        || r.getField("item").contains("NAV per share"))
                .forEach(r -> System.out.println(r));
    }
}
