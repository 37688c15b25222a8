package org.lodestone.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.function.Defined;
import org.lodestone.reports.function.Gap;
import org.lodestone.reports.function.Parameter;
import org.lodestone.reports.function.Strength;

/**
 * Prints calculations as cell formulas, given where every key stands.
 *
 * <p>Dollar signs are inferred: where the cell beside (or below) holds a formula of the same shape, a reference that does
 * not move with it is anchored. So a row or column of like formulas can be filled, as a modeller would have written it.
 *
 * <p>Missing values keep Java's rules. In a sheet {@code SUM} skips text and {@code "W"+1} is an error, so a strict
 * function of a range asks whether all of it is numbers, and a formula that could fail is wrapped once, at its top, in
 * {@code IFERROR(…,"n/a")}. A cell that a reader has emptied counts as zero, except in an average, which has no result for it:
 * so an input in arithmetic is {@code AVERAGE(G44)}, which is the number itself. A guard stands only where an input may be
 * overtyped, a figure be missing or a divisor be zero.
 */
final class Printer {

    private static final String NOT_AVAILABLE = "\"" + Value.NOT_AVAILABLE + "\"";

    /** An error in the middle of a sentence, which is caught at its top. */
    private static final String UNSAID = "NA()";

    /** The most characters that a text within a formula may have. */
    private static final int LONGEST_TEXT = 255;

    /** The most characters that a formula may have. */
    private static final int LONGEST = 8_192;

    private static final Value ZERO = Value.of(0.0);
    private static final Value ONE = Value.of(1.0);

    private final Model model;
    private final Placement placement;
    private final Map<Spot, Key> keys = new HashMap<>();
    private final Guards guards;
    /** The cells that each formula mentions, in order: it is compared with its neighbours on all sides. */
    private final IdentityHashMap<Formula, List<Spot>> mentioned = new IdentityHashMap<>();

    Printer(Model model, Placement placement) {
        this.model = model;
        this.placement = placement;
        this.guards = new Guards(model);
        placement.homes().forEach((key, spot) -> keys.put(spot, key));
    }

    /** The formulas of what is calculated on a sheet. */
    Map<Key, String> print(SheetPlan plan) {
        Map<Key, String> formulas = new HashMap<>();
        plan.items()
                .forEach(item -> item.body()
                        .asHome()
                        .filter(key -> model.calculation(key).isPresent())
                        .ifPresent(key -> formulas.put(key, print(key))));
        return formulas;
    }

    /** The formula of a calculation that stands at its own spot, without the equals sign. */
    String print(Key key) {
        Formula formula = calculated(key);
        Spot here = placement.home(key);
        String body = new Line(key, here, corners(formula, here)).text(formula, Strength.ANY);
        String text = guards.mayBeEmpty(formula) ? unlessEmpty(body, NOT_AVAILABLE) : body;
        String whole = guards.canFail(formula) ? caught(text) : text;
        if (whole.length() > LONGEST) {
            throw new IllegalArgumentException("The formula of '" + key + "' has " + whole.length()
                    + " characters, and a cell takes " + LONGEST
                    + ". Say it in steps, each with a key of its own.");
        }
        return whole;
    }

    /** The formula of a cell that repeats the value of another. */
    static String link(Spot other, boolean mayBeEmpty, Spot here) {
        String cell = reference(other, here, false, false);
        return mayBeEmpty ? unlessEmpty(cell, NOT_AVAILABLE) : cell;
    }

    /** The text of a cell, or something else where it is empty, which would be read as zero. */
    private static String unlessEmpty(String cell, String otherwise) {
        return "IF(" + cell + "=\"\"," + otherwise + "," + cell + ")";
    }

    private Formula calculated(Key key) {
        return model.calculation(key)
                .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is not calculated."));
    }

    /** A text as a formula writes it. */
    static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String caught(String body) {
        return "IFERROR(" + body + "," + NOT_AVAILABLE + ")";
    }

    // ---------------------------------------------------------------- anchors

