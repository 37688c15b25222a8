package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.formula.Value;

class SheetTextTest {

    private static final int STYLE = 7;

    private final SharedTexts texts = new SharedTexts();
    private final SheetText sheet = new SheetText(texts);

    @Test
    void a_cell_has_its_place_its_style_its_formula_and_its_value() {
        sheet.row(4, OptionalDouble.of(27));
        sheet.value(1, STYLE, Value.of("China"));
        sheet.formula(2, STYLE, "IF(B5<\"D\",1,0)", Value.of(1.0));
        sheet.formula(3, STYLE, "B5=\"China\"", Value.of(true));
        sheet.formula(4, STYLE, "IFERROR(1/0,\"n/a\")", Value.missing("no result"));
        sheet.row(6, OptionalDouble.empty());
        sheet.value(1, STYLE, Value.of("China"));
        sheet.value(2, STYLE, Value.of(270_000.0));
        sheet.blank(3, STYLE);

        assertThat(sheet.area()).isEqualTo("B5:E7");
        assertThat(sheet.take())
                .isEqualTo("<row r=\"5\" ht=\"27.0\" customHeight=\"true\">"
                        + "<c r=\"B5\" s=\"7\" t=\"s\"><v>0</v></c>"
                        + "<c r=\"C5\" s=\"7\"><f>IF(B5&lt;\"D\",1,0)</f><v>1.0</v></c>"
                        + "<c r=\"D5\" s=\"7\" t=\"b\"><f>B5=\"China\"</f><v>1</v></c>"
                        + "<c r=\"E5\" s=\"7\" t=\"str\"><f>IFERROR(1/0,\"n/a\")</f><v>n/a</v></c></row>"
                        + "<row r=\"7\"><c r=\"B7\" s=\"7\" t=\"s\"><v>0</v></c>"
                        + "<c r=\"C7\" s=\"7\"><v>270000.0</v></c><c r=\"D7\" s=\"7\"/></row>");
        assertThat(texts.part()).endsWith("count=\"2\" uniqueCount=\"1\"><si><t>China</t></si></sst>");
    }

    @Test
    void a_height_is_told_in_twentieths_of_a_point() {
        sheet.row(0, OptionalDouble.of(12.68));

        assertThat(sheet.take()).contains("ht=\"12.65\"");
    }

    @Test
    void a_cell_that_comes_late_or_twice_is_refused() {
        sheet.row(0, OptionalDouble.empty());
        sheet.blank(3, STYLE);

        assertThatThrownBy(() -> sheet.blank(3, STYLE)).hasMessageContaining("Column D of row 1");
    }
}
