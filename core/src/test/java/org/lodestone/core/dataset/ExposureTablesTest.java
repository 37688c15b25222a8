package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

class ExposureTablesTest {

    private static final String SOUND =
            "MINE,NdPr oxide,FY2025,sold,,market,NdPr oxide,99%,USD/kg,2025,yes,vat,,none,,on-top,none,none,tax,none,,";

    @TempDir
    Path folder;

    private Reading read(String... exposures) {
        String[] lines = new String[exposures.length + 1];
        lines[0] = String.join(",", ExposureTables.EXPOSURES.columnNames());
        System.arraycopy(exposures, 0, lines, 1, exposures.length);
        return dataset().table("exposures", lines).read();
    }

    private TinyDataset dataset() {
        return TinyDataset.in(folder)
                .table(
                        "companies",
                        String.join(",", CompanyTables.COMPANIES.columnNames()),
                        "MINE,Mine,,XNYS,MINE,United States,mining,,USD,12-31,,,usgs-2025")
                .table(
                        "company-facts",
                        "company,fact,period,value,unit,scope,how,derivation,sources,reliability",
                        "MINE,sold,FY2025,2000,t REO,,reported,,usgs-2025,read",
                        "MINE,returned,FY2025,-5,t REO,,reported,,usgs-2025,read",
                        "MINE,on-top,FY2025,20,USD mn,,reported,,usgs-2025,read",
                        "MINE,on-top-cny,FY2025,140,CNY mn,,reported,,usgs-2025,read",
                        "MINE,revenue,FY2025,200,USD mn,,reported,,usgs-2025,read",
                        "MINE,ore-paid,FY2025,50,CNY mn,,reported,,usgs-2025,read")
                .table(
                        "prices",
                        "product,grade,period,price,unit,edition,how,vat,note,sources,reliability",
                        "NdPr oxide,99%,2025,69,USD/kg,,reported,,,usgs-2025,read",
                        "NdPr oxide,99%,2025,500,CNY/kg,,reported,excluded,,usgs-2025,read")
                .table(
                        "assumptions",
                        "id,scenario,step,name,value,unit,period,origin,reason,sources",
                        "vat,Base,,VAT,13,%,,choice,Chosen.,",
                        "tax,Base,,Tax,0.25,x,,choice,Chosen.,",
                        "none,Base,,None,0,%,,choice,Chosen.,",
                        "too-much,Base,,Too much,1.2,x,,choice,Chosen.,",
                        "growth,Base,,Growth,2,%/yr,,choice,Chosen.,");
    }

