package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prices, contracts and what is valued, where one does not go with another: each is told with its file, line and remedy. */
class ValuationRulesTest {

    @TempDir
    private Path folder;

    private SmallForecast values;

    @BeforeEach
    void values() {
        values = SmallValuation.in(folder);
    }

    private List<String> problems() {
        return values.problems();
    }

    @Test
    void what_goes_together_is_read_without_a_problem() {
        assertThat(problems()).isEmpty();
    }

    // ---------------------------------------------------------------- decks

    @Test
    void prices_of_the_day_make_no_deck() {
        values.edit("assumptions", "price,Base,,Price,100,2026 USD/kg", "price,Base,,Price,100,USD/kg")
                .edit("assumptions", "price,Tight,,Price,110,2026 USD/kg", "price,Tight,,Price,110,USD/kg");
        assertThat(problems())
                .contains(
                        "decks.csv:2: price: 'price' is in 'USD/kg', money of the day, and values to come are added up in money of"
                                + " one year. Write '2026 USD/kg', or whichever year it is of.");
    }

    @Test
    void scenarios_have_a_price_in_one_money() {
        values.edit("assumptions", "price,Tight,,Price,110,2026 USD/kg", "price,Tight,,Price,110,USD/kg");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("assumptions.csv:")
                .contains("unit: 'USD/kg' is not the '2026 USD/kg' that 'price' has in ")
                .endsWith("Write all its values in one unit.");
    }

    @Test
    void a_price_is_above_zero() {
        values.edit("assumptions", "Price,100,2026 USD/kg", "Price,0,2026 USD/kg");
        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith(
                        "value: '0 2026 USD/kg' for 'price' in the scenario 'Base' cannot be. A price is above zero.");
    }

    @Test
    void a_deck_has_no_gap_between_its_years() {
        values.addInYear("assumptions", 2026, "price,Base,,Price,95.4,2026 USD/kg,,,Read.,")
                .addInYear("assumptions", 2028, "price,Base,,Price,97.2,2026 USD/kg,,,A line.,");
        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith("year: 'price' has no value for 2027 in the scenario 'Base', between 2026 and 2028. A deck"
                        + " has no gap: add the year.");
    }

    @Test
    void a_deck_has_one_price_for_a_year() {
        values.addInYear("assumptions", 2026, "price,Base,,Price,95.4,2026 USD/kg,,,Read.,")
                .addInYear("assumptions", 2026, "price,Base,,Price,97.6,2026 USD/kg,,,Read twice.,");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("assumptions.csv:")
                .endsWith(
                        "has the same id, scenario, year, step as line 49. Delete one of the two, or tell them apart.");
    }

    @Test
    void a_year_of_a_deck_is_a_number() {
        values.addInYear("assumptions", 2026, "price,Base,,Price,NA,2026 USD/kg,,,Not read.,");
        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith(
                        "value: 'NA' of 'price' is no number, and a deck needs one for each year. Write it, or leave the"
                                + " row out, and the value of all years holds.");
    }

    @Test
    void a_deck_stands_over_one_of_the_same_product_that_has_a_price() {
        values.edit("decks", "outside,NdPr oxide,outside China,,china", "outside,NdPr oxide,outside China,,chna");
        assertThat(problems())
                .containsExactly("decks.csv:3: over: 'chna' is no deck of decks.csv. Did you mean 'china'?");

        values.edit("decks", ",,chna,", ",,china,")
                .add("decks", "europe,NdPr oxide,Europe,,outside,premium,2031,excluded,,,,usgs-2025");
        assertThat(problems())
                .containsExactly(
                        "decks.csv:4: over: 'outside' stands over another deck itself. Name the one with a price: 'china'.");

        values.edit("decks", "europe,NdPr oxide,Europe,,outside", "dy,Dysprosium oxide,Europe,,china");
        assertThat(problems())
                .containsExactly("decks.csv:4: product: 'Dysprosium oxide' stands over the price of 'NdPr oxide'. A"
                        + " premium is one on the same product.");
    }

    @Test
    void the_spot_of_a_deck_is_a_product_of_the_prices() {
        values.edit(
                        "decks",
                        "over,premium,long_term,vat,response,balance,note",
                        "over,premium,long_term,vat,response,balance,spot,note")
                .edit("decks", "response,market,,usgs-2025", "response,market,NdPr oxyde,,usgs-2025")
                .edit("decks", "2031,excluded,,,,usgs-2025", "2031,excluded,,,,,usgs-2025")
                .table("prices", """
                        product,grade,period,price,unit,edition,how,vat,note,sources,reliability
                        NdPr oxide,,2026-06,100.8,USD/kg,,reported,excluded,,usgs-2025,read
                        """);
        assertThat(problems())
                .containsExactly(
                        "decks.csv:2: spot: 'NdPr oxyde' is no product of prices.csv. Did you mean 'NdPr oxide'?");
    }

    // ---------------------------------------------------------------- contracts

    @Test
    void a_floor_is_no_higher_than_the_price_from_which_it_is_shared() {
        values.edit("assumptions", "Shared from,150", "Shared from,100");
        assertThat(problems())
                .containsExactly(
                        "contracts.csv:2: floor: 'floor' of 110 is above 'shared-from' of 100, from which the price"
                                + " is shared. Exchange the two, or correct one.");
    }

    @Test
    void a_floor_that_is_the_price_from_which_it_is_shared_is_as_that_of_mp() {
        values.edit("contracts", "floor,shared-from", "floor,floor");
        assertThat(problems()).isEmpty();
    }

