package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.freva.asciitable.ColumnData;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTableTest {

    private record Line(String company, String reserves, String why) {}

    private static final List<Line> LINES = List.of(
            new Line("中国稀土", "1,900,000", "held back by quota"), new Line("Lynas", "44,000,000", "first for resource"));

    private static final List<ColumnData<Line>> COLUMNS = List.of(
            PlainTable.left("Company").with(Line::company),
            PlainTable.right("Reserves").with(Line::reserves),
            PlainTable.left("Why").with(Line::why));

    @Test
    void columns_are_aligned_also_beside_chinese() {
        assertThat(PlainTable.of(LINES, COLUMNS).lines(60))
                .containsExactly(
                        "Company     Reserves  Why",
                        "----------------------------------------",
                        "中国稀土   1,900,000  held back by quota",
                        "Lynas     44,000,000  first for resource");
    }

    @Test
    void words_are_wrapped_and_numbers_are_not() {
        assertThat(PlainTable.of(LINES, COLUMNS).lines(32))
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
        assertThat(PlainTable.of(LINES, COLUMNS).lines(24))
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
        assertThat(PlainTable.of(LINES, COLUMNS)
                        .leavingOutFirst(List.of(1))
                        .lines(24)
                        .get(0))
                .isEqualTo("Company   Why");
    }
}
