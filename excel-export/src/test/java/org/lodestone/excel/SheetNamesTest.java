package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Production, Production",
        "Ore/concentrate [t], Ore-concentrate -t-",
        "稀土产量, 稀土产量",
        "High-performance rare earth magnets, High-performance rare earth ma…"
    })
    void a_name_stays_legible(String section, String sheet) {
        assertThat(SheetNames.of(section, Set.of())).isEqualTo(sheet).hasSizeLessThanOrEqualTo(31);
    }

    @Test
    void names_that_would_clash_are_numbered() {
        assertThat(SheetNames.of("Chain", Set.of("chain"))).isEqualTo("Chain 2");
        assertThat(SheetNames.of("High-performance rare earth magnets", Set.of("high-performance rare earth ma…")))
                .isEqualTo("High-performance rare earth… 2")
                .hasSizeLessThanOrEqualTo(31);
    }
}
