package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** For every function, and every kind of input it may meet, Java and a spreadsheet program come to the same result. */
class FunctionAgreementTest {

    private static final Citation CITATION =
            new Citation(ImmutableList.of("made-up"), Reliability.READ, How.REPORTED, "");
    private static final ImmutableList<String> INPUTS =
            ImmutableList.of("five", "two", "minus", "zero", "withheld", "bound", "half", "word", "large", "empty");

    @TempDir
    Path folder;

    private final Model.Builder model = Model.builder();
    private final List<Key> calculations = new ArrayList<>();
    private final Set<Fn> tried = EnumSet.noneOf(Fn.class);
    private Path workbook;

    private static Key input(String name) {
        return Term.of("input").of(Subject.of(name));
    }

    private static Formula in(String name) {
        return input(name);
    }

    private void figure(String name, Value value) {
        model.figure(input(name), value, ValueUnit.NUMBER, CITATION);
    }

    private void tryOut(Fn fn, Formula... args) {
        tried.add(fn);
        Key key = Term.of("result").of(Subject.of(fn + " " + calculations.size()));
        calculations.add(model.calculation(key, call(fn, args)));
    }

    /** The key of a formula that does no more than repeat an input. */
    private Key repeated(String name) {
        Key key = Term.of("repeated").of(Subject.of(name));
        calculations.add(model.calculation(key, in(name)));
        return key;
    }

