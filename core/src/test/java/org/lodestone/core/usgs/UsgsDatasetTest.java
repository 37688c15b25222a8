package org.lodestone.core.usgs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Doubt;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

class UsgsDatasetTest {

    @TempDir
    private Path folder;

    private static final UsgsReading GALLIUM =
            Samples.read(Samples.LONG, Samples.GALLIUM_2024).of("Gallium");

    @Test
    void two_releases_are_two_editions_of_the_same_measures() {
        Dataset dataset = GALLIUM.dataset("gallium", "Gallium");

        assertThat(dataset.editions().values()).extracting(Edition::name).containsExactly("MCS 2024", "MCS 2026");
        assertThat(dataset.defaultEdition()).isEqualTo("MCS2026");
        assertThat(dataset.measures().keySet())
                .contains("primary-production", "production-capacity", "united-states-exports")
                .doesNotContain("primary-production-2");
        // 2022: 610,000 kg printed in MCS 2024; 2025: 900,000 kg in MCS 2026
        assertThat(dataset.figures("primary-production", "MCS2024")).hasSize(14);
        assertThat(dataset.figures("primary-production", "MCS2026")).hasSize(12);
    }

    @Test
    void what_is_printed_of_one_country_is_no_stage_of_the_chain() {
        Dataset dataset = GALLIUM.dataset("gallium", "Gallium");

        assertThat(dataset.chain().stages()).extracting(Stage::name).containsExactly("Production");
        Measure exports = dataset.measure("united-states-exports");
        assertThat(exports.kind()).isEqualTo(Measure.Kind.STATISTIC);
        assertThat(exports.stage()).isEmpty();
        assertThat(dataset.measure("production-capacity").stage()).isEqualTo("production");
    }

    @Test
    void the_source_names_the_file_so_that_it_can_be_found_again() {
        Dataset dataset = GALLIUM.dataset("gallium", "Gallium");

        assertThat(dataset.sources().get("usgs-mcs-2024").citation())
                .startsWith("U.S. Geological Survey, Mineral Commodity Summaries 2024, data release, "
                        + "mcs2024-galli_world.csv (SHA-256 ");
        assertThat(dataset.sources().get("usgs-mcs-2026").shortName()).isEqualTo("USGS MCS 2026");
        assertThat(dataset.sources().get("usgs-mcs-2026").url()).hasValue("https://doi.org/10.3133/mcs2026");
    }

    @Test
    void reserves_belong_to_the_mine_and_rutile_is_not_ilmenite() {
        Dataset dataset =
                Samples.read(Samples.LONG).of("Titanium mineral concentrates").dataset("titanium", "Titanium");

        assertThat(dataset.measure("reserves-ilmenite").stage()).isEqualTo("mining");
        assertThat(dataset.measure("reserves-ilmenite").unit())
                .isEqualTo(dataset.measure("mine-production-ilmenite").unit());
        assertThat(dataset.measure("reserves-rutile").unit())
                .isNotEqualTo(dataset.measure("reserves-ilmenite").unit());
    }

    @Test
    void a_note_on_every_figure_of_a_measure_describes_the_measure() {
        Dataset dataset = Samples.read(Samples.LONG).of("Gallium").dataset("gallium", "Gallium");

        assertThat(dataset.measures().values())
                .extracting(Measure::description)
                .contains("Defined as imports – exports. Excludes gallium arsenide wafers.");
    }

    @Test
    void a_note_that_refers_to_pages_of_the_book_describes_nothing() {
        Dataset dataset =
                Samples.read(Samples.LONG).of("Titanium mineral concentrates").dataset("titanium", "Titanium");

        assertThat(dataset.measure("reserves-ilmenite").description()).isEmpty();
        assertThat(dataset.figures("reserves-ilmenite", "MCS2026"))
                .allSatisfy(figure -> assertThat(figure.citation().note()).doesNotContain("Appendix C"));
    }

