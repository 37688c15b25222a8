package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SheetMentionsTest {

    private static final SheetMentions SHEETS = SheetMentions.of(
            List.of("Supply", "Supply stack", "Sources", "Project data", "Benefit detail", "Countries", "Drivers"));

    private static List<String> in(String... texts) {
        return SHEETS.in(Stream.of(texts)).asList();
    }

    @Test
    void a_text_sends_to_a_sheet_by_the_word_before_its_name() {
        assertThat(in("how far each is ramped up: see Supply; what is not counted: see Project data."))
                .containsExactly("Supply", "Project data");
        assertThat(in("Source: USGS MCS 2025; 52 more, listed on Sources; Lodestone."))
                .containsExactly("Sources");
        assertThat(in("See Supply stack.")).containsExactly("Supply stack");
        assertThat(in("Why these, and weighed so: Benefit detail. The ranking has no recommendation."))
                .containsExactly("Benefit detail");
    }

    @Test
    void of_several_sheets_each_counts_and_each_once() {
        assertThat(in("As on the sheets Supply, Countries and Drivers", "Every country: see Countries."))
                .containsExactly("Supply", "Countries", "Drivers");
    }

    @Test
    void a_name_that_is_a_word_of_the_trade_is_no_sheet() {
        assertThat(in(
                        "Supply outside China is slow",
                        "Exhibit 28. Supply and demand of magnet rare earths, kt",
                        "3\u2002Supply outside China",
                        "It depends on Supplymen"))
                .isEmpty();
    }

    @Test
    void where_there_is_no_sheet_there_is_no_name() {
        assertThat(SheetMentions.of(List.of()).in(Stream.of("listed on Sources")))
                .isEmpty();
    }
}
