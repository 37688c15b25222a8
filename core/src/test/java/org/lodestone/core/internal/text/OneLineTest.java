package org.lodestone.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneLineTest {

    @Test
    void what_is_not_there_is_left_out() {
        assertThat(OneLine.of(OneLine.joined("Mine production", "China", Optional.empty()), "", "270000 t REO"))
                .isEqualTo("Mine production, China: 270000 t REO");
        assertThat(OneLine.of("Mountain Pass", List.of(), Optional.of("operating")))
                .isEqualTo("Mountain Pass: operating");
        assertThat(OneLine.of("Mountain Pass")).isEqualTo("Mountain Pass");
    }

    @Test
    void a_sentence_before_facts_loses_its_stop() {
        assertThat(OneLine.of("World reserves of rare earths come to 90.8845 Mt.", "reproduced"))
                .isEqualTo("World reserves of rare earths come to 90.8845 Mt: reproduced");
    }

    @ParameterizedTest
    @CsvSource({
        "6, edition, 6 editions",
        "1, company, 1 company",
        "25, company, 25 companies",
        "2, day, 2 days",
        "0, note, 0 notes"
    })
    void things_are_counted(int number, String one, String said) {
        assertThat(OneLine.count(number, one)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"393950, '393,950'", "0.6853661632, 0.685366", "-7.1, −7.1", "1234567.89, '1,234,567.89'", "0, 0"})
    void numbers_have_six_digits_or_all_before_the_point(double number, String said) {
        assertThat(OneLine.number(number)).isEqualTo(said);
    }

    @Test
    void percent_stands_next_to_its_number() {
        assertThat(OneLine.amount("3.6", "%")).isEqualTo("3.6%");
        assertThat(OneLine.amount("270000", "t REO")).isEqualTo("270000 t REO");
        assertThat(OneLine.percent(0.6853661632)).isEqualTo("68.54%");
    }

    @Test
    void a_long_line_is_cut_and_two_lines_become_one() {
        assertThat(OneLine.joined("x".repeat(200))).hasSize(OneLine.MOST).endsWith("x…");
        assertThat(OneLine.joined("one\ntwo")).isEqualTo("one␊two");
    }
}
