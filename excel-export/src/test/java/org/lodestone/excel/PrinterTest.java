package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.countOfKnown;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.min;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.sum;
import static org.lodestone.reports.formula.Formula.sumOfKnown;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lodestone.core.figure.Citation;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/** Calculations as the text of cells, where every value stands in a cell chosen by hand. */
class PrinterTest {

    private static final String SHEET = "Supply";

    private final Model.Builder model = Model.builder();
    private final Map<Key, Spot> homes = new HashMap<>();
    private int tried;

    /** Always numbers, in A1 to A3, and one beside them in B1. */
    private final Formula a1 = known("a", 0, 0);

    private final Formula a2 = known("b", 1, 0);
    private final Formula a3 = known("c", 2, 0);
    private final Formula b1 = known("d", 0, 1);

    /** Figures, which a reader may type over with a code such as W, in A4 and A5, and one beside them in B4. */
    private final Formula a4 = figure("e", new Spot(SHEET, 3, 0));

    private final Formula a5 = figure("f", new Spot(SHEET, 4, 0));
    private final Formula b4 = figure("g", new Spot(SHEET, 3, 1));

    private static Key key(String name) {
        return Term.of(name).key();
    }

    private Formula known(String name, int row, int column) {
        model.computed(key(name), Value.of(3.0), ValueUnit.NUMBER, "by hand");
        homes.put(key(name), new Spot(SHEET, row, column));
        return key(name);
    }

    private Formula figure(String name, Spot home) {
        model.figure(key(name), Value.of(5.0), ValueUnit.NUMBER, Citation.of("made-up"));
        homes.put(key(name), home);
        return key(name);
    }

    private Formula at(Key key, String sheet, int row, int column) {
        homes.put(key, new Spot(sheet, row, column));
        return key;
    }

    private static Formula.Span span(Formula... cells) {
        return Formula.span(
                Stream.of(cells).map(cell -> cell.asKey().orElseThrow()).toList());
    }

    private Printer printer() {
        return new Printer(
                model.build(),
                new Placement(
                        ImmutableList.of(),
                        ImmutableMap.copyOf(homes),
                        ImmutableMap.of(),
                        ImmutableMap.of(),
                        ImmutableListMultimap.of()));
    }

    /** A formula in a cell of its own, without neighbours. */
    private String printed(Formula formula) {
        return printed(formula, 100 + 10 * tried, 9);
    }

    private String printed(Formula formula, int row, int column) {
        Key key = key("calculation " + tried++);
        model.calculation(key, formula);
        at(key, SHEET, row, column);
        return printer().print(key);
    }

    @Test
    void brackets_stand_only_where_they_are_needed() {
        assertThat(printed(a1.plus(a2).times(a3))).isEqualTo("(A1+A2)*A3");
        assertThat(printed(a1.plus(a2.minus(a3)))).isEqualTo("A1+A2-A3");
        assertThat(printed(a1.minus(a2.plus(a3)))).isEqualTo("A1-(A2+A3)");
        assertThat(printed(a1.minus(a2.times(a3)))).isEqualTo("A1-A2*A3");
        assertThat(printed(a1.over(a2.times(a3)))).isEqualTo("IFERROR(A1/(A2*A3),\"n/a\")");
        assertThat(printed(a1.over(a2).times(a3))).isEqualTo("IFERROR(A1/A2*A3,\"n/a\")");
        assertThat(printed(a1.toThe(a2.times(a3)))).isEqualTo("IFERROR(A1^(A2*A3),\"n/a\")");
        assertThat(printed(a1.toThe(a2).times(a3))).isEqualTo("IFERROR(A1^A2*A3,\"n/a\")");
        assertThat(printed(a1.toThe(a2).toThe(a3))).isEqualTo("IFERROR((A1^A2)^A3,\"n/a\")");
        assertThat(printed(max(a1, ZERO).toThe(a3))).isEqualTo("IFERROR(MAX(A1,0)^A3,\"n/a\")");
        assertThat(printed(a1.toThe(max(a2, ZERO)))).isEqualTo("IFERROR(A1^MAX(A2,0),\"n/a\")");
    }

