package org.lodestone.core.usgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalientHeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USprod_Mine_kt | Production: Mine | kt x",
                "Consump_Apparent_Total_t | Consumption: Apparent Total | t x",
                "Imports_Seconday_t | Imports: Secondary | t x",
                "Price_High-purity_dkg | Price: High-purity | USD/kg",
                "Price_dtoz | Price | [dollars per troy ounce]",
                "Price_dto | Price | [dollars per troy ounce]",
                "USprod_kct | Production | thousand carats",
                "USprod_mct | Production | mn carats",
                "Extracted_mcm | Extracted | mn m³",
                "Imports_mdol | Imports | USD mn",
                "Furnace_Basic-oxygen_pct | Furnace: Basic-oxygen | %",
                "Recycled_Post-consumer_kt | Recycled: Post-consumer | kt x",
                "Supply_kt | Supply | kt x",
                "Import_kt | Imports | kt x",
                "Price_Powder_dg | Price: Powder | [dollars per gram]",
                "Price_dst | Price | [dollars per short ton]",
                "Price_EU_df | Price: EU | [dollars per flask]",
                "Price_dfl | Price | [dollars per flask]",
                "Stones_dct | Price: Stones | [dollars per carat]",
                "Imports_Bort_dct | Price: Imports Bort | [dollars per carat]",
                "Price_ctskg | Price | [cents per kilogram]",
                "Price_Steel_index | Price: Steel | [index]",
                "Bauxite_Price_dt | Price: Bauxite | USD/t",
                "HPQ_Price_dt | Price: HPQ | USD/t",
                "50%_ctslb | Price: 50% | [cents per pound]",
                "Price_FeSi50%_ctslb | Price: FeSi50% | [cents per pound]",
                "Alumina_Imports_KT | Imports: Alumina | kt x"
            })
    void a_header_says_what_is_counted_in_which_unit(String header, String name, String unit) {
        SalientHeader read = header(header);

        assertThat(read.name()).isEqualTo(name);
        assertThat(read.unit("x")).hasToString(unit);
        assertThat(read.doubt()).isEmpty();
    }

    @Test
    void a_unit_before_other_words_is_its_unit_and_the_figure_says_so() {
        SalientHeader read = header("Price_ctslb_FeSi_50%");

        assertThat(read.name()).isEqualTo("Price: FeSi 50%");
        assertThat(read.unit("Si")).hasToString("[cents per pound]");
        assertThat(read.doubt())
                .isEqualTo("The header 'Price_ctslb_FeSi_50%' has its unit, 'ctslb', before other words.");
    }

    /** MCS 2024, tungsten and gallium; MCS 2022, helium. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USprod_Minet | Production: Mine | t x",
                "Consump_Reportedt | Consumption: Reported | t x",
                "Scrap_Refinedt | Scrap: Refined | t x",
                "USprod_Primarykg | Production: Primary | kg x",
                "Price_High-puritydkg | Price: High-purity | USD/kg",
                "Price_Yellowcakedt | Price: Yellowcake | USD/t",
                "NIR_Refinedpct | Net import reliance: Refined | %",
                "Grade-A-Salesmcm | Grade-A-Sales | mn m³"
            })
    void a_unit_that_ran_into_the_word_before_it_is_told_from_it(String header, String name, String unit) {
        SalientHeader read = header(header);

        assertThat(read.name()).isEqualTo(name);
        assertThat(read.unit("x")).hasToString(unit);
        assertThat(read.doubt()).contains("'" + header + "'");
    }

    /** MCS 2022 to 2024, tungsten: 270 dollars for 7.93 kg of tungsten, where the header says dollars per ton. */
    @ParameterizedTest
    @ValueSource(strings = {"Price_WO3_dt", "Price_WO3dt"})
    void tungsten_trioxide_is_priced_by_the_metric_ton_unit(String header) {
        SalientHeader read = header(header);

        assertThat(read.name()).isEqualTo("Price: WO3");
        assertThat(read.unit("W")).hasToString("[dollars per dry metric ton unit]");
        assertThat(read.doubt()).contains("per dry metric ton unit, a hundredth of a ton");
    }

    /** Cement is no cemen in tonnes. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Exports_Cement", "Exports_Salt", "Imports_Peat", "Consump_", "Price_t", "Exports", "Imports_x"})
    void a_header_that_no_rule_settles_is_refused(String header) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> header(header))
                .withMessageContaining("does not end in the code of a unit");
    }

    /** MCS 2024, tungsten: NIR_pct in the description of the file; rare earths: a percentage; MCS 2023, copper. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NIR_ct | Net import reliance | %",
                "NIR_Concentrate_t | Net import reliance: Concentrate | %",
                "Employment_um | Employment | people",
                "Employment_m | Employment | people"
            })
    void a_statistic_that_is_in_one_unit_alone_is_in_that(String header, String name, String unit) {
        SalientHeader read = header(header);

        assertThat(read.name()).isEqualTo(name);
        assertThat(read.unit("x")).hasToString(unit);
        assertThat(read.doubt()).contains("the only unit it can be in");
    }

    /** MCS 2024, gallium: Exports_kg in the description of the file; tin: Consump_t. */
    @Test
    void a_unit_that_was_lost_is_that_of_all_other_amounts() {
        assertThat(header("Exports_g,USprod_Primarykg,Imports_Metalkg,Imports_GaAskg")
                        .unit("Ga"))
                .hasToString("kg Ga");
        assertThat(header("Consump_,Imports_Refined_t,Imports_Scrap_t,Exports_Scrap_t")
                        .unit("Sn"))
                .hasToString("t Sn");
    }

    @Test
    void a_unit_that_was_lost_is_not_guessed_where_the_others_differ_or_are_few_or_end_otherwise() {
        for (String headers : ImmutableList.of(
                "Exports_g,Imports_kg,Stocks_t,USprod_kg,Consump_kg",
                "Exports_g,Imports_kg",
                "Exports_g,Imports_t,Stocks_t,USprod_t")) {
            assertThatIllegalArgumentException().as(headers).isThrownBy(() -> header(headers));
        }
    }

    /** MCS 2024, nickel: 13,903 dollars a tonne and 6.31 a pound. */
    @Test
    void of_two_columns_that_name_two_units_the_first_is_in_the_first() {
        RawTable table = table("Price_dtdlb(bothused),Price_dtdlb(bothused)");

        assertThat(SalientHeader.of(table, 0, ImmutableList.of(0, 1)).unit("Ni"))
                .hasToString("USD/t");
        assertThat(SalientHeader.of(table, 1, ImmutableList.of(0, 1)).unit("Ni"))
                .hasToString("[dollars per pound]");
    }

    /** The first of {@code headers}, in a table that has all of them. */
    private static SalientHeader header(String headers) {
        RawTable table = table(headers);
        return SalientHeader.of(
                table, 0, IntStream.range(0, table.columns().size()).boxed().collect(ImmutableList.toImmutableList()));
    }

    private static RawTable table(String headers) {
        return new RawTable(
                "mcs2024-galli_salient.csv",
                "",
                ImmutableList.copyOf(Splitter.on(',').split(headers)),
                ImmutableList.of());
    }
}