    @Test
    void a_printed_total_stands_beside_the_sum_of_rows() {
        PrintedTotal total = PrintedTotal.of(GALLIUM).stream()
                .filter(one -> one.edition().equals("MCS2026")
                        && one.period().toString().equals("2025"))
                .filter(one -> one.name().equals("Primary production"))
                .findFirst()
                .orElseThrow();

        // MCS 2026: 900,000 + 3,000 + 6,000 kg; 900,000 printed, whose last digit before zeros is that of 100,000
        assertThat(total.beside().rows()).isEqualTo(5);
        assertThat(total.beside().sumOfKnown()).isEqualByComparingTo("909000");
        assertThat(total.beside().difference())
                .hasValueSatisfying(off -> assertThat(off).isEqualByComparingTo("-9000"));
        assertThat(total.beside().isMissed()).isFalse();
    }

    @Test
    void a_total_above_a_withheld_row_has_no_difference() {
        PrintedTotal total = PrintedTotal.of(Samples.read(Samples.SAMPLE_2022)).get(0);

        assertThat(total.beside().withoutNumber()).isEqualTo(1);
        assertThat(total.beside().sumOfKnown()).isEqualByComparingTo(BigDecimal.valueOf(1217));
        assertThat(total.beside().difference()).isEmpty();
        assertThat(total.beside().isMissed()).isFalse();
    }

    @Test
    void reserves_that_would_not_last_a_year_are_doubted() {
        UsgsFigure mined = figure(Measure.Kind.PRODUCTION, "Mine production", "China", "82000");
        UsgsFigure held = figure(Measure.Kind.RESERVES, "Reserves", "China", "5800");
        UsgsReading vanadium = new UsgsReading(
                ImmutableList.of(),
                ImmutableList.of(
                        mined,
                        figure(Measure.Kind.PRODUCTION, "Mine production", "World", "110000"),
                        held,
                        figure(Measure.Kind.RESERVES, "Reserves", "World", "21000")),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of());

        // MCS 2026: the chapter has them in thousand metric tons, the data in metric tons
        assertThat(vanadium.dataset("vanadium", "Vanadium").doubts())
                .singleElement()
                .hasToString(
                        "MCS 2026, reserves: the rows sum to 5,800 t V, less than the 82,000 t V produced in 2025. Maybe"
                                + " a unit or a column is another than the source says; look it up there.");
        assertThat(GALLIUM.dataset("gallium", "Gallium").doubts()).isEmpty();
    }

    /** MCS 2024, rhenium: production in kilograms beside reserves in thousand metric tons, which were kilograms the year before. */
    @Test
    void reserves_that_outlast_any_others_and_a_thousandfold_change_between_editions_are_doubted() throws IOException {
        List<Path> files = List.of(rhenium(2023, "kg"), rhenium(2024, "kt"));
        Dataset dataset = UsgsReader.read(files).of("rhenium").dataset("rhenium", "Rhenium");

        assertThat(dataset.doubts().stream().map(Doubt::reason))
                .containsExactly(
                        "MCS 2024, reserves: the rows sum to 1,300,000 kt rhenium, 43,333,333 times the 30,000 kg rhenium"
                                + " produced in 2023. Maybe a unit or a column is another than the source says; look it up there.",
                        "MCS 2024, reserves: Chile has 1300000 kt rhenium in 2023, and 1300000 kg rhenium in 2022 of MCS 2023;"
                                + " so 1 of 1 figures moved by a factor of 500 or more. Maybe a unit or a column is another than the"
                                + " source says; look it up there.");
    }

    private Path rhenium(int year, String unitOfReserves) throws IOException {
        return Files.writeString(
                folder.resolve("mcs" + year + "-rheni_world.csv"),
                "Source,Country,Type,Prod_kg_" + (year - 1) + ",Reserves_" + unitOfReserves + "\nMCS" + year
                        + ",Chile,Mine production,30000,1300000\n");
    }

    private static UsgsFigure figure(Measure.Kind kind, String name, String place, String value) {
        return new UsgsFigure(
                "MCS2026",
                "VANADIUM",
                "Vanadium",
                UsgsFigure.Table.WORLD,
                kind,
                name,
                "",
                Place.parse(place),
                Period.year(2025),
                Observation.parse(value),
                Unit.parse("t V"),
                ImmutableList.of(),
                "sample.csv",
                2);
    }
}