    @Test
    void comparisons_are_of_differences() {
        assertThat(printed(a1.isAbove(a2.plus(a3)))).isEqualTo("A1-(A2+A3)>0");
        assertThat(printed(a1.plus(a2).isAtLeast(a3.times(a2)))).isEqualTo("A1+A2-A3*A2>=0");
        assertThat(printed(a1.isEqualTo(ONE))).isEqualTo("A1-1=0");
        assertThat(printed(a1.isAbove(a2).and(a3.plus(a2)))).isEqualTo("(A1-A2>0)*(A3+A2)<>0");
        assertThat(printed(a1.isAbove(a2).or(a3.isEqualTo(a2)))).isEqualTo("(A1-A2>0)+(A3-A2=0)>0");
        assertThat(printed(a4.isKnown().and(a5.isKnown()))).isEqualTo("ISNUMBER(A4)*ISNUMBER(A5)<>0");
        assertThat(printed(a4.isKnown().or(a5.isKnown()))).isEqualTo("ISNUMBER(A4)+ISNUMBER(A5)>0");
        assertThat(printed(a1.isAbove(a2).plus(a3))).isEqualTo("(A1-A2>0)+A3");
        assertThat(printed(a1.isAbove(a2).then(a3, ZERO))).isEqualTo("IF(A1-A2>0,A3,0)");
    }

    @Test
    void a_guard_stands_where_a_figure_may_be_missing() {
        assertThat(printed(a1.plus(a2))).isEqualTo("A1+A2");
        assertThat(printed(a1.plus(a4))).isEqualTo("IFERROR(A1+AVERAGE(A4),\"n/a\")");
        assertThat(printed(call(Fn.ABSOLUTE, a1))).isEqualTo("ABS(A1)");
        assertThat(printed(call(Fn.ABSOLUTE, a1.minus(a4)))).isEqualTo("IFERROR(ABS(A1-AVERAGE(A4)),\"n/a\")");
        assertThat(printed(a4.isAbove(a1).then(a2, a3))).isEqualTo("IFERROR(IF(AVERAGE(A4)-A1>0,A2,A3),\"n/a\")");
        assertThat(printed(a4.then(a2, a3))).isEqualTo("IFERROR(IF(AVERAGE(A4),A2,A3),\"n/a\")");
        assertThat(printed(a1.then(a4, a5)))
                .isEqualTo("IFERROR(IF(A1,IF(A4=\"\",NA(),A4),IF(A5=\"\",NA(),A5)),\"n/a\")");
        assertThat(printed(a1.rounded(2))).isEqualTo("ROUND(A1,2)");
        assertThat(printed(min(a1, a2))).isEqualTo("MIN(A1,A2)");
        assertThat(printed(min(a4, a2))).isEqualTo("IFERROR(MIN(AVERAGE(A4),A2),\"n/a\")");
        assertThat(printed(a4.plus(a5))).isEqualTo("IFERROR(AVERAGE(A4)+AVERAGE(A5),\"n/a\")");
        assertThat(printed(a4.over(a5)))
                .as("an empty divisor is an error")
                .isEqualTo("IFERROR(AVERAGE(A4)/A5,\"n/a\")");
        assertThat(printed(a4)).isEqualTo("IF(A4=\"\",\"n/a\",A4)");
        assertThat(printed(min(a4.plus(a1), a2))).isEqualTo("IFERROR(MIN(AVERAGE(A4)+A1,A2),\"n/a\")");
    }

    @Test
    void a_guard_stands_where_a_divisor_may_be_zero_or_a_function_may_fail() {
        Formula thousand = at(model.definition("Kilotonne", 1000, "Tonnes"), SHEET, 6, 0);
        Formula nothing = at(model.definition("Nothing", 0, "Zero"), SHEET, 7, 0);

        assertThat(printed(a1.over(thousand))).isEqualTo("A1/A7");
        assertThat(printed(a4.over(thousand))).isEqualTo("IFERROR(AVERAGE(A4)/A7,\"n/a\")");
        assertThat(printed(a1.over(ONE))).isEqualTo("A1/1");
        assertThat(printed(a1.over(nothing))).isEqualTo("IFERROR(A1/A8,\"n/a\")");
        assertThat(printed(a1.over(a2))).isEqualTo("IFERROR(A1/A2,\"n/a\")");
        assertThat(printed(a1.over(a2).plus(a3))).isEqualTo("IFERROR(A1/A2+A3,\"n/a\")");
        assertThat(printed(a1.over(a2).then(a1, a3))).isEqualTo("IFERROR(IF(A1/A2,A1,A3),\"n/a\")");
        assertThat(printed(a1.then(a1.over(a3), a2))).isEqualTo("IFERROR(IF(A1,A1/A3,A2),\"n/a\")");
        assertThat(printed(max(a1.over(a2), a3))).isEqualTo("IFERROR(MAX(A1/A2,A3),\"n/a\")");
        assertThat(printed(call(Fn.SQUARE_ROOT, a1))).isEqualTo("IFERROR(SQRT(A1),\"n/a\")");
    }

