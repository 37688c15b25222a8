package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
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
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** One section as people read it: mine production of MCS 2025 for 2024, with a row that is withheld. */
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

    private String printed(Section section) {
        Answer answer = Answer.of(List.of(Part.of(section, model.build())), sections -> Stream.of());
        return new SectionTables(80, false).print(answer.told());
    }

    private String section() {
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
        return printed(section);
    }

    @Test
    void for_people_numbers_are_rounded_and_columns_aligned() {
        assertThat(section()).isEqualTo("""
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

        assertThat(printed(section)).endsWith("\nScenario: Tight\n");
    }

    @Test
    void a_control_character_in_a_text_cannot_reach_the_terminal() {
        Table named =
                Table.of("", List.of("a\u001b[2Jb")).label("Name", one -> one).build();

        assertThat(printed(Section.of("Names", "", "", List.of(named))))
                .contains("a\u241b[2Jb")
                .doesNotContain("\u001b");
    }
}