    @Test
    void a_contract_is_measured_by_a_deck_in_its_currency() {
        values.edit("assumptions", "Floor,110,USD/kg", "Floor,110,AUD/kg");
        assertThat(problems())
                .containsExactly(
                        "contracts.csv:2: floor: 'floor' is in AUD and the deck 'outside' in USD. Measure it by a"
                                + " deck in its currency.");
    }

    @Test
    void a_floor_in_money_of_the_day_loses_inflation_and_a_real_one_does_not() {
        values.edit("contracts", "2035,inflation,", "2035,,");
        assertThat(problems())
                .hasSize(2)
                .contains(
                        "contracts.csv:2: inflation: 'floor' is in 'USD/kg', money of the day, and nothing says what it"
                                + " loses a year. Name the assumption of inflation, or write '2026 USD/kg' if it is"
                                + " indexed.");

        values.edit("contracts", "2035,,", "2035,inflation,")
                .edit("assumptions", "Floor,110,USD/kg", "Floor,110,2026 USD/kg");
        assertThat(problems())
                .containsExactly("contracts.csv:2: inflation: 'floor' is in '2026 USD/kg', real money, which inflation"
                        + " does not lessen. Empty the cell, or write the price in money of the day.");
    }

    // ---------------------------------------------------------------- what is valued

    @Test
    void real_and_nominal_money_do_not_add() {
        values.edit("assumptions", "Capital,1226,2026 USD mn", "Capital,1226,USD mn")
                .edit("assumptions", "Cost,40,2026 USD/kg", "Cost,40,2025 USD/kg");
        assertThat(problems())
                .containsExactly(
                        "valued-operations.csv:2: cost: 'cost' is in '2025 USD/kg', and the deck 'outside' in money of"
                                + " 2026. Real and nominal do not add: write '2026 USD' and bring the number to that year.",
                        "valued-projects.csv:2: capex: 'capex' is in 'USD mn', and the deck 'outside' in money of 2026. Real"
                                + " and nominal do not add: write '2026 USD' and bring the number to that year.");
    }

    @Test
    void owners_have_no_more_than_the_whole() {
        values.edit("assumptions", "Stake,40,%", "Stake,60,%")
                .add(
                        "valued-projects",
                        "nolans-2,Nolans,MP,stake,new-mine,outside,2026,rate,tax,B,New mine,update 2024,,volume,study-price,capex,,build,sustaining,write-off-years,,usgs-2025");
        assertThat(problems())
                .containsExactly(
                        "valued-projects.csv:3: stake: the owners of 'new-mine' have 120% of it together. Nobody owns"
                                + " what another does: correct a stake.");
    }

    @Test
    void a_stake_is_no_more_than_the_whole() {
        values.edit("assumptions", "Stake,40,%", "Stake,140,%");
        assertThat(problems())
                .anyMatch(
                        one -> one.endsWith(
                                "value: '140 %' for 'stake' in the scenario 'Base' cannot be. A share lies between 0 and 100 %."));
    }

    @Test
    void a_project_has_a_line_in_the_pipeline() {
        values.edit("valued-projects", "stake,new-mine,", "stake,new-mien,");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("valued-projects.csv:2: line: 'new-mien' is not")
                .contains("'new-mine'");
    }

    @Test
    void a_line_that_does_not_count_says_when_it_comes_for_its_value_alone() {
        values.edit(
                "pipeline",
                "old-mine,old-mine,mine-production,not,,,mine-start,mine-delay,mine-probability,mine-ramp,,,It runs.,",
                "old-mine,old-mine,mine-production,not,,,,,,,,,It runs.,");
        assertThat(problems())
                .containsExactly("valued-operations.csv:2: line: 'old-mine' says in pipeline.csv neither start, delay,"
                        + " probability nor ramp, without which nothing can be valued. Fill them there.");
    }

    @Test
    void a_market_value_needs_a_rate_to_the_money_of_the_deck() {
        values.without("exchange-rates");
        assertThat(problems())
                .containsExactly("valued-projects.csv:2: company: 'ARU.AX' is traded in AUD and the deck is in USD, but"
                        + " exchange-rates.csv has no rate between the two. Add one.");
    }

    @Test
    void a_study_is_one_of_the_project() {
        values.edit("valued-projects", "New mine,update 2024", "New mine,update 2042");
        assertThat(problems())
                .containsExactly(
                        "valued-projects.csv:2: study: 'update 2042' is no study of 'New mine' in studies.csv. Did you"
                                + " mean 'update 2024'?");

        values.edit("valued-projects", "New mine,update 2042", "Nowhere,update 2024");
        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("valued-projects.csv:2: project: 'Nowhere' has no study in studies.csv.");
    }

    @Test
    void what_is_valued_counts_cash_from_one_year_in_both_tables() {
        values.edit("valued-operations", "outside,2026", "outside,2027");
        assertThat(problems())
                .containsExactly(
                        "valued-operations.csv:2: from: the cash of 'mountain-pass' counts from 2027 and that of"
                                + " 'nolans' from 2026. Values of one day are added up: write the same year in both.");
    }

    @Test
    void tables_of_values_need_decks_a_pipeline_and_studies() {
        values.without("studies");
        assertThat(problems())
                .contains("studies.csv: is not there, and valued-projects.csv needs it. Add it, and list it in"
                        + " datapackage.json.");
    }

    @Test
    void evidence_is_no_better_than_what_stands_behind_it() {
        values.edit(
                "assumptions",
                "volume,Base,,Volume,4440,t REO/yr,,figure,As printed.,usgs-2025",
                "volume,Base,,Volume,4440,t REO/yr,,derived,Cost over a cost a kilogram.,usgs-2025");
        assertThat(problems())
                .containsExactly(
                        "valued-projects.csv:2: evidence: 'B' means all inputs from one study, and 'volume' is derived."
                                + " Write C, or D where it is backed out.");
    }
}
