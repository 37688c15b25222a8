package org.lodestone.reports.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.research.Publication;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.universe.UniverseReader;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.PlainTexts;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.Screening;

class ScreenPackTest {

    /** F is too small, E has no margin. Of the others, margins run from 10 to 50. */
    private static final String ROWS = """
            Ticker,Company,Size,Ccy,EBITDA %,P/E
            A,Alpha,900,USD,10,5
            B,Beta,900,USD,30,10
            C,Gamma,900,USD,50,20
            D,Delta,9000,CNY,20,25
            E,Epsilon,900,USD,,7
            F,Phi,9,USD,99,1
            """;

    @TempDir
    private Path folder;

    private UniverseReading read(String filters) {
        try {
            Files.writeString(folder.resolve("companies.csv"), ROWS);
            return UniverseReader.read(Files.writeString(folder.resolve("mine.json"), """
                            {"universe": "companies.csv", "id": "Ticker", "name": "Company",
                             "numbers": {"margin": "EBITDA %%", "price": "P/E",
                               "size": {"column": "Size", "currency": "Ccy", "in": "USD",
                                 "rates": [{"from": "CNY", "rate": 0.1406, "date": "2025-12-31", "source": "ECB"}]}},
                             "screen": {"name": "Cheap and good", "filters": [%s], "criteria": [
                               {"name": "margin", "weight": 3},
                               {"name": "price", "direction": "lower", "normalisation": "percentile"}]}}
                            """.formatted(filters)))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UniverseReading read() {
        return read("{\"column\": \"size\", \"at_least\": 100}");
    }

    private static Section section(Report report, String name) {
        return report.sections().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String title(Report report, String name) {
        Block.Sentence title = section(report, name).title();
        return report.model()
                .values()
                .of(title.keys().findFirst().orElseThrow())
                .inSentence();
    }

    private static double number(Values values, Key key) {
        return values.number(key).orElseThrow();
    }

    @Test
    void the_first_companies_are_scored_by_what_all_companies_are() {
        UniverseReading reading = read();
        Report report = ScreenPack.of(reading, 2, Run.STANDARD, ResearchPack.Sheets.ALL);
        LiveScreen live = ScreenStudy.shortlist(
                        Screening.of(
                                reading.screen().orElseThrow(),
                                reading.universe().orElseThrow()),
                        2,
                        reading.table())
                .orElseThrow()
                .whole();
        Criterion margin = live.screen().criteria().get(0);
        Criterion price = live.screen().criteria().get(1);
        Values values = report.model().values();

        // prices are 5, 7, 10, 20 and 25: Gamma's is 3 of 4 steps up
        assertThat(number(values, of("standing among all " + price.name(), "C")))
                .isCloseTo(0.75, within(1e-12));
        // Gamma has the highest margin: 3/4 · 1 + 1/4 · (1 − 3/4)
        assertThat(number(values, live.score("C"))).isCloseTo(0.8125, within(1e-12));
        // Beta: 3/4 · (30 − 10) / 40 + 1/4 · (1 − 2/4)
        assertThat(number(values, live.score("B"))).isCloseTo(0.5, within(1e-12));
        assertThat(live.companies()).containsExactly("C", "B");
        assertThat(report.model().content(of("low end", margin.name()))).isInstanceOf(Content.Computed.class);
        assertThat(number(values, of("low end", margin.name()))).isEqualTo(10);
        assertThat(report.model().content(live.ownWeight(margin))).isInstanceOf(Content.Assumption.class);
    }

    private static Key of(String step, String what) {
        return Term.of("screen").sub(step).of(Subject.of(what));
    }

    @Test
    void it_says_what_was_read_and_at_which_rates() {
        Report report = ScreenPack.of(read(), 2, Run.STANDARD, ResearchPack.Sheets.ALL);
        Values values = report.model().values();

        assertThat(report.title()).isEqualTo("Cheap and good: a screen of 6 companies");
        assertThat(report.subtitle()).isEqualTo("Figures of companies.csv, converted at exchange rates of 2025-12-31");
        assertThat(number(values, UniverseSection.READ)).isEqualTo(6);
        assertThat(number(values, UniverseSection.STOPPED)).isEqualTo(1);
        assertThat(number(values, UniverseSection.RANKED)).isEqualTo(4);
        assertThat(number(values, UniverseSection.PROVISIONAL)).isEqualTo(1);
        assertThat(PlainTexts.of(section(report, "Data")))
                .contains("1 figure in CNY converted at 0.1406 USD, the rate of 2025-12-31 (ECB).");
        assertThat(report.sources()).containsOnlyKeys("companies.csv", "ECB");
        assertThat(number(values, CheckSection.FAILING)).isZero();
    }

    @Test
    void each_company_of_the_shortlist_has_a_reason_with_its_values_as_people_write_them() {
        Report report = ScreenPack.of(read(), 3, Run.STANDARD, ResearchPack.Sheets.ALL);

        // Alpha has the lowest margin and the lowest price, and is third by that
        assertThat(title(report, "Reasons")).isEqualTo("2 of 3 companies gain most under margin");
        assertThat(reason(report, "C")).isEqualTo("Top in margin (50.0%); furthest behind in price: 20 (best: 5).");
        assertThat(reason(report, "A")).isEqualTo("Top in price (5); furthest behind in margin: 10.0% (best: 50.0%).");
    }

    private static String reason(Report report, String company) {
        return report.model().values().of(of("reason", company)).inSentence();
    }

    @Test
    void all_companies_stand_in_a_table_of_their_own() {
        Report report = ScreenPack.of(read(), 2, Run.STANDARD, ResearchPack.Sheets.ALL);

        assertThat(report.sections())
                .extracting(Section::name)
                .containsExactly(
                        "Front",
                        "Control",
                        "Screen",
                        "Reasons",
                        "All companies",
                        "Screen detail",
                        "Data",
                        "Checks",
                        "Sources",
                        "Screen steps");
        assertThat(report.sections())
                .filteredOn(section -> !section.group().isBackup())
                .extracting(Section::name)
                .containsExactly("Front", "Control", "Screen", "Reasons", "All companies");
        assertThat(section(report, "All companies").blocks())
                .singleElement()
                .extracting("rows")
                .isEqualTo(6);
    }

    @Test
    void control_without_scenarios_and_years_speaks_of_neither() {
        String control =
                PlainTexts.of(section(ScreenPack.of(read(), 2, Run.STANDARD, ResearchPack.Sheets.ALL), "Control"));

        assertThat(control)
                .contains("Type into a yellow cell.", "Delete what you typed: what held before holds again.")
                .doesNotContain("scenario", "for all years", "4%");
    }

    @Test
    void each_page_has_a_finding_for_a_title_and_the_first_that_of_the_screen() {
        Report report = ScreenPack.of(read(), 3, Run.STANDARD, ResearchPack.Sheets.ALL);

        assertThat(title(report, "Front"))
                .isEqualTo("Gamma leads the screen with a score of 0.81, ahead of Beta with 0.50");
        assertThat(title(report, "Screen")).isEqualTo(title(report, "Front"));
        assertThat(title(report, "All companies"))
                .isEqualTo("4 of 6 companies are ranked; too little is known about 1, a filter stops 1");
    }

    @Test
    void it_is_published_by_whom_the_file_beside_it_names() throws IOException {
        assertThat(ScreenPack.of(read(), 2, Run.STANDARD, ResearchPack.Sheets.ALL)
                        .publication())
                .isEqualTo(Publication.of("Cheap and good: a screen of 6 companies"));

        Files.writeString(
                folder.resolve("report.json"), "{\"house\": \"Harbour Research\", \"author\": \"A. Analyst\"}");
        assertThat(ScreenPack.of(read(), 2, Run.STANDARD, ResearchPack.Sheets.ALL)
                        .publication())
                .isEqualTo(Publication.of("Cheap and good: a screen of 6 companies")
                        .withHouse("Harbour Research")
                        .withAuthor("A. Analyst"));

        Files.writeString(folder.resolve("report.json"), "{\"home\": \"Harbour Research\"}");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ScreenPack.of(read(), 2, Run.STANDARD, ResearchPack.Sheets.ALL))
                .withMessageContaining("report.json:1: home: is not a field of a report.");
    }

    @Test
    void where_nobody_passes_the_filters_the_report_says_so() {
        Report report = ScreenPack.of(read("{\"column\": \"size\", \"at_least\": 100000}"));

        assertThat(report.sections())
                .extracting(Section::name)
                .containsExactly("Front", "All companies", "Checks", "Sources");
        assertThat(title(report, "Front"))
                .isEqualTo("0 of 6 companies are ranked; too little is known about 0, a filter stops 6");
    }

    @Test
    void where_nobody_is_ranked_the_sheet_says_what_is_missing() {
        Report report = ScreenPack.of(read("{\"column\": \"price\", \"at_least\": 7, \"at_most\": 7}"));

        assertThat(report.sections()).extracting(Section::name).contains("Screen", "Screen steps");
    }

    @Test
    void no_companies_or_too_many_cannot_be_live() {
        for (int top : List.of(0, 201)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ScreenPack.of(read(), top, Run.STANDARD, ResearchPack.Sheets.ALL))
                    .withMessage("'" + top + "' companies cannot be shown. Ask for 1 to 200.");
        }
    }
}
