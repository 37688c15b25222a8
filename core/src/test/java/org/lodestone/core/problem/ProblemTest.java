package org.lodestone.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {

    private static String message(String told) {
        return new Problem("figures.csv", 14, "value", told).message();
    }

    @Test
    void a_message_keeps_its_beginning_and_its_end() {
        String told = "'" + "9".repeat(1_000_000) + "' is not a number. Write digits.";

        assertThat(message(told))
                .hasSize(1_003)
                .startsWith("'999")
                .contains("9 … 9")
                .endsWith("9' is not a number. Write digits.");
    }

    @Test
    void one_that_can_be_read_stays_as_it_is() {
        String told = "'31,00O' is not a number. Maybe the letter O was typed for a zero.";

        assertThat(message(told)).isEqualTo(told);
        assertThat(message("a".repeat(1_000))).hasSize(1_000);
    }
}
