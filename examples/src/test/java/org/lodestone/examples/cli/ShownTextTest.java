package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;

class ShownTextTest {

    @Test
    void a_number_is_rounded_and_grouped_as_the_report_says() {
        assertThat(ShownText.of(Value.of(393_950), Shown.WHOLE)).isEqualTo("393,950");
    }

    @Test
    void a_control_character_in_a_text_cannot_reach_the_terminal() {
        assertThat(ShownText.of(Value.of("a\u001b[2Jb"), Shown.TEXT)).isEqualTo("a\u241b[2Jb");
    }
}