    private List<String> problems(String... exposures) {
        return read(exposures).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void a_sound_row_names_its_volume_price_and_assumptions() {
        Reading reading = read(SOUND);

        assertThat(reading.problems()).isEmpty();
        Exposure exposure = reading.orElseThrow().exposures().get(0);
        Exposure.Sale sale = exposure.sale().orElseThrow();
        assertThat(exposure.product()).isEqualTo("NdPr oxide");
        assertThat(sale.period()).contains(Period.parse("FY2025"));
        assertThat(sale.quote())
                .isEqualTo(new Exposure.Quote.Market(
                        "NdPr oxide", "99%", Unit.parse("USD/kg"), Optional.of(Period.year(2025))));
        assertThat(sale.vatIncluded()).isTrue();
        assertThat(sale.onTop()).contains("on-top");
        assertThat(sale.deck()).isEmpty();
        assertThat(sale.assumptions()).containsExactly("vat", "none", "none", "none", "tax", "none");
    }

    @Test
    void a_company_whose_volume_is_not_known_needs_a_note_that_says_so() {
        assertThat(problems("MINE,Ore,,,,,,,,,,,,,,,,,,,,"))
                .containsExactly("exposures.csv:2: 'Ore' of MINE has neither a volume nor a note. Name a volume and a"
                        + " price, or say in the note what is missing.");
        assertThat(problems("MINE,Ore,,,,,,,,,,,,,,,,,,,Nothing is sold yet.,")).isEmpty();
        assertThat(problems("MINE,Ore,FY2025,,,,,,,,,,,,,,,,,,Nothing is sold yet.,"))
                .containsExactly(
                        "exposures.csv:2: period is 'FY2025', but volume is empty. Name the fact that states the"
                                + " volume.");
    }

    @Test
    void an_unknown_company_and_an_unknown_product() {
        assertThat(problems(SOUND.replace("MINE,", "MIEN,")))
                .containsExactly("exposures.csv:2: company: 'MIEN' is not in companies.csv. Did you mean 'MINE'?");
        assertThat(problems(SOUND.replace("market,NdPr oxide", "market,NdPr oxyde")))
                .containsExactly("exposures.csv:2: price: 'NdPr oxyde', grade '99%', in USD/kg for 2025 is not in"
                        + " prices.csv. Did you mean 'NdPr oxide'?");
        assertThat(problems(SOUND.replace("USD/kg,2025", "USD/kg,2024")))
                .containsExactly("exposures.csv:2: price: 'NdPr oxide', grade '99%', in USD/kg for 2024 is not in"
                        + " prices.csv. Look at the grade, price_unit and price_period of its rows there.");
    }

    @Test
    void a_share_above_one_is_told_where_it_stands_and_once() {
        assertThat(problems(
                        SOUND.replace("none,tax,none", "too-much,tax,none"),
                        SOUND.replace("NdPr oxide,FY", "Nd oxide,FY").replace("none,tax,none", "too-much,tax,none")))
                .containsExactly(
                        "assumptions.csv:5: value: '1.2 x' for 'too-much' cannot be. A share lies between 0 and"
                                + " 1 x.");
        assertThat(problems(SOUND.replace("tax,none,,", "growth,none,,")))
                .containsExactly("assumptions.csv:6: unit: '%/yr' of 'growth' is no unit of a share. Write % or x.");
    }

    @Test
    void a_volume_below_zero_or_of_no_mass_or_of_another_year() {
        assertThat(problems(SOUND.replace("FY2025,sold", "FY2025,returned")))
                .containsExactly(
                        "exposures.csv:2: volume: 'returned' of MINE is '-5' for FY2025. A volume cannot be below"
                                + " zero: correct it in company-facts.csv.");
        assertThat(problems(SOUND.replace("FY2025,sold", "FY2025,revenue")))
                .containsExactly(
                        "exposures.csv:2: volume: 'revenue' of MINE is in 'USD mn', which is no mass. Name what"
                                + " was sold, such as a fact in t REO.");
        assertThat(problems(SOUND.replace("FY2025,sold", "FY2024,sold")))
                .containsExactly("exposures.csv:2: volume: MINE has no 'sold' for FY2024 in company-facts.csv. Name a"
                        + " period in which it is stated.");
    }

    @Test
    void what_is_paid_on_top_is_in_the_currency_of_the_price() {
        assertThat(problems(SOUND.replace("none,,on-top", "none,,on-top-cny")))
                .containsExactly(
                        "exposures.csv:2: on_top: 'on-top-cny' is in 'CNY mn', and the price in 'USD/kg'. Name an"
                                + " amount in USD.");
    }

    @Test
    void a_row_need_not_name_a_period_nor_what_goes_to_the_seller_of_the_ore() {
        Reading reading = read(
                SOUND.replace("FY2025", "").replace("USD/kg,2025", "USD/kg,").replace("vat,,none", "vat,,"));

        assertThat(reading.problems()).isEmpty();
        Exposure.Sale sale = reading.orElseThrow().exposures().get(0).sale().orElseThrow();
        assertThat(sale.period()).isEmpty();
        assertThat(sale.quote().asMarket().flatMap(Exposure.Quote.Market::period))
                .isEmpty();
        assertThat(sale.isOreKnown()).isFalse();
    }

    @Test
    void what_goes_to_the_seller_of_the_ore_is_said_once_and_in_the_currency_of_the_price() {
        assertThat(problems(SOUND.replace("vat,,none", "vat,ore-paid,none")))
                .containsExactly(
                        "exposures.csv:2: what goes to the seller of the ore is said twice. Fill either ore_cost,"
                                + " with a fact, or pass_through, with an assumption.");
        assertThat(problems(SOUND.replace("vat,,none", "vat,ore-paid,")))
                .containsExactly(
                        "exposures.csv:2: ore_cost: 'ore-paid' is in 'CNY mn', and the price in 'USD/kg'. Name a"
                                + " cost in USD.");
    }

    @Test
    void a_price_with_vat_needs_its_rate_and_does_not_contradict_the_price_table() {
        assertThat(problems(SOUND.replace("yes,vat", "yes,")))
                .containsExactly(
                        "exposures.csv:2: the price includes VAT, but no rate is named. Name its assumption under"
                                + " vat.");
        assertThat(problems(SOUND.replace("USD/kg,2025,yes", "CNY/kg,2025,yes").replace("on-top", "on-top-cny")))
                .containsExactly(
                        "exposures.csv:2: vat_included: is 'yes', but prices.csv says that VAT is excluded from"
                                + " 'NdPr oxide' in CNY/kg for 2025. Correct one of the two.");
    }

    @Test
    void all_products_of_a_company_are_of_one_period() {
        assertThat(problems(SOUND, "MINE,Basket,FY2024,sold,,company,revenue,,,,no,,,none,,,none,none,tax,none,,"))
                .contains(
                        "exposures.csv:3: period: 'FY2024' is not the 'FY2025' of MINE in line 2. Its net profit is of"
                                + " one period: choose one for all its products.");
    }
}