    @BeforeEach
    void write_a_workbook_with_every_function() throws IOException {
        figure("five", Value.of(5.0));
        figure("two", Value.of(2.0));
        figure("minus", Value.of(-3.25));
        figure("zero", Value.of(0.0));
        figure("withheld", new Value.Missing("W", "withheld"));
        figure("bound", new Value.Missing(">90000000", "a bound"));
        figure("half", Value.of(0.68535));
        figure("word", Value.of("China"));
        figure("large", Value.of(1234567.0));
        figure("empty", Value.empty());

        List<String> numbers = List.of("five", "two", "minus", "zero", "withheld", "bound", "word", "empty");
        for (Fn fn : List.of(
                Fn.ADD,
                Fn.SUBTRACT,
                Fn.MULTIPLY,
                Fn.DIVIDE,
                Fn.POWER,
                Fn.ABOVE,
                Fn.AT_LEAST,
                Fn.EQUAL,
                Fn.AND,
                Fn.OR)) {
            for (String a : numbers) {
                tryOut(fn, in(a), in("two"));
                tryOut(fn, in("two"), in(a));
            }
            tryOut(fn, in("two").minus(in("two")), in("five").over(in("zero")));
        }
        for (Fn fn : List.of(Fn.ABSOLUTE, Fn.WHOLE_PART, Fn.SQUARE_ROOT, Fn.LOGARITHM, Fn.EXPONENTIAL, Fn.IS_KNOWN)) {
            for (String a : numbers) {
                tryOut(fn, in(a));
            }
            tryOut(fn, in("five").over(in("zero")));
        }
        for (String a : List.of("five", "minus", "half", "zero", "withheld", "word", "empty")) {
            tryOut(Fn.ROUND, in(a), new Formula.Literal(new Value.Num(2)));
            tryOut(Fn.ROUND, in(a), new Formula.Literal(new Value.Num(4)));
            tryOut(Fn.FIXED, in(a), ONE);
            tryOut(Fn.FIXED, in(a).times(in("large")), ZERO);
            tryOut(Fn.JOIN, text("x "), call(Fn.FIXED, in(a), ONE), text(" of it"));
            tryOut(Fn.OR_WORDS, call(Fn.FIXED, in(a), ONE), text("not known"));
            tryOut(Fn.OR_WORDS, call(Fn.JOIN, text("x "), call(Fn.FIXED, in(a), ONE)), text("not known"));
            tryOut(Fn.OR_WORDS, call(Fn.IF, in(a), text("holds"), text("n/a")), text("not known"));
            tryOut(Fn.OR_ELSE, in(a), in("two"));
            tryOut(Fn.OR_ELSE, in("five").over(in(a)), in("withheld"));
            tryOut(Fn.IF, in(a), in("five"), in("withheld"));
            tryOut(Fn.IF, in("five"), in(a), in("two"));
            tryOut(Fn.ADD, call(Fn.IF, in("zero"), in("two"), in(a)), in("two"));
            tryOut(Fn.OR_ELSE, in("withheld"), in(a));
            tryOut(Fn.ABSOLUTE, call(Fn.OR_ELSE, in("withheld"), in(a)));
            tryOut(Fn.OR_WORDS, in("five").over(in("zero")), in(a));
            tryOut(Fn.IF, in(a).isAbove(in("two")), text("more"), in("two").over(in("zero")));
        }
        tryOut(Fn.JOIN, in("word"), text(" holds "), in("withheld"), text(" of "), in("five"));
        tryOut(Fn.JOIN, in("word"), call(Fn.PICK, span(keys("five", "two")), in("five")));
        tryOut(Fn.DIVIDE, in("five"), in("zero"));
        tryOut(Fn.DIVIDE, in("two"), in("zero"));
        List<Key> nothing = List.copyOf(calculations.subList(calculations.size() - 2, calculations.size()));
        Key none = nothing.get(0);
        tryOut(Fn.JOIN, in("word"), none);
        tryOut(Fn.JOIN, in("word"), call(Fn.IF, in("five"), none, in("two")));
        tryOut(Fn.JOIN, in("word"), call(Fn.PICK, span(nothing), in("two")));
        tryOut(Fn.JOIN, in("word"), call(Fn.SUM_OF_KNOWN, span(nothing)));
        tryOut(Fn.JOIN, in("word"), call(Fn.OR_ELSE, in("withheld"), none));
        tryOut(Fn.JOIN, in("word"), call(Fn.JOIN, text(" and "), none).orWords(text("")));
        tryOut(Fn.OR_WORDS, none, none);
        for (String a : List.of("five", "word", "withheld", "empty")) {
            Key again = repeated(a);
            tryOut(Fn.ADD, again, in("two"));
            tryOut(Fn.JOIN, in("word"), again);
            tryOut(Fn.JOIN, in("word"), in(a));
            tryOut(
                    Fn.JOIN,
                    in("word"),
                    call(Fn.IF, in("five"), in(a), in("two")).orWords(text(" none")));
            tryOut(Fn.JOIN, in("word"), call(Fn.PICK, span(keys("five", a)), in("two")));
            tryOut(Fn.COUNT_OF_KNOWN, span(List.of(again, input("two"))));
        }
        for (String a : List.of("word", "withheld", "zero", "empty")) {
            tryOut(Fn.SAME_TEXT, in(a), text("China"));
        }

        List<String> several = List.of("empty", "five", "zero", "withheld", "word");
        for (String a : several) {
            tryOut(Fn.IS_EMPTY, in(a));
            tryOut(Fn.IF, call(Fn.IS_EMPTY, in(a)), text("nothing typed"), in("two"));
        }
        tryOut(Fn.IS_EMPTY, in("five").over(in("zero")));
        tryOut(Fn.IS_KNOWN, in("empty"));
        tryOut(Fn.OR_ELSE, in("empty"), in("two"));
        tryOut(Fn.IF, in("empty").isKnown(), in("empty").isAtLeast(in("two")), in("five"));
        tryOut(Fn.FIND, in("empty"), span(keys("half", "word")));

        List<List<String>> spans = List.of(
                List.of("five", "two", "minus", "zero"),
                List.of("five", "two", "minus", "zero", "withheld"),
                List.of("withheld", "bound"),
                List.of("bound", "half", "word"),
                List.of("five", "empty", "minus"),
                List.of("zero", "empty"));
        for (Fn fn : List.of(Fn.SUM, Fn.AVERAGE, Fn.MIN, Fn.MAX, Fn.SUM_OF_SQUARES)) {
            spans.forEach(names -> tryOut(fn, span(keys(names))));
            tryOut(fn, span(keys("five", "two")), in("half"));
            tryOut(fn, in("five"), in("withheld"));
            tryOut(fn, in("five"), in("empty"));
            tryOut(fn, span(keys("five", "two")), in("empty"));
            tryOut(fn, in("five"), ZERO);
        }
        for (Fn fn : List.of(
                Fn.SUM_OF_KNOWN,
                Fn.MAX_OF_KNOWN,
                Fn.MIN_OF_KNOWN,
                Fn.AVERAGE_OF_KNOWN,
                Fn.MEDIAN_OF_KNOWN,
                Fn.SUM_OF_SQUARES_OF_KNOWN,
                Fn.COUNT_OF_KNOWN)) {
            spans.forEach(names -> tryOut(fn, span(keys(names))));
        }
        for (List<String> names : spans) {
            tryOut(Fn.COUNT_CODES, span(keys(names)));
            tryOut(Fn.COUNT_TEXT, span(keys(names)), text("china"));
            tryOut(Fn.COUNT_TEXT, span(keys(names)), text("not-here"));
            names.forEach(a -> tryOut(Fn.RANK, in(a), span(keys(names))));
            for (String a : List.of("two", "zero", "withheld", "word", "empty")) {
                tryOut(Fn.COUNT_EQUAL, span(keys(names)), in(a));
                tryOut(Fn.COUNT_ABOVE, span(keys(names)), in(a));
                tryOut(Fn.FIND, in(a), span(keys(names)));
                tryOut(Fn.PICK, span(keys(names)), in(a));
                tryOut(Fn.ADD, call(Fn.PICK, span(keys(names)), in(a)), in("two"));
                tryOut(Fn.LARGEST, span(keys(names)), in(a));
            }
        }
        tryOut(Fn.SUM_OF_PRODUCTS, span(keys("five", "two", "minus")), span(keys("two", "minus", "zero")));
        tryOut(Fn.SUM_OF_PRODUCTS, span(keys("five", "two")), span(keys("zero", "withheld")));
        tryOut(Fn.SUM_OF_PRODUCTS, span(keys("five", "two")), span(keys("zero", "empty")));

        for (List<String> flows : List.of(
                List.of("minus", "two", "five"),
                List.of("minus", "minus", "zero", "five", "two"),
                List.of("five", "two", "minus"),
                List.of("minus", "five", "minus"),
                List.of("five", "two"),
                List.of("minus", "withheld", "five"),
                List.of("minus", "empty", "five"))) {
            tryOut(Fn.RATE_OF_RETURN, span(keys(flows)));
            for (String rate : List.of("two", "zero", "minus", "withheld", "word")) {
                tryOut(Fn.PRESENT_VALUE, in(rate), span(keys(flows)));
            }
        }

        Section inputs = Section.of(
                "Inputs",
                "Inputs",
                "",
                List.of(Table.of("Inputs", INPUTS)
                        .label("Name", name -> name)
                        .value("Value", Shown.AS_IS, FunctionAgreementTest::input)
                        .build()));
        Section results = Section.of(
                "Results",
                "Results",
                "",
                List.of(Table.of("Results", calculations)
                        .label("What", key -> key.of().name())
                        .value("Value", Shown.AS_IS, key -> key)
                        .build()));
        Report report =
                new Report("Functions", "", ImmutableList.of(inputs, results), model.build(), ImmutableMap.of());
        workbook = folder.resolve("functions.xlsx");
        Workbooks.write(report, workbook);
    }

