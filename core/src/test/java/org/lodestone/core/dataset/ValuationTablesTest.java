package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.market.Price.Vat;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Contract;
import org.lodestone.core.valuation.Valuation;
import org.lodestone.core.valuation.Valued;
import org.lodestone.core.valuation.Valued.Evidence;

/** Price decks, terms of sale and what is valued, each by itself: what a row says, and what it cannot say. */
class ValuationTablesTest {

    private static final String FLOOR =
            "floor-to-2035,MP,Department of Defense,old-mine,outside,held,floor,shared-from,"
                    + "shared,cap,2026,2035,inflation";

    @TempDir
    private Path folder;

    private SmallForecast values;

    @BeforeEach
    void values() {
        values = SmallValuation.in(folder);
    }

    private Valuation valuation() {
        return values.read().orElseThrow().valuation();
    }

    private List<String> problems() {
        return values.problems();
    }

    @Test
    void a_deck_has_a_price_of_its_own_or_a_premium_over_another() {
        assertThat(valuation().decks()).hasSize(2).first().satisfies(deck -> {
            assertThat(deck.price()).contains("price");
            assertThat(deck.over()).isEmpty();
            assertThat(deck.vat()).isEqualTo(Vat.EXCLUDED);
            assertThat(deck.longTerm()).isEqualTo(Period.year(2031));
            assertThat(deck.response()).contains("response");
            assertThat(deck.balance()).contains("market");
            assertThat(deck.sources()).containsExactly("usgs-2025");
        });
        assertThat(valuation().deck("outside")).hasValueSatisfying(deck -> {
            assertThat(deck.price()).isEmpty();
            assertThat(deck.over()).contains("china");
            assertThat(deck.premium()).contains("premium");
        });
    }

    @Test
    void a_contract_holds_from_its_first_year_to_its_last() {
        Contract contract = valuation().contracts().get(0);

        assertThat(contract.sharing()).hasValueSatisfying(sharing -> {
            assertThat(sharing.from()).isEqualTo("shared-from");
            assertThat(sharing.share()).isEqualTo("shared");
            assertThat(sharing.cap()).contains("cap");
        });
        assertThat(List.of(2025, 2026, 2035, 2036))
                .extracting(contract::holdsIn)
                .containsExactly(false, true, true, false);
    }

    @Test
    void a_project_and_an_operation_say_whose_share_is_valued_and_how_good_their_inputs_are() {
        assertThat(valuation().valued())
                .extracting(Valued::id, valued -> valued.company().orElse(""), Valued::line, Valued::evidence)
                .containsExactly(
                        tuple("nolans", "ARU.AX", "new-mine", Evidence.B),
                        tuple("mountain-pass", "MP", "old-mine", Evidence.C));
        assertThat(Evidence.D.meaning()).isEqualTo("earnings or the study's price backed out or borrowed");
    }

    @Test
    void rules_of_values_name_their_assumptions_and_which_of_them_are_taken_by_year() {
        assertThat(values.read().orElseThrow().premises())
                .contains(
                        "price",
                        "premium",
                        "response",
                        "floor",
                        "cap",
                        "inflation",
                        "stake",
                        "study-price",
                        "cost",
                        "life");
        assertThat(valuation().takenByYear())
                .containsExactlyInAnyOrder("price", "premium", "cost", "fixed-cost", "spent", "written-off");
        assertThat(valuation().partsOfAWhole()).containsExactlyInAnyOrder("stake", "tax", "shared");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            price,china,premium,2031,excluded,,        | 'china' has a price and a deck it stands over. Fill either price or over.
            ,,,2031,excluded,,                         | 'china' has neither a price nor a deck it stands over. Fill either price or over.
            ,outside,,2031,excluded,,                  | 'china' stands over 'outside' and names no premium. Name its assumption, of 0% where both cost the same.
            price,,premium,2031,excluded,,             | 'china' has the premium 'premium' over no deck. Name that in over.
            price,,,2031,excluded,response,            | 'china' names a response and no balance. Fill both, or neither.
            price,,,2031,excluded,,market              | 'china' names a balance and no response. Fill both, or neither.
            """)
    void what_a_deck_cannot_be_is_told_with_its_line(String cells, String message) {
        values.edit("decks", "price,,,2031,excluded,response,market", cells);

        assertThat(problems()).contains("decks.csv:2: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            held,floor,shared-from,shared,cap,2036,2035,inflation | 'floor-to-2035' ends in 2035, before it begins in 2036. Exchange the two, or correct one.
            held,,,,,2026,2035,inflation                          | 'floor-to-2035' has neither a floor nor a share of a high price, so that nothing would follow. Fill floor, or shared_from and shared.
            held,floor,shared-from,,,2026,2035,inflation          | shared_from and shared go together, and one of them is empty. Fill both, or neither.
            """)
    void what_a_contract_cannot_be_is_told_with_its_line(String cells, String message) {
        values.edit("contracts", "held,floor,shared-from,shared,cap,2026,2035,inflation", cells);

        assertThat(problems()).containsExactly("contracts.csv:2: " + message);
    }

    @Test
    void a_cap_without_a_share_has_no_use() {
        values.edit("contracts", FLOOR, FLOOR.replace("shared-from,shared,cap", ",,cap"));

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("contracts.csv:2: ")
                .endsWith("but nothing is shared. Empty the cell, or fill shared.");
    }

    @Test
    void a_stake_a_life_and_a_cost_are_in_units_of_their_own() {
        values.edit("assumptions", "Life,30,years", "Life,30,%")
                .edit("assumptions", "Cost,40,2026 USD/kg", "Cost,40,2026 USD mn");

        assertThat(problems())
                .anyMatch(one -> one.endsWith("unit: '%' of 'life' does not suit its use as span. Write years."))
                .anyMatch(one -> one.endsWith(
                        "unit: '2026 USD mn' of 'cost' does not suit its use as cost. Write money for a mass, such as"
                                + " 2026 USD/kg."));
    }

    @Test
    void years_of_building_are_whole_and_a_premium_leaves_something_of_the_price() {
        values.edit("assumptions", "Build,3,years", "Build,2.5,years")
                .edit("assumptions", "Premium,5.6,%", "Premium,-100,%");

        assertThat(problems())
                .anyMatch(one ->
                        one.endsWith("'2.5 years' for 'build' in the scenario 'Base' cannot be. Write a whole number of"
                                + " years, from 1 to 100."))
                .anyMatch(one -> one.endsWith(
                        "'-100 %' for 'premium' in the scenario 'Base' cannot be. It would leave nothing of"
                                + " the price: write more than -100 %."));
    }
}