    /** A question that each level asks twice would be asked as often as two to the power of the levels. */
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void sums_in_sums_are_printed_at_once() {
        Formula sum = a1;
        for (int i = 0; i < 100; i++) {
            sum = sum.plus(a2);
        }
        assertThat(printed(sum)).isEqualTo("A1" + "+A2".repeat(100));
    }

    @Test
    void what_may_be_missing_is_followed_through_cells() {
        Formula withheld =
                at(model.computed(key("withheld"), Value.missing("a gap"), ValueUnit.NUMBER, "by hand"), SHEET, 6, 0);
        Formula name = at(model.label(key("name"), "China"), SHEET, 7, 0);
        Formula year = at(model.label(key("year"), 2024), SHEET, 8, 0);
        Formula mine = at(model.calculation(key("mine"), a4.plus(a1)), SHEET, 20, 5);
        Formula safe = at(model.calculation(key("safe"), a1.times(a2)), SHEET, 30, 5);
        Formula ratio = at(model.calculation(key("ratio"), a1.over(a2)), SHEET, 40, 5);
        Formula either = at(model.calculation(key("either"), a1.then(a4, a5)), SHEET, 50, 5);

        assertThat(printed(withheld.plus(a1))).isEqualTo("IFERROR(A7+A1,\"n/a\")");
        assertThat(printed(name.plus(a1))).isEqualTo("IFERROR(A8+A1,\"n/a\")");
        assertThat(printed(year.plus(a1))).isEqualTo("A9+A1");
        assertThat(printed(mine.plus(a1))).isEqualTo("IFERROR(F21+A1,\"n/a\")");
        assertThat(printed(safe.plus(a1))).isEqualTo("F31+A1");
        assertThat(printed(ratio.plus(a1))).isEqualTo("IFERROR(F41+A1,\"n/a\")");
        assertThat(printed(either.plus(a1))).isEqualTo("IFERROR(F51+A1,\"n/a\")");
        assertThat(printed(min(mine, mine))).isEqualTo("IFERROR(MIN(F21+0,F21+0),\"n/a\")");
    }

    @Test
    void what_asks_whether_a_value_is_there_needs_no_guard() {
        assertThat(printed(a4.isKnown().plus(a1))).isEqualTo("ISNUMBER(A4)+A1");
        assertThat(printed(countOfKnown(span(a4, a5)).plus(a1))).isEqualTo("COUNT(A4:A5)+A1");
        assertThat(printed(call(Fn.COUNT_TEXT, span(a4, a5), text("W")).plus(a1)))
                .isEqualTo("COUNTIF(A4:A5,\"W\")+A1");
        assertThat(printed(a4.orElse(a1).plus(a2))).isEqualTo("IF(ISNUMBER(A4),A4,A1)+A2");
        assertThat(printed(a1.orElse(a4).plus(a2)))
                .isEqualTo("IFERROR(IF(ISNUMBER(A1),A1,IF(A4=\"\",NA(),A4))+A2,\"n/a\")");
        assertThat(printed(a1.orElse(a2.over(a3)))).isEqualTo("IFERROR(IF(ISNUMBER(A1),A1,A2/A3),\"n/a\")");
    }

    @Test
    void a_strict_function_of_a_range_asks_whether_all_of_it_are_numbers() {
        assertThat(printed(sum(span(a1, a2, a3)))).isEqualTo("SUM(A1:A3)");
        assertThat(printed(sum(span(a4, a5)))).isEqualTo("IF(COUNT(A4:A5)=ROWS(A4:A5),SUM(A4:A5),\"n/a\")");
        assertThat(printed(sum(span(a4, b4)))).isEqualTo("IF(COUNT(A4:B4)=COLUMNS(A4:B4),SUM(A4:B4),\"n/a\")");
        assertThat(printed(sum(span(b1, a4))))
                .isEqualTo("IF(AND(COUNT(A4)=ROWS(A4),COUNT(B1)=ROWS(B1)),SUM(A4,B1),\"n/a\")");
        assertThat(printed(call(Fn.MAX, span(a4, a5), a1)))
                .isEqualTo("IF(COUNT(A4:A5)=ROWS(A4:A5),MAX(A4:A5,A1),\"n/a\")");
        assertThat(printed(sumOfKnown(span(a1, a2)))).isEqualTo("SUM(A1:A2)");
        assertThat(printed(sumOfKnown(span(a4, a5)))).isEqualTo("IF(COUNT(A4:A5)=0,\"n/a\",SUM(A4:A5))");
        assertThat(printed(call(Fn.SUM_OF_PRODUCTS, span(a1, a2), span(a2, a3))))
                .isEqualTo("SUMPRODUCT(A1:A2,A2:A3)");
        assertThat(printed(call(Fn.SUM_OF_PRODUCTS, span(a1, a2), span(a4, a5))))
                .isEqualTo("IF(COUNT(A4:A5)=ROWS(A4:A5),SUMPRODUCT(A1:A2,A4:A5),\"n/a\")");
        assertThat(printed(call(Fn.SUM_OF_PRODUCTS, span(a4, a5), span(a1, a2))))
                .isEqualTo("IF(COUNT(A4:A5)=ROWS(A4:A5),SUMPRODUCT(A4:A5,A1:A2),\"n/a\")");
        assertThat(printed(call(Fn.SUM_OF_PRODUCTS, span(a4, b4), span(a4, b4))))
                .isEqualTo("IF(AND(COUNT(A4:B4)=COLUMNS(A4:B4),COUNT(A4:B4)=COLUMNS(A4:B4)),"
                        + "SUMPRODUCT(A4:B4,A4:B4),\"n/a\")");
    }

