package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTableTest {

    private record Line(String company, String reserves, String why) {}

    private static final List<Line> LINES = List.of(
            new Line("中国稀土", "1,900,000", "held back by quota"), new Line("Lynas", "44,000,000", "first for resource"));

    private static final PlainTable<Line> TABLE = PlainTable.of(LINES)
            .words("Company", Line::company)
            .numbers("Reserves", Line::reserves)
            .words("Why", Line::why);

    @Test
    void columns_are_aligned_also_beside_chinese() {
        assertThat(TABLE.lines(60))
                .containsExactly(
                        "Company     Reserves  Why",
                        "----------------------------------------",
                        "中国稀土   1,900,000  held back by quota",
                        "Lynas     44,000,000  first for resource");
    }

    @Test
    void words_are_wrapped_and_numbers_are_not() {
        assertThat(TABLE.lines(32))
                .containsExactly(
                        "Company     Reserves  Why",
                        "-------------------------------",
                        "中国稀土   1,900,000  held back",
                        "                      by quota",
                        "Lynas     44,000,000  first for",
                        "                      resource");
    }

    @Test
    void columns_without_room_are_left_out_and_named() {
        assertThat(TABLE.lines(24))
                .containsExactly(
                        "Company     Reserves",
                        "--------------------",
                        "中国稀土   1,900,000",
                        "Lynas     44,000,000",
                        "Columns left out for",
                        "lack of room: Why.");
    }

    @Test
    void which_columns_are_left_out_first_may_be_said() {
        assertThat(TABLE.leavingOutFirst(List.of(1)).lines(24).get(0)).isEqualTo("Company   Why");
    }
}
