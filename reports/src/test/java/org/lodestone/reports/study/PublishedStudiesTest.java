package org.lodestone.reports.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableDoubleArray;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.reports.internal.study.CashPlan;
import org.lodestone.reports.internal.study.Corner;
import org.lodestone.reports.internal.study.Range;
import org.lodestone.reports.internal.study.StudyPlan;
import org.lodestone.reports.study.StudyAudit.Verdict;

/** Thirty published studies of rare earths, recomputed, against a program of its own in Python to the digits it prints. */
class PublishedStudiesTest {

    private static final Path FOLDER = Path.of("src/test/resources/studies");
    private static final double DIGITS = 5e-10;

    private record Study(NamedCsvRecord in, NamedCsvRecord expected) {

        double number(String column) {
            return Double.parseDouble(in.getField(column));
        }

        Optional<Range> printed(String column, String half) {
            return in.getField(column).isEmpty()
                    ? Optional.empty()
                    : Optional.of(Range.around(number(column), number(half)));
        }

        OptionalDouble rate() {
            return in.getField("rate_printed").equals("yes")
                    ? OptionalDouble.of(number("rate"))
                    : OptionalDouble.empty();
        }

        /** Earnings are written as years times an amount: {@code 7x331.24 31x489.07}. */
        StudyPlan plan() {
            ImmutableList<Range> ebitda = Stream.of(in.getField("ebitda").split(" "))
                    .map(level -> level.split("x"))
                    .flatMap(level -> Stream.generate(() -> range(Double.parseDouble(level[1])))
                            .limit(Integer.parseInt(level[0])))
                    .collect(ImmutableList.toImmutableList());
            int build = (int) number("build");
            return new StudyPlan(
                    Range.of(number("capex")),
                    ebitda,
                    new Range(Math.max(1, build - 1), build, build + 1),
                    new Range(number("tax_low"), number("tax"), number("tax_high")),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    OptionalDouble.empty());
        }

        private Range range(double ebitda) {
            double half = number("ebitda_half_unit");
            return new Range(ebitda * number("ebitda_low_factor") - half, ebitda, ebitda + half);
        }

        void holds(String column, double found) {
            double wanted = Double.parseDouble(expected.getField(column));
            assertThat(found).as(column).isCloseTo(wanted, within(Math.abs(wanted) * DIGITS));
        }

        @Override
        public String toString() {
            return in.getField("project") + ", " + in.getField("study");
        }
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
            return reader.stream().toList();
        }
    }

    private static List<Study> studies() throws IOException {
        Map<List<String>, NamedCsvRecord> expected =
                Maps.uniqueIndex(rows("expected.csv"), row -> List.of(row.getField("project"), row.getField("study")));
        return rows("inputs.csv").stream()
                .map(row -> new Study(row, expected.get(List.of(row.getField("project"), row.getField("study")))))
                .toList();
    }

    private static List<Study> checkable() throws IOException {
        return studies().stream()
                .filter(study -> !study.in().getField("ebitda").isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("checkable")
    void npv_irr_and_payback_with_all_that_is_left_open(Study study) {
        Range npv = study.plan().npv(study.rate());
        study.holds("npv_low", npv.low());
        study.holds("npv_central", npv.central());
        study.holds("npv_high", npv.high());
        Range irr = StudyAmounts.over(study.plan().irr().orElseThrow(), 0.01);
        study.holds("irr_low_pct", irr.low());
        study.holds("irr_central_pct", irr.central());
        study.holds("irr_high_pct", irr.high());
        study.holds(
                "payback_central_years", study.plan().payback().orElseThrow().central());
        assertThat(Verdict.of(npv, study.printed("npv", "npv_half_unit").orElseThrow())
                        .inWords())
                .isEqualTo(study.expected().getField("verdict_npv"));
        assertThat(study.printed("irr_pct", "irr_half_unit")
                        .map(printed -> Verdict.of(irr, printed).inWords())
                        .orElse(""))
                .isEqualTo(study.expected().getField("verdict_irr"));
    }

    @Test
    void ten_are_reproduced_seventeen_within_range_and_four_cannot_be_reconciled() throws IOException {
        Map<String, Long> counts = Stream.concat(
                        checkable().stream()
                                .map(study -> Verdict.of(
                                                study.plan().npv(study.rate()),
                                                study.printed("npv", "npv_half_unit")
                                                        .orElseThrow())
                                        .inWords()),
                        Stream.of(priceForNothing(), worthOfFiveDollars()).map(Verdict::inWords))
                .collect(Collectors.groupingBy(verdict -> verdict, Collectors.counting()));
        assertThat(counts)
                .containsEntry("reproduced", 10L)
                .containsEntry("within range", 17L)
                .containsEntry("cannot reconcile", 4L);
        assertThat(studies()).hasSize(checkable().size() + 1); // one study prints no EBITDA
    }

    /** Wicheeda prints the price of NdPr, 67.60 USD/kg, at which its rate of return is nothing; 4.409 kt a year at a price of 136.60. */
    private static Verdict priceForNothing() throws IOException {
        StudyPlan plan = named("Wicheeda", "PFS 2025 pre tax").plan();
        double times = plan.timesForNpv(0, OptionalDouble.of(0)).orElseThrow();
        double price = 136.6 - 437.3 * (1 - times) / 4.409;
        assertThat(price).isCloseTo(66.4480381, within(1e-4)); // the program prints 66.4480381
        return Verdict.of(Range.of(price), Range.around(67.6, 0.05));
    }

    /** Nolans prints that each USD 5/kg of NdPr adds A$130 mn: 4,357 t a year at 0.704 USD/AUD. */
    private static Verdict worthOfFiveDollars() throws IOException {
        double[] added = {
            worth(4, ImmutableDoubleArray.of(0.25, 0.50, 0.75, 1), 0.30, 1),
            worth(3, Corner.CENTRAL.ramp(), 0.30, 0),
            worth(2, ImmutableDoubleArray.of(0.70, 1), 0, 0)
        };
        assertThat(added[0]).isCloseTo(112.5438104, within(1e-7));
        assertThat(added[1]).isCloseTo(143.4778186, within(1e-7));
        assertThat(added[2]).isCloseTo(242.2256582, within(1e-7));
        return Verdict.of(new Range(added[0], added[1], added[2]), Range.around(130, 0.5));
    }

    private static double worth(int build, ImmutableDoubleArray ramp, double tax, double timing) {
        DoubleUnaryOperator npv = more -> new CashPlan(
                        1_000,
                        build,
                        ImmutableDoubleArray.copyOf(
                                DoubleStream.generate(() -> 377 + more).limit(23)),
                        ramp,
                        0.02,
                        10,
                        tax)
                .flows()
                .npv(0.10, timing);
        return npv.applyAsDouble(4.357 * 5 / 0.704) - npv.applyAsDouble(0);
    }

    private static Study named(String project, String study) throws IOException {
        return studies().stream()
                .filter(one -> one.toString().equals(project + ", " + study))
                .findFirst()
                .orElseThrow();
    }
}
