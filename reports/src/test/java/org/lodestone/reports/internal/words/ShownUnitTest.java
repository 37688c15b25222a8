package org.lodestone.reports.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Shown;

class ShownUnitTest {

    /** Reserves and mine production of rare earths in MCS 2025, graphite mined and gallium made in MCS 2026; iron ore is of that size. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "t REO;      90884500; 90.9 Mt REO;       IN_MILLIONS",
                "t REO;      393950;   394.0 kt REO;      IN_THOUSANDS",
                "t graphite; 1752880;  1,753 kt graphite; IN_THOUSANDS",
                "t W;        85100;    85,100 t W;        WHOLE",
                "t Ga;       909;      909 t Ga;          WHOLE",
                "kg Ga;      306000;   306,000 kg Ga;     WHOLE",
                "kt ore;     2500000;  2,500 Mt ore;      IN_THOUSANDS",
                "kt Li;      288.38;   288.4 kt Li;       ONE_DECIMAL",
                "USD mn;     24154;    24,154 USD mn;     WHOLE"
            })
    void tonnes_of_six_digits_are_told_in_kt_and_those_of_eight_in_mt(
            String unit, double amount, String told, Shown inCharts) {
        Unit of = Unit.parse(unit);
        ShownUnit shown = ShownUnit.of(of, Value.of(amount));
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        Key total = model.assumption(Term.of("total").key(), Value.of(amount), ValueUnit.of(of), "as published");
        Formula words = Formula.sentence(shown.inSentence(total), Formula.text(" " + shown));
        Key sentence = model.calculation(Term.of("told").key(), words);

        assertThat(model.build().values().of(sentence).inSentence()).isEqualTo(told);
        assertThat(shown.shown()).isEqualTo(inCharts);
    }
}
