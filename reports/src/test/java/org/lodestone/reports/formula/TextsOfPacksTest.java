package org.lodestone.reports.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.reports.BundledPack;

/** The texts that formulas of the bundled packs give. */
class TextsOfPacksTest {

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "lithium", "cobalt", "graphite", "tungsten", "gallium", "germanium"})
    void no_formula_gives_an_empty_text(String dataset) {
        Model model = BundledPack.of(dataset).report().model();

        // a cell with a formula and no text reads as one that was never worked out
        assertThat(model.contents().keySet())
                .filteredOn(key -> model.calculation(key).isPresent())
                .noneMatch(key -> model.value(key).equals(Value.of("")));
    }
}
