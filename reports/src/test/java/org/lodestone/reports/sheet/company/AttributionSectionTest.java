package org.lodestone.reports.sheet.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.MoreCollectors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.RareEarths;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.company.StatedStake;
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
        assertThat(headings("Ownership")).containsExactly("Effective stakes", "Direct stakes");
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
    void an_effective_stake_follows_the_direct_stakes_on_its_way() {
        Model model = part.model();
        Key group = Term.of("effective stake of SASAC of the State Council").of(Subject.of("000831.SZ"));
        Key direct = stake(model, "China Rare Earth Group", "000831.SZ");
        // 31.21% × 28.56%, and of 30% instead
        assertThat(model.value(group).number()).hasValueCloseTo(0.08913576, within(1e-12));
        assertThat(model.valuesWith(Map.of(direct, Value.of(30.0))).number(group))
                .hasValueCloseTo(0.09363, within(1e-12));
        assertThat(model.valuesWith(Map.of(direct, new Value.Missing("W", "withheld")))
                        .number(group))
                .isEmpty();
    }

    /** The direct stake that is reckoned with. */
    private static Key stake(Model model, String owner, String owned) {
        return Attribution.of(RareEarths.dataset()).ownership().stated().stream()
                .filter(stated -> stated.stake().owner().equals(owner))
                .filter(stated -> stated.stake().owned().equals(owned))
                .map(StatedStake::key)
                .filter(model::has)
                .collect(MoreCollectors.onlyElement());
    }

    @Test
    void a_dataset_without_companies_and_stakes_has_no_such_sheets() {
        assertThat(part(Dataset.builder("empty").build())).isEmpty();
    }
}
