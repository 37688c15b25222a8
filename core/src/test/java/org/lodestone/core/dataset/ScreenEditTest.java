package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenEditTest {

    private static final String SCREEN = """
            {
              "name": "Who benefits",
              "criteria": [
                {"weight": 0.30, "name": "quota", "normalisation": {"goalposts": [0, 3]}},
                { "name": "chain" },
                {"name": "resource", "weight":1e-1}
              ],
              "leagues": [{"name": "Magnets", "weights": {"quota": 1}}]
            }
            """;

    @Test
    void a_weight_is_written_where_the_old_one_stands_and_all_else_is_kept() {
        assertThat(ScreenEdit.withWeights(SCREEN, Map.of("quota", 0.25, "resource", 2.0)))
                .isEqualTo(SCREEN.replace("0.30", "0.25").replace("1e-1", "2"));
    }

    @Test
    void a_criterion_that_says_no_weight_gets_one() {
        assertThat(ScreenEdit.withWeights(SCREEN, Map.of("chain", 0.0)))
                .isEqualTo(SCREEN.replace("{ \"name\": \"chain\" }", "{\"weight\": 0,  \"name\": \"chain\" }"));
    }

    @Test
    void nothing_changes_where_no_weight_does() {
        assertThat(ScreenEdit.withWeights(SCREEN, Map.of())).isEqualTo(SCREEN);
    }
}
