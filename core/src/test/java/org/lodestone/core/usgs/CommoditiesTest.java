package org.lodestone.core.usgs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.usgs.Commodities.Named;

class CommoditiesTest {

    @ParameterizedTest
    @CsvSource({
        "mcs2024-alumi_world.csv, Aluminum",
        "mcs2023-gold_salient.csv, Gold",
        "mcs2024-lead_world.csv, Lead",
        "mcs2024-lime_world.csv, Lime",
        "mcs2022-mica_world.csv, Mica (Natural)",
        "mcs2022-peat_world.csv, Peat",
        "mcs2022-salt_world.csv, Salt",
        "mcs2022-talc_world.csv, Talc And Pyrophyllite",
        "mcs2023-tin_world.csv, Tin",
        "mcs2024-zinc_world.csv, Zinc",
        "mcs2024-mgcomp_world.csv, Magnesium Compounds",
        "mcs2023-zirco-hafni_world.csv, Zirconium And Hafnium",
        "MCS2024-bismu_world.csv, Bismuth",
        "mcs2025-lithium_salient.csv, Lithium",
        "mcs2025-rareee_salient.csv, Rare Earths",
        "mcs2024-zirconi_world.csv, Zirconium And Hafnium",
        "mcs2022-timin-world.csv, Titanium Mineral Concentrates",
        "folder/mcs2024-tin_world (1).csv, Tin"
    })
    void a_code_in_the_name_of_a_file_is_a_commodity(String file, String commodity) {
        assertThat(Commodities.of(ReleaseName.of(file).orElseThrow().code()).commodity())
                .isEqualTo(commodity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Graphite | Graphite (Natural)",
                "NIOBIUM | Niobium (Columbium)",
                "Talc, crude | Talc And Pyrophyllite",
                "Feldspar | Feldspar And Nepheline Syenite",
                "Platinum-Group metals | Platinum-Group Metals",
                "Nitrogen (fixed)--ammonia | Nitrogen (Fixed)—Ammonia",
                "Abrasives | Abrasives (Manufactured)"
            })
    void what_one_release_calls_otherwise_is_one_commodity(String name, String commodity) {
        assertThat(Commodities.of(name)).isEqualTo(Named.itself(commodity));
    }

    @Test
    void a_commodity_of_a_chapter_is_of_that_chapter() {
        assertThat(Commodities.of("Bauxite")).isEqualTo(new Named("Bauxite And Alumina", "Bauxite"));
        assertThat(Commodities.of("heliu")).isEqualTo(new Named("Helium And Rare Gases", "Helium"));
    }

    @Test
    void a_name_that_is_not_known_stays_as_it_is() {
        assertThat(Commodities.of("Unobtainium")).isEqualTo(Named.itself("Unobtainium"));
        assertThat(ReleaseName.of("prices.csv")).isEmpty();
    }
}
