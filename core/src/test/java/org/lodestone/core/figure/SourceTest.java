package org.lodestone.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void is_called_as_it_says_or_else_by_the_beginning_of_its_citation() {
        String citation = "U.S. Geological Survey, Mineral Commodity Summaries 2026, data release v1.0";

        assertThat(new Source("mcs", citation, Optional.of("USGS MCS 2026"), Optional.empty()).shortName())
                .isEqualTo("USGS MCS 2026");
        assertThat(new Source("mcs", citation, Optional.empty()).shortName()).isEqualTo("U.S. Geological Survey");
        assertThat(new Source("press", "A press report", Optional.empty()).shortName())
                .isEqualTo("A press report");
    }
}