    @Test
    void lists_are_searched_counted_and_ranked() {
        Formula.Span list = span(a1, a2, a3);

        assertThat(printed(call(Fn.RANK, a1, list))).isEqualTo("IFERROR(RANK(A1,A1:A3),\"n/a\")");
        assertThat(printed(call(Fn.PICK, list, a2))).isEqualTo("IFERROR(INDEX(A1:A3,A2),\"n/a\")");
        assertThat(printed(call(Fn.LARGEST, list, a2))).isEqualTo("IFERROR(LARGE(A1:A3,A2),\"n/a\")");
        assertThat(printed(call(Fn.FIND, a4, list))).isEqualTo("IFERROR(MATCH(IF(A4=\"\",NA(),A4),A1:A3,0),\"n/a\")");
        assertThat(printed(call(Fn.COUNT_EQUAL, list, a1))).isEqualTo("COUNTIF(A1:A3,A1)");
        assertThat(printed(call(Fn.COUNT_EQUAL, list, a4))).isEqualTo("IF(ISNUMBER(A4),COUNTIF(A1:A3,A4),\"n/a\")");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> printed(call(Fn.PICK, span(a1, a4), a2)))
                .withMessageContaining("[A1, A4] should stand side by side");
    }

    @Test
    void a_sentence_fails_as_a_whole_and_other_words_take_its_place() {
        Formula ore = sentence(text("the \"ore\" of "), sentence(a4.plus(a1), text("")), a1);
        assertThat(printed(ore)).isEqualTo("IFERROR(CONCATENATE(\"the \"\"ore\"\" of \",AVERAGE(A4)+A1,A1),\"n/a\")");
        assertThat(printed(ore.orWords(text("none"))))
                .isEqualTo("IFERROR(CONCATENATE(\"the \"\"ore\"\" of \",AVERAGE(A4)+A1,A1),\"none\")");
        assertThat(printed(sentence(text("ore of "), a1).orWords(text("none"))))
                .as("it cannot fail")
                .isEqualTo("CONCATENATE(\"ore of \",A1)");
        assertThat(printed(sentence(a4, a1.orElse(text("n/a")), a5.then(a1, text("n/a")))))
                .as("what reads n/a in a cell is an error in a sentence, a published code is not")
                .isEqualTo(
                        "IFERROR(CONCATENATE(IF(A4=\"\",NA(),A4),IF(IF(ISNUMBER(A1),A1,\"n/a\")=\"n/a\",NA(),IF(ISNUMBER(A1),A1,\"n/a\")),"
                                + "IF(AVERAGE(A5),A1,NA())),\"n/a\")");
        assertThat(printed(a1.fixed(1))).isEqualTo("SUBSTITUTE(SUBSTITUTE(FIXED(A1,1,1),\",\",\".\"),\"-\",\"−\")");
        assertThat(printed(a4.fixed(0)))
                .isEqualTo("IFERROR(SUBSTITUTE(SUBSTITUTE(FIXED(AVERAGE(A4),0),\".\",\",\"),\"-\",\"−\"),\"n/a\")");
        assertThat(printed(a1.over(a2).fixed(0)))
                .isEqualTo("IFERROR(SUBSTITUTE(SUBSTITUTE(FIXED(A1/A2,0),\".\",\",\"),\"-\",\"−\"),\"n/a\")");
        assertThat(printed(call(Fn.SAME_TEXT, a4, text("W")))).isEqualTo("EXACT(A4,\"W\")");
    }

    @Test
    void along_a_row_or_column_of_like_formulas_what_does_not_move_is_anchored() {
        Key first = key("first share");
        Key second = key("second share");
        model.calculation(first, a1.times(a3));
        model.calculation(second, a2.times(a3));

        at(first, SHEET, 0, 5);
        at(second, SHEET, 1, 5);
        assertThat(printer().print(first)).isEqualTo("A1*A$3");
        assertThat(printer().print(second)).isEqualTo("A2*A$3");

        at(second, SHEET, 2, 5);
        assertThat(printer().print(first)).as("a blank cell between them").isEqualTo("A1*A3");

        Key beside = key("share beside");
        model.calculation(beside, b1.times(a3));
        at(beside, SHEET, 0, 6);
        assertThat(printer().print(first)).isEqualTo("A1*$A3");
        assertThat(printer().print(beside)).isEqualTo("B1*$A3");
    }

    @Test
    void the_next_cell_decides_before_the_one_behind() {
        Key middle = key("middle");
        Key next = key("next");
        Key before = key("before");
        model.calculation(middle, a2.times(a3));
        model.calculation(next, a3.times(b1));
        model.calculation(before, a1.times(a3));
        at(middle, SHEET, 5, 5);

        at(next, SHEET, 6, 5);
        at(before, SHEET, 4, 5);
        assertThat(printer().print(middle)).isEqualTo("A2*A3");

        at(next, SHEET, 5, 6);
        at(before, SHEET, 5, 4);
        assertThat(printer().print(middle)).isEqualTo("$A2*A3");
    }

    @Test
    void formulas_of_another_shape_anchor_nothing() {
        Key first = key("first");
        Key second = key("second");
        model.calculation(first, a1.times(ONE));
        model.calculation(second, a1.times(ZERO));
        at(first, SHEET, 0, 5);
        at(second, SHEET, 1, 5);
        assertThat(printer().print(first)).isEqualTo("A1*1");

        Key longer = key("sum of three");
        Key apart = key("sum of two apart");
        model.calculation(longer, sum(span(a1, a2, a3)));
        model.calculation(apart, sum(span(a1, a3)));
        at(longer, SHEET, 0, 7);
        at(apart, SHEET, 1, 7);
        assertThat(printer().print(longer)).isEqualTo("SUM(A1:A3)");
        assertThat(printer().print(apart)).isEqualTo("SUM(A1,A3)");
    }

    @Test
    void a_range_that_grows_is_anchored_at_its_start() {
        Key one = key("sum to the first");
        Key two = key("sum to the second");
        model.calculation(one, sum(span(a1)));
        model.calculation(two, sum(span(a1, a2)));
        at(one, SHEET, 0, 5);
        at(two, SHEET, 1, 5);

        assertThat(printer().print(one)).isEqualTo("SUM(A$1:A1)");
        assertThat(printer().print(two)).isEqualTo("SUM(A$1:A2)");

        model.calculation(key("sum across"), sum(span(a1, b1)));
        at(key("sum across"), SHEET, 0, 6);
        at(two, SHEET, 9, 9);
        assertThat(printer().print(one)).isEqualTo("SUM($A1:A1)");
        assertThat(printer().print(key("sum across"))).isEqualTo("SUM($A1:B1)");
    }

    @Test
    void a_cell_of_another_sheet_is_called_by_its_name_or_with_its_sheet() {
        Spot prices = new Spot("Prices", 1, 1);
        Formula price = figure("price", prices);
        Formula rate = figure("rate", new Spot("Other's sheet", 2, 1));
        Formula chosen = figure("scenario", new Spot("Cover", 0, 0));
        Formula here = figure("here", new Spot(SHEET, 9, 0));
        model.name(key("scenario"), "Scenario");
        model.name(key("here"), "Here");

        assertThat(printed(price.isKnown())).isEqualTo("ISNUMBER(Prices!B2)");
        assertThat(printed(rate.isKnown())).isEqualTo("ISNUMBER('Other''s sheet'!B3)");
        assertThat(printed(chosen.isKnown())).isEqualTo("ISNUMBER(Scenario)");
        assertThat(printed(here.isKnown())).isEqualTo("ISNUMBER(A10)");
        assertThat(Printer.link(prices, false, new Spot(SHEET, 0, 9))).isEqualTo("Prices!B2");
        assertThat(Printer.link(prices, true, new Spot(SHEET, 0, 9))).isEqualTo("IF(Prices!B2=\"\",\"n/a\",Prices!B2)");
    }

    @Test
    void a_bare_number_and_a_figure_are_no_formula() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> printed(a1.times(new Formula.Literal(Value.of(0.5)))))
                .withMessageContaining("Make it a definition, an assumption or a figure.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> printer().print(key("e")))
                .withMessageContaining("is not calculated");
    }
}
