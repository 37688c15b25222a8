package org.lodestone.core.usgs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.chain.Measure.Kind;

class PrintedTypeTest {

    /** Types of the releases of 2022 to 2025, with the code of their file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lithi | Mine production, contained lithium | Mine production | Li",
                "lithi | Mine production, lithium content | Mine production | Li",
                "nicke | Mine production - nickel, metric tons contained | Mine production | Ni",
                "cobal | Mine production, metric tons of contained cobalt | Mine production | Co",
                "cobal | Mine production, cobalt content, estimated | Mine production | Co",
                "coppe | Mine production, recoverable copper content | Mine production | Cu",
                "coppe | Refinery production, copper | Refinery production | copper",
                "manga | Mine production, manganese content | Mine production | Mn",
                "gold | Gold - contained content, mine production, metric tons | Mine production | Au",
                "silve | mine production, silver content | Mine production | Ag",
                "silve | Silver - mine production, contained silver - metric tons | Mine production | Ag",
                "molyb | Molybdenum mine production, contained molybdenum | Mine production | Mo",
                "zinc | Mine production, zinc content of concentrates and direct shipping ores | Mine production | Zn",
                "raree | Mine production, metric tons of rare-earth-oxide (REO) equivalent | Mine production | REO",
                "potas | Mine production, potassium oxide (K2O) equivalent | Mine production | K2O",
                "sulfu | Production, all forms, thousand metric tons contained sulfur | Production, all forms | S",
                "nitro | Plant production, ammonia - contained nitrogen | Plant production | N",
                "mgcomp | Mine production, magnesite - contained magnesium oxide (MgO) | Mine production | MgO",
                "mgcomp | Mine production, gross weight of magnesite (magnesium carbonate) in thousand metric tons"
                        + " | Mine production | gross weight",
                "clays | Mine poduction, Bentonite | Mine production: Bentonite | bentonite",
                "clays | Bentonite, mine production | Mine production: Bentonite | bentonite",
                "chrom | Mne production, marketable chromite ore, gross weight"
                        + " | Mine production: marketable chromite ore | gross weight",
                "bauxi | Mine production, bauxite, dry tons | Mine production | dry bauxite",
                "simet | Plant production, silicon content of ferrosilicon production"
                        + " | Plant production: ferrosilicon | ferrosilicon",
                "sodaa | Mine production (natural soda ash) | Mine production: natural | natural",
                "sodaa | World total mine production, natural soda ash (rounded) | Mine production: natural | natural",
                "timin | World total mine production: ilmentite and rutile (rounded)"
                        + " | Mine production: ilmenite and rutile | ilmenite and rutile",
                "feore | Iron ore - mine production - usable ore -thousand metric tons"
                        + " | Mine production: usable ore | usable ore",
                "feste | Pig iron, million metric tons | Production: Pig iron | pig iron",
                "arsen | arsenic trioxide | Production: arsenic trioxide | arsenic trioxide",
                "felds | Mine production, feldspar | Mine production | feldspar and nepheline syenite",
                "talc | Mine production, unspecified talc and/or pyrophyllite"
                        + " | Mine production: unspecified talc and/or pyrophyllite"
                        + " | unspecified talc and or pyrophyllite",
                "gemst | Mine production, thousand carats of gem-quality diamond | Mine production | gemstones"
            })
    void a_type_says_what_is_done_to_what_and_what_a_tonne_is_of(
            String code, String printed, String name, String basis) {
        PrintedType type = type(code, printed);

        assertThat(type.name(Kind.PRODUCTION, "")).isEqualTo(name);
        assertThat(type.basis(type.of())).isEqualTo(basis);
    }

    @Test
    void a_phrase_that_names_a_commodity_of_the_chapter_is_that_commodity() {
        assertThat(type("plati", "World mine production: Palladium").of().commodity())
                .isEqualTo("Palladium");
        assertThat(type("bauxi", "Alumina, refinery production - calcined equivalent weights")
                        .of()
                        .commodity())
                .isEqualTo("Alumina");
        assertThat(type("bauxi", "Alumina, refinery production - calcined equivalent weights")
                        .name(Kind.PRODUCTION, ""))
                .isEqualTo("Refinery production");
    }

    @Test
    void remarks_are_kept_and_are_no_part_of_what_is_counted() {
        assertThat(type("barit", "Mine production, excluding U.S.").remarks()).containsExactly("Excluding U.S.");
        assertThat(type("coppe", "Mine production, recoverable copper content").remarks())
                .containsExactly("Recoverable copper content.");
        assertThat(type("cemen", "Cement production, estimated").remarks()).containsExactly("Estimated.");
    }

    @Test
    void a_row_of_capacity_is_of_capacity_in_a_column_of_production_too() {
        PrintedType clinker = type("cemen", "Clinker capacity, estimated");

        assertThat(clinker.kind(Kind.PRODUCTION)).isEqualTo(Kind.CAPACITY);
        assertThat(clinker.name(Kind.CAPACITY, "")).isEqualTo("Clinker capacity");
    }

    @Test
    void of_a_type_that_names_several_counts_the_column_tells_which() {
        PrintedType sponge = type("titan", "Sponge Metal Production and Sponge and Pigment Yearend Operating Capacity");

        assertThat(sponge.name(Kind.PRODUCTION, "Sponge")).isEqualTo("Production: Sponge");
        assertThat(sponge.name(Kind.CAPACITY, "Pigment")).isEqualTo("Production capacity: Pigment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", ", ", " - ", "()", "metric tons"})
    void a_type_that_says_nothing_leaves_it_to_the_column(String printed) {
        assertThat(type("wolla", printed).name(Kind.PRODUCTION, "")).isEqualTo("Production");
        assertThat(type("wolla", printed).name(Kind.RESERVES, "")).isEqualTo("Reserves");
    }

    private static PrintedType type(String code, String printed) {
        return PrintedType.parse(printed, Commodities.of(code));
    }
}
