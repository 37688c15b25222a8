package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.examples.cli.SectionText.Format;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** One section in all three forms: mine production of MCS 2025 for 2024, with a row that is withheld. */
class SectionTextTest {

    private static final Citation MCS =
            new Citation(ImmutableList.of("usgs-mcs-2025"), Reliability.READ, How.REPORTED, "Estimated.");
    private static final Term PRODUCTION = Term.of("mine production");

    private final Model.Builder model = Model.builder();

    private Key production(String place) {
        return PRODUCTION.of(Subject.of(place));
    }

    private Key share(String place) {
        return production(place).sub("share");
    }

    private String printed(Section section, Format format) {
        StringWriter out = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(new StringWriter()), () -> false, 80);
        Answer.of(Stream.of(), List.of(SectionText.of(section, model.build()))).print(format, false, terminal);
        terminal.flush();
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private String section(Format format) {
        model.figure(production("China"), Value.of(270_000.0), ValueUnit.NUMBER, MCS);
        model.figure(production("=Burma"), new Value.Missing("W", "withheld"), ValueUnit.NUMBER, MCS);
        List<String> places = List.of("China", "=Burma");
        Key total = model.figure(PRODUCTION.key(), Value.of(393_950.0), ValueUnit.NUMBER, MCS);
        places.forEach(
                place -> model.calculation(share(place), production(place).over(total)));
        Key sentence = model.calculation(
                Term.of("finding").key(),
                Formula.sentence(
                        Formula.text("China mines "), production("China").fixed(0), Formula.text(" t.")));
        Section section = Section.of(
                "Production",
                "Who mines",
                "As of 2024",
                List.of(
                        new Block.Prose("", ImmutableList.of(new Block.Sentence.Live(sentence))),
                        Table.of("Mine production, t REO", places)
                                .label("Country", place -> place)
                                .value("Production", Shown.WHOLE, this::production)
                                .value("Share", Shown.PERCENT_2, this::share)
                                .column("Source", Column.Role.SOURCES, place -> Cell.CITES)
                                .note("W is withheld.")
                                .build()));
        return printed(section, format);
    }

    @Test
    void for_people_numbers_are_rounded_and_columns_aligned() {
        assertThat(section(Format.TABLE)).isEqualTo("""
                        Who mines
                        As of 2024

                        China mines 270,000 t.

                        Mine production, t REO

                        Country  Production   Share
                        ---------------------------
                        China       270,000  68.54%
                        =Burma            W     n/a
                        W is withheld.
                        """);
    }

    @Test
    void for_a_spreadsheet_numbers_are_exact_and_no_text_is_a_formula() {
        assertThat(section(Format.CSV)).isEqualTo("""
                        "Mine production, t REO"
                        Country,Production,Share,Source,Note
                        China,270000,0.6853661632186826,usgs-mcs-2025,Estimated.
                        '=Burma,W,n/a,usgs-mcs-2025,Estimated.
                        """);
    }

    @Test
    void for_programs_what_is_missing_says_why() {
        assertThat(section(Format.JSON))
                .contains("\"section\" : \"Production\"")
                .contains("\"sentences\" : [ \"China mines 270,000 t.\" ]")
                .contains("[ \"China\", 270000, 0.6853661632186826, \"usgs-mcs-2025\", \"Estimated.\" ]")
                .containsPattern("\"missing\" : \"W\",\\s+\"reason\" : \"withheld\"");
    }

    @Test
    void a_selector_says_what_is_picked() {
        Term scenario = Term.of("scenario");
        Key picked = model.assumption(scenario.key(), Value.of("Tight"), ValueUnit.NUMBER, "The case shown");
        List<Key> names = Stream.of("Base", "Tight")
                .map(name -> model.label(scenario.of(Subject.of(name)), name))
                .toList();
        Section section = Section.presenting(
                "Cover",
                "Rare earths",
                "",
                List.of(new Block.Selector("Scenario", picked, Formula.span(names), "Every sheet follows.")));

        assertThat(printed(section, Format.TABLE)).endsWith("\nScenario: Tight\n");
    }

    @Test
    void a_negative_number_is_no_formula() {
        Key change = model.figure(Term.of("change").key(), Value.of(-9_950.0), ValueUnit.NUMBER, MCS);
        Section section = Section.of(
                "Changes",
                "",
                "",
                List.of(Table.of("Change", List.of("-1 is text"))
                        .label("What", what -> what)
                        .value("t", Shown.WHOLE, what -> change)
                        .build()));

        assertThat(printed(section, Format.CSV)).endsWith("What,t\n'-1 is text,-9950\n");
    }

    @Test
    void a_number_is_rounded_and_grouped_as_the_report_says() {
        assertThat(new SectionText.Entry(Value.of(393_950), Shown.WHOLE).shownText())
                .isEqualTo("393,950");
    }

    @Test
    void a_control_character_in_a_text_cannot_reach_the_terminal() {
        assertThat(new SectionText.Entry(Value.of("a\u001b[2Jb"), Shown.TEXT).shownText())
                .isEqualTo("a\u241b[2Jb");
    }
}
