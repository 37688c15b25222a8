package org.lodestone.reports.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

class AttributionSectionTest {

    private static Part part;

    @BeforeAll
    static void read() {
        part = part(RareEarths.dataset()).orElseThrow();
    }

    private static Optional<Part> part(Dataset dataset) {
        return AttributionSection.of(dataset, Attribution.of(dataset));
    }

    private static List<String> headings(String section) {
        return part.sections().stream()
                .filter(found -> found.name().equals(section))
                .flatMap(found -> found.blocks().stream())
                .filter(Table.class::isInstance)
                .map(block -> ((Table) block).heading())
                .toList();
    }

    @Test
    void tonnes_and_the_stakes_that_decide_are_two_sheets() {
        assertThat(part.sections()).extracting(Section::name).containsExactly("Attribution", "Ownership");
        assertThat(headings("Attribution"))
                .containsExactly(
                        "Quota: mining and beneficiation",
                        "Quota: smelting and separation",
                        "Output",
                        "Capacity",
                        "Capacity to come");
        assertThat(headings("Ownership"))
                .containsExactly("Effective stakes", "Direct stakes they were worked out with");
    }

    @Test
    void who_holds_and_who_mines_is_told_live() {
        Key said = Term.of("attribution").sub("finding").sub("mining").of(Subject.of("600111.SH"));
        assertThat(part.model().value(said).inSentence())
                .isEqualTo(
                        "Mining and beneficiation: China Northern Rare Earth (600111.SH) holds a quota of 188,650 t REO in"
                                + " 2024, under which Baotou Steel Union (600010.SH) works.");
    }

    @Test
    void a_stake_typed_over_turns_the_check_amber() {
        Model model = part.model();
        assertThat(model.value(AttributionSection.STAKES_AS_COMPUTED)).isEqualTo(new Value.Num(1));
        Key stake = model.contents().keySet().stream()
                .filter(key -> key.what().name().equals("stake of 600392.SH")
                        && key.of().name().equals("MP"))
                .filter(key -> model.content(key) instanceof Content.Figure)
                .findFirst()
                .orElseThrow();
        assertThat(model.valuesWith(Map.of(stake, Value.of(12.0)))
                        .of(AttributionSection.STAKES_AS_COMPUTED)
                        .isMissing())
                .isTrue();
    }

    @Test
    void a_dataset_without_companies_and_stakes_has_no_such_sheets() {
        assertThat(part(Dataset.builder("empty").build())).isEmpty();
    }
}
