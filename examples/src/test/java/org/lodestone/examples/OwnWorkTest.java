package org.lodestone.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.sum;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.excel.Workbooks;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.Supply;

class OwnWorkTest {

    private static final Dataset DATASET = Datasets.open("rare-earths");

    @Test
    void a_section_of_ones_own_has_a_table_a_chart_a_finding_and_a_check() throws IOException {
        Supply mined = Supply.of(DATASET, "mine-production").orElseThrow();
        Period year = mined.latest();
        List<Place> others = mined.known(year).stream()
                .filter(place -> !place.name().equals("China"))
                .toList();
        Function<Place, Key> amount = place -> mined.amount(place, year);
        Part.Builder part = Part.titled("Outside China", "Who else mines rare earths", mined.model());
        Key all = part.calculated("mined", sum(span(others, amount)));
        Function<Place, Key> share = part.calculated(
                "share", others, place -> amount.apply(place).ref().over(all.ref()));
        part.table(Table.of("Mine production outside China, " + year, others)
                        .labelOf("Country", mined::name)
                        .value("t REO", Shown.WHOLE, amount)
                        .value("Share", Shown.PERCENT, share))
                .chart(Chart.bars("Mine production outside China, " + year, "% of the sum")
                        .series("Share", span(others, share)))
                .finding(
                        "Outside China",
                        say(
                                "Other countries mined {sum} t REO in {year}.",
                                with("sum", all.ref().fixed(0)).with("year", year.toString())))
                .check(
                        "Shares outside China sum to one",
                        sum(span(others, share)).rounded(6).isEqualTo(ONE));
        Report report = ResearchPack.of(DATASET).with(part.build()).report();

        Workbooks.write(report, LocalDate.of(2026, 11, 30), Path.of("/tmp/h3/own.xlsx"));
        assertThat(report.sections()).isNotEmpty();
    }
}
