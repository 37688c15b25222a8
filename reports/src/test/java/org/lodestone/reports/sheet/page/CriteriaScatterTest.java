package org.lodestone.reports.sheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.universe.UniverseReader;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.Screening;

/** Two criteria of a table against each other: mine production and reserves of rare earths, in kt and Mt REO, as MCS 2025 has them. */
class CriteriaScatterTest {

    /** A share of magnets is known of one country alone. */
    private static final String HOLDERS = """
            Id,Name,Output,Reserves,Magnets
            US,United States,45,1.9,
            TH,Thailand,13,0.0045,
            VN,Vietnam,0.3,3.5,
            RU,Russia,2.5,3.8,
            AU,Australia,13,5.7,
            IN,India,2.9,6.9,
            BR,Brazil,0.02,21,
            CN,China,270,44,94
            MM,Myanmar,31,,
            """;

    private static final String CRITERIA = """
            {"name": "magnets", "weight": 9}, {"name": "reserves", "normalisation": "rank", "missing": "left-out"},
            {"name": "output", "weight": 2, "normalisation": "rank"}""";

    @TempDir
    private Path folder;

    private ScreenStudy study(String rows, String criteria, int top) {
        try {
            Files.writeString(folder.resolve("holders.csv"), rows);
            UniverseReading reading = UniverseReader.read(Files.writeString(folder.resolve("mine.json"), """
                            {"universe": "holders.csv", "id": "Id", "name": "Name",
                             "numbers": {"output": "Output", "reserves": "Reserves", "magnets": "Magnets"},
                             "screen": {"name": "Holders", "coverage": 0, "criteria": [%s]}}
                            """.formatted(
                                    criteria.replace("9}", "9, \"missing\": \"left-out\"}"))))
                    .orElseThrow();
            return ScreenStudy.shortlist(
                            Screening.of(
                                    reading.screen().orElseThrow(),
                                    reading.universe().orElseThrow()),
                            top,
                            reading.table())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An exhibit with the values that it is made of. */
    private record Made(Exhibit exhibit, Model model) {

        Chart chart() {
            return exhibit.shown().drawn().get(0);
        }

        String title(Values values) {
            return exhibit.finding().text(values);
        }

        String note(Values values) {
            return exhibit.notes().get(0).text(values);
        }

        List<String> names() {
            return chart().series().stream()
                    .filter(one -> one.role() == Chart.Role.VALUES)
                    .map(one -> one.name().text(model.values()))
                    .toList();
        }

        private double number(Chart.Series series, int point) {
            return model.values().number(series.values().keys().get(point)).orElseThrow();
        }
    }

    private static Optional<Made> made(ScreenStudy study) {
        Model.Builder model = Model.builder().include(study.model());
        return CriteriaScatter.of(study, new PageSentences(model, Term.of("page of a test")))
                .map(exhibit -> new Made(exhibit, model.build()));
    }

    @Test
    void the_two_heaviest_criteria_that_most_companies_have_are_drawn_the_heavier_along_the_bottom() {
        Made made = made(study(HOLDERS, CRITERIA, 30)).orElseThrow();

        // magnets weigh most and are known of one in nine; 270 is 13,500 times 0.02, and 44 is 9,778 times 0.0045
        assertThat(made.chart().unit()).isEqualTo("reserves, log scale");
        assertThat(made.chart().turned().unit()).isEqualTo("output, log scale");
        assertThat(made.chart().scale()).isEqualTo(Chart.Scale.LOGARITHMIC);
    }

    @Test
    void the_title_counts_those_ahead_of_both_medians_and_follows_a_value_that_is_typed() {
        ScreenStudy study = study(HOLDERS, CRITERIA, 30);
        Made made = made(study).orElseThrow();
        Values values = made.model().values();

        // the medians are 13 kt and 4.75 Mt: China alone has more of both
        assertThat(made.title(values))
                .isEqualTo("1 of 9 companies is ahead of the median in both output and reserves; not known for 1");
        assertThat(made.note(values)).isEqualTo("8 of 9 companies have both values.");

        Criterion reserves = study.screen().criteria().get(1);
        Key typed = LiveScreen.value(reserves, "MM");
        // with 10 Mt of Myanmar the median of reserves is 5.7
        Values then = made.model().valuesWith(Map.of(typed, Value.of(10.0)));
        assertThat(made.title(then)).isEqualTo("2 of 9 companies are ahead of the median in both output and reserves");
        assertThat(made.note(then)).isEqualTo("9 of 9 companies have both values.");
    }

    @Test
    void a_company_that_lacks_a_value_has_no_point_of_its_own() {
        Made made = made(study(HOLDERS, CRITERIA, 30)).orElseThrow();
        List<Chart.Series> points = made.chart().series().stream()
                .filter(one -> one.role() == Chart.Role.VALUES)
                .toList();

        assertThat(made.names())
                .hasSize(9)
                .contains("China", "Brazil")
                .contains(" ")
                .doesNotContain("Myanmar");
        // it lies under the first that has both
        double first = made.number(points.get(made.names().get(0).isBlank() ? 1 : 0), 0);
        assertThat(made.number(points.get(made.names().indexOf(" ")), 0)).isEqualTo(first);
    }

    @Test
    void others_are_no_more_than_a_few_hundred_without_the_outermost() {
        String rows = "Id,Name,Output,Reserves,Magnets\n"
                + IntStream.rangeClosed(1, 1_000)
                        .mapToObj(i -> "C" + i + ",Company " + i + "," + i + "," + (1_001 - i) + ",")
                        .collect(Collectors.joining("\n"));
        Made made = made(study(rows, CRITERIA, 30)).orElseThrow();
        Chart.Series others = made.chart().series().stream()
                .filter(one -> one.role() == Chart.Role.OTHERS)
                .findFirst()
                .orElseThrow();

        // of 970 others some 900 are within nine tenths, of which every fourth is drawn
        assertThat(others.values().keys()).hasSize(225);
        assertThat(IntStream.range(0, 225).mapToDouble(i -> made.number(others, i)))
                .allMatch(reserves -> reserves >= 51 && reserves <= 950);
        assertThat(made.note(made.model().values()))
                .isEqualTo("30 of 30 companies have both values. Grey: 225 of 970 others that have both, without the"
                        + " outermost twentieths of either.");
    }

    @Test
    void one_criterion_is_set_against_none() {
        assertThat(made(study(HOLDERS, "{\"name\": \"output\"}, {\"name\": \"magnets\"}", 30)))
                .isEmpty();
    }
}