    /** The cells a formula mentions, in the order in which it prints them, and whether row and column are anchored. */
    private record Corner(Spot spot, boolean rowFixed, boolean columnFixed) {}

    private List<Corner> corners(Formula formula, Spot here) {
        List<Spot> mine = mentioned(formula);
        List<Spot> beside = neighbour(formula, here, 0, 1, mine.size());
        List<Spot> below = neighbour(formula, here, 1, 0, mine.size());
        List<Corner> corners = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            Spot spot = mine.get(i);
            boolean columnFixed = !beside.isEmpty() && beside.get(i).column() == spot.column();
            boolean rowFixed = !below.isEmpty() && below.get(i).row() == spot.row();
            corners.add(new Corner(spot, rowFixed, columnFixed));
        }
        return corners;
    }

    /** The cells that the next cell in a direction mentions, or else those of the one before it, if it holds a formula of this shape. */
    private List<Spot> neighbour(Formula formula, Spot here, int rows, int columns, int size) {
        for (int sign : new int[] {1, -1}) {
            Key key = keys.get(new Spot(here.sheet(), here.row() + sign * rows, here.column() + sign * columns));
            Optional<Formula> other = key == null ? Optional.empty() : model.calculation(key);
            if (other.isPresent() && haveOneShape(formula, other.get())) {
                List<Spot> theirs = mentioned(other.get());
                if (theirs.size() == size) {
                    return theirs;
                }
            }
        }
        return List.of();
    }

    /** Whether two formulas differ in the cells they mention and no more, so that one can be filled from the other. */
    private static boolean haveOneShape(Formula one, Formula other) {
        return one.fold(
                literal -> other.asLiteral().filter(literal::equals).isPresent(),
                key -> other.asKey().isPresent(),
                span -> other.asSpan().isPresent(),
                call -> other.asCall()
                        .filter(like -> like.fn() == call.fn() && haveOneShape(call.args(), like.args()))
                        .isPresent());
    }

    private static boolean haveOneShape(List<Formula> some, List<Formula> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> haveOneShape(some.get(i), others.get(i)));
    }

    private List<Spot> mentioned(Formula formula) {
        return mentioned.computeIfAbsent(formula, one -> {
            List<Spot> spots = new ArrayList<>();
            one.walk(key -> spots.add(placement.home(key)), (span, fn) -> {
                for (CellRange run : placement.runs(span, fn)) {
                    spots.add(run.first());
                    spots.add(run.last());
                }
            });
            return spots;
        });
    }

    // ---------------------------------------------------------------- text

    private static String reference(Spot spot, Spot here, boolean rowFixed, boolean columnFixed) {
        String sheet = spot.sheet().equals(here.sheet()) ? "" : Spot.quoted(spot.sheet()) + "!";
        return sheet + cell(spot, rowFixed, columnFixed);
    }

    private static String cell(Spot spot, boolean rowFixed, boolean columnFixed) {
        return (columnFixed ? "$" : "") + Spot.columnName(spot.column()) + (rowFixed ? "$" : "") + (spot.row() + 1);
    }

    /** Prints one formula; takes its corners from the list as it mentions them. */
    private final class Line {
        private final Key key;
        private final Spot here;
        private final List<Corner> corners;
        private int next;
        /** The inputs that are asked whether they are numbers before what is being printed is worked out. */
        private final Set<Key> known = new HashSet<>();

        Line(Key key, Spot here, List<Corner> corners) {
            this.key = key;
            this.here = here;
            this.corners = corners;
        }

        /** The text of what has one value; in brackets where it would not hold together. */
        String text(Formula formula, Strength wanted) {
            return formula.fold(
                    this::literal,
                    this::at,
                    span -> {
                        throw span.alone();
                    },
                    call -> call.fn().spelling().strength().compareTo(wanted) < 0
                            ? "(" + call(call) + ")"
                            : call(call));
        }

        private String at(Key key) {
            Corner corner = corners.get(next++);
            String name = model.names().get(key);
            return name != null && !corner.spot().sheet().equals(here.sheet())
                    ? name
                    : reference(corner.spot(), here, corner.rowFixed(), corner.columnFixed());
        }

        private List<String> ranges(Formula.Span span, Fn fn) {
            List<String> ranges = new ArrayList<>();
            for (CellRange run : placement.runs(span, fn)) {
                Corner first = corners.get(next++);
                Corner last = corners.get(next++);
                String start = reference(run.first(), here, first.rowFixed(), first.columnFixed());
                boolean alike = first.rowFixed() == last.rowFixed() && first.columnFixed() == last.columnFixed();
                ranges.add(
                        run.first().equals(run.last()) && alike
                                ? start
                                : start + ":" + cell(run.last(), last.rowFixed(), last.columnFixed()));
            }
            if (ranges.size() > 1 && fn.needsOneRange()) {
                throw new IllegalArgumentException("The cells " + ranges + " should stand side by side, for " + span);
            }
            return ranges;
        }

        private String call(Formula.Call call) {
            List<List<String>> args = new ArrayList<>();
            Optional<Key> asked = Guards.asked(call);
            for (int i = 0; i < call.args().size(); i++) {
                boolean isKnown = i == 1 && asked.filter(known::add).isPresent();
                args.add(argument(call, i));
                if (isKnown) {
                    known.remove(asked.orElseThrow());
                }
            }
            List<String> all = args.stream().flatMap(List::stream).toList();
            String body = call.fn().spelling().text().apply(all);
            return switch (call.fn().gap()) {
                case STRICT -> where(wholeSpans(call, args), body);
                case SOUGHT -> call.fn().defined() == Defined.ALWAYS ? where(knownValues(call, args), body) : body;
                case OF_KNOWN ->
                    guards.mayMiss(call.args().get(0))
                            ? "IF(COUNT(" + String.join(",", all) + ")=0," + NOT_AVAILABLE + "," + body + ")"
                            : body;
                case CAUGHT -> guards.canBeUnsaid(call.args().get(0)) ? body : all.get(0);
                case CHOICE, FILLED, SPOKEN, TOLD -> body;
            };
        }

        /** The text of an argument: several of a span in several ranges, none of an empty piece. */
        private List<String> argument(Formula.Call call, int i) {
            Formula arg = call.args().get(i);
            if (arg.asKey().filter(known::contains).isPresent()) {
                return List.of(text(arg, Strength.ANY));
            }
            if (guards.mayCountEmpty(call, i)) {
                return List.of(arg.asKey().isPresent() ? "AVERAGE(" + text(arg, Strength.ANY) + ")" : unlessEmpty(arg));
            }
            Parameter parameter = call.fn().parameter(i);
            return switch (parameter) {
                case VALUE, WORD, SHOWN -> {
                    if (guards.mayHandOnEmpty(call, i)) {
                        yield List.of(unlessEmpty(arg));
                    }
                    yield List.of(
                            parameter == Parameter.SHOWN
                                    ? shown(arg)
                                    : text(arg, call.fn().spelling().wanted(i)));
                }
                case DIGITS -> List.of(arg.asLiteral().orElseThrow().inSentence());
                case TRIED -> List.of(spoken(arg));
                case PIECE -> pieces(arg, call.fn());
                case NUMBERS, SPAN, RANGE, LIST ->
                    arg.asSpan().map(span -> ranges(span, call.fn())).orElseGet(() -> List.of(number(arg)));
            };
        }

        /** The pieces of a sentence; a sentence within a sentence is no piece of its own. */
        private List<String> pieces(Formula arg, Fn sentence) {
            if (arg.equals(Formula.text(""))) {
                return List.of();
            }
            Optional<Formula.Call> inner = arg.asCall().filter(call -> call.fn() == sentence);
            return inner.isPresent()
                    ? inner.get().args().stream()
                            .flatMap(piece -> pieces(piece, sentence).stream())
                            .toList()
                    : List.of(spoken(arg));
        }

        /** The words for a value within a sentence: an error where there are none, so that none of the sentence stands. */
        private String spoken(Formula formula) {
            boolean mayBeEmpty = guards.mayBeEmpty(formula);
            if (!guards.mayReadNotAvailable(formula)) {
                return mayBeEmpty ? unlessEmpty(formula) : text(formula, Strength.ANY);
            }
            Optional<Formula.Call> choice =
                    formula.asCall().filter(call -> call.fn().gap() == Gap.CHOICE);
            if (choice.isPresent()) {
                Formula.Call call = choice.get();
                return "IF(" + argument(call, 0).get(0) + ","
                        + spoken(call.args().get(1)) + "," + spoken(call.args().get(2)) + ")";
            }
            if (formula.asLiteral().isPresent()) {
                return UNSAID;
            }
            String text = text(formula, Strength.ANY);
            String unsaid = text + "=" + NOT_AVAILABLE;
            String test = mayBeEmpty ? "OR(" + text + "=\"\"," + unsaid + ")" : unsaid;
            return "IF(" + test + "," + UNSAID + "," + text + ")";
        }

        /** The text of a cell: an error where it is empty. */
        private String unlessEmpty(Formula cell) {
            return Printer.unlessEmpty(text(cell, Strength.ANY), UNSAID);
        }

        /** A value as a reader sees it, compared with another. */
        private String shown(Formula formula) {
            String text = text(formula, Strength.ANY);
            return guards.canFail(formula) ? caught(text) : text;
        }

        /** A number beside ranges: added to zero, a cell that holds a text is an error instead of being skipped. */
        private String number(Formula formula) {
            String text = text(formula, Strength.ANY);
            return formula.asKey().isPresent() && guards.mayMiss(formula) ? text + "+0" : text;
        }

        private String where(List<String> tests, String body) {
            if (tests.isEmpty()) {
                return body;
            }
            String test = tests.size() == 1 ? tests.get(0) : "AND(" + String.join(",", tests) + ")";
            return "IF(" + test + "," + body + "," + NOT_AVAILABLE + ")";
        }

        /** Conditions that all cells are numbers, one for every range in which a value may be missing. */
        private List<String> wholeSpans(Formula.Call call, List<List<String>> args) {
            List<String> tests = new ArrayList<>();
            for (int i = 0; i < args.size(); i++) {
                Optional<Formula.Span> span = call.args().get(i).asSpan().filter(guards::mayMiss);
                if (span.isPresent()) {
                    List<CellRange> runs = placement.runs(span.get(), call.fn());
                    for (int k = 0; k < runs.size(); k++) {
                        String range = args.get(i).get(k);
                        String size = runs.get(k).inColumn() ? "ROWS(" : "COLUMNS(";
                        tests.add("COUNT(" + range + ")=" + size + range + ")");
                    }
                }
            }
            return tests;
        }

        /** Conditions that a value is a number, one for every single value that may be missing. */
        private List<String> knownValues(Formula.Call call, List<List<String>> args) {
            return IntStream.range(0, args.size())
                    .filter(i -> call.fn().parameter(i) == Parameter.VALUE)
                    .filter(i -> guards.mayMiss(call.args().get(i)))
                    .mapToObj(i -> "ISNUMBER(" + args.get(i).get(0) + ")")
                    .toList();
        }

        private String literal(Value value) {
            if (value.equals(ZERO) || value.equals(ONE)) {
                return value.inSentence();
            }
            String text = value.asText()
                    .orElseThrow(() -> new IllegalArgumentException(value + " stands in the formula of '" + key
                            + "'. Make it a definition, an assumption or a figure."));
            return text.length() <= LONGEST_TEXT ? quoted(text) : "(" + inPieces(text) + ")";
        }

        /** A text that is longer than a sheet takes one within a formula. */
        private static String inPieces(String text) {
            StringJoiner pieces = new StringJoiner("&");
            for (int from = 0; from < text.length(); ) {
                int to = Math.min(text.length(), from + LONGEST_TEXT);
                to -= to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0; // no half character
                pieces.add(quoted(text.substring(from, to)));
                from = to;
            }
            return pieces.toString();
        }
    }
}