    private static List<Key> keys(String... names) {
        return keys(List.of(names));
    }

    private static List<Key> keys(List<String> names) {
        return names.stream().map(FunctionAgreementTest::input).toList();
    }

    @Test
    void every_function_is_tried() {
        assertThat(tried).containsExactlyInAnyOrder(Fn.values());
    }

    @Test
    void poi_agrees() throws IOException {
        assertThat(Recalculation.differencesFromPoi(workbook)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE"})
    void libreoffice_agrees(String locale) throws IOException {
        assertThat(Recalculation.differencesFromOffice(workbook, locale)).isEmpty();
    }

    @Test
    void the_comparison_can_fail() throws IOException {
        Path poisoned = Recalculation.poisoned(workbook, folder.resolve("poisoned.xlsx"));
        List<Recalculation.Result> results = Recalculation.results(workbook);
        assertThat(results).hasSizeGreaterThanOrEqualTo(calculations.size());
        assertThat(Recalculation.differences(workbook, poisoned)).hasSameSizeAs(results);
        assertThat(Recalculation.differencesFromPoi(poisoned)).hasSameSizeAs(results);
        assertThat(Files.size(poisoned)).isPositive();
    }

    @Test
    void no_result_is_an_error_value() throws IOException {
        assertThat(Recalculation.results(workbook))
                .noneMatch(result -> result.value().toString().startsWith("#"));
    }
}
