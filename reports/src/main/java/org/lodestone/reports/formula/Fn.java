package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A function, with all its faces: how Java computes it, how a sheet spells it, and what a missing input does to it.
 *
 * <p>Three rules for a missing input. <em>Strict</em> functions have no result as soon as one input is missing.
 * Functions <em>of known</em> values leave missing ones out and have no result only if nothing is known. The few others
 * say so themselves. A text is no number, so where a number is wanted it counts as missing.
 */
public enum Fn {
    ADD("+", arithmetic(Double::sum)),
    SUBTRACT("-", arithmetic((a, b) -> a - b)),
    MULTIPLY("*", arithmetic((a, b) -> a * b)),
    /** Missing where the divisor is zero. */
    DIVIDE("/", arithmetic((a, b) -> b == 0 ? Double.NaN : a / b)),
    /** Missing where the result is no real number. */
    POWER("^", arithmetic((a, b) -> a == 0 && b <= 0 ? Double.NaN : Math.pow(a, b))),
    ABOVE(">", comparison(difference -> difference > 0)),
    AT_LEAST(">=", comparison(difference -> difference >= 0)),
    EQUAL("=", comparison(difference -> difference == 0)),
    AND("AND", strict(a -> a.number(0) * a.number(1) != 0 ? 1 : 0, true)),
    OR("OR", strict(a -> a.number(0) + a.number(1) > 0 ? 1 : 0, true)),
    /** Text after text. What is missing appears as its code. */
    JOIN("CONCATENATE", args -> {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < args.size(); i++) {
            sentence.append(args.value(i).inSentence());
        }
        return Value.of(sentence.toString());
    }),
    /** Whether two texts are the same to the letter. What is missing counts as its code. */
    SAME_TEXT(
            "EXACT",
            args -> Value.of(args.value(0).inSentence().equals(args.value(1).inSentence()))),
    IF("IF", args -> {
        var condition = args.value(0).number();
        if (condition.isEmpty()) {
            return Value.missing("the condition is missing");
        }
        return args.value(condition.getAsDouble() != 0 ? 1 : 2);
    }),
    OR_ELSE("IF", args -> args.value(args.value(0) instanceof Value.Num ? 0 : 1)),
    IS_KNOWN("ISNUMBER", args -> Value.of(args.value(0) instanceof Value.Num)),

    SUM("SUM", strict(args -> sum(args.all()), false)),
    AVERAGE("AVERAGE", strict(args -> sum(args.all()) / args.all().length, false)),
    MIN("MIN", strict(args -> Arrays.stream(args.all()).min().orElseThrow(), false)),
    MAX("MAX", strict(args -> Arrays.stream(args.all()).max().orElseThrow(), false)),
    SUM_OF_SQUARES(
            "SUMSQ",
            strict(args -> sum(Arrays.stream(args.all()).map(x -> x * x).toArray()), false)),
    /** Of two spans of the same length. */
    SUM_OF_PRODUCTS(
            "SUMPRODUCT",
            strict(
                    args -> {
                        double[] a = args.numbers(0);
                        double[] b = args.numbers(1);
                        double total = 0;
                        for (int i = 0; i < a.length; i++) {
                            total += a[i] * b[i];
                        }
                        return total;
                    },
                    false)),

    SUM_OF_KNOWN("SUM", ofKnown(Fn::sum)),
    MAX_OF_KNOWN("MAX", ofKnown(known -> Arrays.stream(known).max().orElseThrow())),
    MIN_OF_KNOWN("MIN", ofKnown(known -> Arrays.stream(known).min().orElseThrow())),
    AVERAGE_OF_KNOWN("AVERAGE", ofKnown(known -> sum(known) / known.length)),
    SUM_OF_SQUARES_OF_KNOWN(
            "SUMSQ", ofKnown(known -> sum(Arrays.stream(known).map(x -> x * x).toArray()))),
    /** How many of a span are known; never missing. */
    COUNT_OF_KNOWN("COUNT", args -> Value.of(args.known(0).length)),
    /** How many of a span equal a number; missing where the number is. */
    COUNT_EQUAL("COUNTIF", args -> {
        var wanted = args.value(1).number();
        if (wanted.isEmpty()) {
            return Value.missing("what is counted is missing");
        }
        return Value.of((double) Arrays.stream(args.known(0))
                .filter(x -> x == wanted.getAsDouble())
                .count());
    }),
    /** How many of a span are a given text, capitals or not; never missing. */
    COUNT_TEXT(
            "COUNTIF",
            args -> Value.of((double) args.span(0).stream()
                    .filter(value -> same(args.value(1), value))
                    .count())),
    /** The k-th largest known value of a span; missing where there are fewer. */
    LARGEST("LARGE", args -> {
        var k = args.value(1).number();
        double[] known = args.known(0);
        Arrays.sort(known);
        if (k.isEmpty() || k.getAsDouble() < 1 || k.getAsDouble() > known.length) {
            return Value.missing("there are fewer known values");
        }
        return Value.of(known[known.length - (int) k.getAsDouble()]);
    }),
    /** The rank of a number among the known values of a span, the largest first, equals sharing a rank. */
    RANK("RANK", args -> {
        var x = args.value(0).number();
        double[] known = args.known(1);
        if (x.isEmpty() || Arrays.stream(known).noneMatch(y -> y == x.getAsDouble())) {
            return Value.missing("what is ranked is not among the known values");
        }
        return Value.of(
                1.0 + Arrays.stream(known).filter(y -> y > x.getAsDouble()).count());
    }),
    /** The k-th value of a span, whatever it is; missing where there is none. */
    PICK("INDEX", args -> {
        var k = args.value(1).number();
        List<Value> span = args.span(0);
        if (k.isEmpty() || k.getAsDouble() < 1 || k.getAsDouble() >= span.size() + 1) {
            return Value.missing("there is no such place in the list");
        }
        return span.get((int) k.getAsDouble() - 1);
    }),
    /** The place, from 1, at which a number or text first stands in a span; missing where it does not. */
    FIND("MATCH", args -> {
        Value wanted = args.value(0);
        List<Value> span = args.span(1);
        for (int i = 0; i < span.size(); i++) {
            if (same(wanted, span.get(i))) {
                return Value.of(i + 1);
            }
        }
        return Value.missing("'" + wanted.inSentence() + "' is not in the list");
    }),

    ROUND("ROUND", strict(args -> round(args.number(0), (int) args.number(1)), false)),
    ABSOLUTE("ABS", strict(args -> Math.abs(args.number(0)), false)),
    WHOLE_PART("INT", strict(args -> Math.floor(args.number(0)), false)),
    SQUARE_ROOT("SQRT", strict(args -> Math.sqrt(args.number(0)), false)),
    LOGARITHM("LN", strict(args -> args.number(0) <= 0 ? Double.NaN : Math.log(args.number(0)), false)),
    EXPONENTIAL("EXP", strict(args -> Math.exp(args.number(0)), false)),
    /**
     * A number as text for a sentence in English: whole numbers grouped ({@code 393,950}), others with a decimal point
     * ({@code 4923.6}), whatever the reader's own settings; {@code n/a} where it is missing.
     */
    FIXED("FIXED", args -> {
        var x = args.value(0).number();
        int digits = (int) args.value(1).number().orElseThrow();
        return Value.of(x.isEmpty() ? Value.NOT_AVAILABLE : fixed(x.getAsDouble(), digits));
    });

    private final String sheet;

    @SuppressWarnings("ImmutableEnumChecker") // the rules are lambdas that capture nothing that changes
    private final Function<Arguments, Value> rule;

    Fn(String sheet, Function<Arguments, Value> rule) {
        this.sheet = sheet;
        this.rule = rule;
    }

    /** How a sheet spells this function: an operator sign or a name. */
    public String sheetName() {
        return sheet;
    }

    /** The result for the given arguments: a list of one value for a formula, of several for a span. */
    public Value apply(List<List<Value>> args) {
        return rule.apply(new Arguments(args));
    }

    void check(ImmutableList<Formula> args) {
        boolean fits =
                switch (this) {
                    case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, ABOVE, AT_LEAST, EQUAL, AND, OR, SAME_TEXT, OR_ELSE ->
                        scalars(args, 2);
                    case IS_KNOWN, ABSOLUTE, WHOLE_PART, SQUARE_ROOT, LOGARITHM, EXPONENTIAL -> scalars(args, 1);
                    case ROUND, FIXED -> scalars(args, 2) && args.get(1) instanceof Formula.Literal;
                    case IF -> scalars(args, 3);
                    case JOIN -> scalars(args, args.size());
                    case SUM, AVERAGE, MIN, MAX, SUM_OF_SQUARES -> !args.isEmpty();
                    case SUM_OF_PRODUCTS ->
                        args.size() == 2
                                && args.get(0) instanceof Formula.Span a
                                && args.get(1) instanceof Formula.Span b
                                && a.keys().size() == b.keys().size();
                    case SUM_OF_KNOWN,
                            MAX_OF_KNOWN,
                            MIN_OF_KNOWN,
                            AVERAGE_OF_KNOWN,
                            SUM_OF_SQUARES_OF_KNOWN,
                            COUNT_OF_KNOWN -> args.size() == 1 && args.get(0) instanceof Formula.Span;
                    case COUNT_EQUAL, LARGEST, PICK -> args.size() == 2 && args.get(0) instanceof Formula.Span;
                    case COUNT_TEXT ->
                        args.size() == 2 && args.get(0) instanceof Formula.Span && isPlainText(args.get(1));
                    case RANK, FIND -> args.size() == 2 && args.get(1) instanceof Formula.Span;
                };
        if (!fits) {
            throw new IllegalArgumentException(this + " does not take the arguments " + args + ".");
        }
    }

    /** Whether it is a literal text of letters: a sheet reads stars and comparison signs in a text as patterns. */
    private static boolean isPlainText(Formula wanted) {
        return wanted instanceof Formula.Literal literal
                && literal.value() instanceof Value.Text text
                && text.text().chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == ' ');
    }

    private static boolean scalars(ImmutableList<Formula> args, int count) {
        return args.size() == count && args.stream().noneMatch(Formula.Span.class::isInstance);
    }

    private static Function<Arguments, Value> arithmetic(DoubleBinaryOperator operator) {
        return strict(args -> operator.applyAsDouble(args.number(0), args.number(1)), false);
    }

    private interface Test {
        boolean holds(double difference);
    }

    private static Function<Arguments, Value> comparison(Test test) {
        return strict(args -> test.holds(args.number(0) - args.number(1)) ? 1 : 0, true);
    }

    private static Function<Arguments, Value> strict(ToDoubleFunction<Arguments> body, boolean truth) {
        return args -> {
            var missing = args.firstMissing();
            if (missing.isPresent()) {
                return missing.get();
            }
            double result = body.applyAsDouble(args);
            return truth ? Value.of(result != 0) : Value.of(result);
        };
    }

    private static Function<Arguments, Value> ofKnown(ToDoubleFunction<double[]> body) {
        return args -> {
            double[] known = args.known(0);
            return known.length == 0 ? Value.missing("nothing is known") : Value.of(body.applyAsDouble(known));
        };
    }

    private static double sum(double[] numbers) {
        double total = 0;
        for (double x : numbers) {
            total += x;
        }
        return total;
    }

    /** Numbers are the same by amount, anything else by what a reader sees, capitals or not. */
    private static boolean same(Value a, Value b) {
        if (a instanceof Value.Num x && b instanceof Value.Num y) {
            return x.amount() == y.amount();
        }
        return !(a instanceof Value.Num)
                && !(b instanceof Value.Num)
                && a.inSentence().toLowerCase(Locale.ROOT).equals(b.inSentence().toLowerCase(Locale.ROOT));
    }

    /** Rounds the shortest decimal that stands for the number, halves away from zero, as spreadsheets do. */
    public static double round(double x, int digits) {
        return new BigDecimal(Double.toString(x))
                .setScale(digits, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static String fixed(double x, int digits) {
        BigDecimal rounded = new BigDecimal(Double.toString(x)).setScale(digits, RoundingMode.HALF_UP);
        if (digits > 0) {
            return rounded.toPlainString();
        }
        StringBuilder grouped = new StringBuilder(rounded.abs().toPlainString());
        for (int i = grouped.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return (rounded.signum() < 0 ? "-" : "") + grouped;
    }

    /** The arguments of one call, as values. */
    private record Arguments(List<List<Value>> spans) {

        int size() {
            return spans.size();
        }

        Value value(int i) {
            return spans.get(i).get(0);
        }

        List<Value> span(int i) {
            return spans.get(i);
        }

        double number(int i) {
            return value(i).number().orElseThrow();
        }

        double[] numbers(int i) {
            return spans.get(i).stream()
                    .mapToDouble(v -> v.number().orElseThrow())
                    .toArray();
        }

        double[] all() {
            return spans.stream()
                    .flatMap(List::stream)
                    .mapToDouble(v -> v.number().orElseThrow())
                    .toArray();
        }

        /** The numbers of a span; a truth is none, as in a range of a sheet. */
        double[] known(int i) {
            return spans.get(i).stream()
                    .filter(Value.Num.class::isInstance)
                    .mapToDouble(v -> ((Value.Num) v).amount())
                    .toArray();
        }

        Optional<Value> firstMissing() {
            for (List<Value> span : spans) {
                for (Value value : span) {
                    if (value.number().isEmpty()) {
                        return Optional.of(Value.missing(
                                value instanceof Value.Missing missing
                                        ? missing.reason()
                                        : "'" + value.inSentence() + "' is no number"));
                    }
                }
            }
            return Optional.empty();
        }
    }
}
