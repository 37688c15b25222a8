package org.lodestone.reports.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeavyRareEarthsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dysprosium oxide",
                "terbium metal",
                "Dy and Tb oxides from SEGH",
                "DyTb oxide",
                "Sm, Gd, Dy, Tb, Y, Lu",
                "heavy rare earths",
                "SEG concentrate",
                "Medium-yttrium europium-rich ionic ore"
            })
    void a_product_is_heavy_if_it_names_a_heavy_element_or_mixture(String product) {
        assertThat(HeavyRareEarths.namedIn(product)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NdPr oxide",
                "Gadolinium oxide",
                "rare-earth oxides, nominal",
                "LYNAS ALLOY",
                "sintered NdFeB",
                "mixed rare-earth carbonate",
                ""
            })
    void letters_of_other_words_are_no_symbols(String product) {
        assertThat(HeavyRareEarths.namedIn(product)).isFalse();
    }
}
