package org.lodestone.reports.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Shown;

class AsWrittenTest {

    private static final double NA = Double.NaN;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USD mn    | 24154.4       | IN_THOUSANDS        | USD bn | USD 24.2 bn",
                "USD mn    | 854.4         | WHOLE_OR_ZERO       | USD mn | USD 854 mn",
                "USD       | 24154400000   | IN_BILLIONS         | USD bn | USD 24.2 bn",
                "$         | 3230600       | IN_MILLIONS         | $ mn   | $ 3.2 mn",
                "USD bn    | 4654          | IN_THOUSANDS        | USD tn | USD 4.7 tn",
                "USD tn    | 4654          | WHOLE_OR_ZERO       | USD tn | USD 4,654 tn",
                "thousand  | 12345         | IN_THOUSANDS        | mn     | 12.3 mn",
                "''        | 24154.4       | WHOLE_OR_ZERO       | ''     | 24,154",
                "''        | 345000        | WHOLE_OR_ZERO       | ''     | 345,000",
                "''        | 2400000.5     | IN_MILLIONS         | mn     | 2.4 mn",
                "%         | 9.4           | IN_PERCENT          | ''     | 9.4%",
                "''        | 2.47          | TWO_DECIMALS        | ''     | 2.47",
                "''        | 24.71         | ONE_DECIMAL_OR_ZERO | ''     | 24.7",
                "''        | 1998          | ORDINAL             | ''     | 1998",
                "t REO     | 5880000       | WHOLE_OR_ZERO       | t REO  | 5,880,000 t REO",
            })
    void a_value_stands_in_the_size_in_which_people_say_it(
            String unit, double value, Shown shown, String under, String told) {
        AsWritten written = AsWritten.of(unit, value);

        assertThat(written).isEqualTo(new AsWritten(shown, under));
        assertThat(written.inWords().apply(value)).isEqualTo(told);
    }

    @Test
    void the_one_in_the_middle_decides_for_all() {
        assertThat(AsWritten.of("USD mn", 100, NA, 24_154.4, 3_000_000, 0).unit())
                .isEqualTo("USD bn");
        assertThat(AsWritten.of("USD mn", 100, 854, 3_000_000).inWords().apply(3_000_000))
                .isEqualTo("USD 3,000,000 mn");
        assertThat(AsWritten.of("USD mn", NA)).isEqualTo(new AsWritten(Shown.WHOLE_OR_ZERO, "USD mn"));
    }

    @Test
    void a_sentence_follows_its_cell() {
        Key value = Term.of("value").key();
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        model.assumption(value, Value.of(24_154.4), ValueUnit.NUMBER, "made up");
        Formula told = AsWritten.of("USD mn", 24_154.4).inWords(value);
        Formula margin = AsWritten.of("%", 9.4).inWords(value);

        assertThat(model.build().values().of(told).inSentence()).isEqualTo("USD 24.2 bn");
        assertThat(model.build().values().of(margin).inSentence()).isEqualTo("24,154%");
        assertThat(AsWritten.of("%", 9.4).inWords().apply(24_154.4)).isEqualTo("24,154%");
    }
}
