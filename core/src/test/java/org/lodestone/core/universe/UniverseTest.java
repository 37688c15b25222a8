package org.lodestone.core.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class UniverseTest {

    private static final Universe TWO = Universe.of("LYC", "MP")
            .names(List.of("Lynas", "MP Materials"))
            .numbers("market value", 4_100, Double.NaN)
            .words("country", "Australia", "")
            .build();

    @Test
    void a_company_is_told_by_where_it_stands() {
        int lynas = TWO.position("LYC");

        assertThat(lynas).isZero();
        assertThat(TWO.name(lynas)).isEqualTo("Lynas");
        assertThat(TWO.number("market value", lynas)).isEqualTo(4_100);
        assertThat(TWO.word("country", lynas)).isEqualTo("Australia");
        assertThat(TWO.number("market value", TWO.position("MP"))).isNaN();
    }

    @Test
    void nothing_that_is_handed_out_changes_it() {
        TWO.numbers("market value")[0] = 7;

        assertThat(TWO.numbers("market value", new int[] {1, 0})).containsExactly(Double.NaN, 4_100);
    }

    @Test
    void an_id_that_stands_for_two_companies_is_refused_with_both() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Universe.of("LYC", "MP", "LYC")
                        .names(List.of("Lynas", "MP Materials", "Lynas Rare Earths"))
                        .build())
                .withMessage("The id 'LYC' stands for two companies: 'Lynas' (number 1) and 'Lynas Rare Earths'"
                        + " (number 3). Give each its own.");
    }

    @Test
    void infinity_is_no_figure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Universe.of("LYC", "MP").numbers("margin", 0.2, Double.NEGATIVE_INFINITY))
                .withMessage("'margin' of company 'MP' is -Infinity, which is no figure. Maybe it was divided by zero:"
                        + " give NaN where it is not known.");
    }

    @Test
    void a_column_has_an_entry_for_each_company_and_a_name_of_its_own() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Universe.of("LYC", "MP").numbers("margin", 0.2))
                .withMessage("There are 1 entries in column 'margin' for 2 companies. Give one for each.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Universe.of("LYC").numbers("country", 36).words("country", "Australia"))
                .withMessage("'country' is a column of the universe twice. Rename one.");
    }

    @Test
    void what_is_not_there_is_refused_with_what_was_probably_meant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.position("LYX"))
                .withMessage("'LYX' is not a company of the universe. Did you mean 'LYC'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.numbers("markt value"))
                .withMessage("'markt value' is not a column of the universe. Did you mean 'market value'?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TWO.requireNumbers("country"))
                .withMessage("'country' is a column of words of the universe. Use one of: market value.");
    }
}
