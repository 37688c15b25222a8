package org.lodestone.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;

/**
 * Prints calculations as cell formulas, given where every key stands.
 *
 * <p>Dollar signs are inferred: where the cell beside (or below) holds a formula of the same shape, a reference that does
 * not move with it is anchored. So a row or column of like formulas can be filled, as a modeller would have written it.
 *
 * <p>Missing values keep Java's rules. In a sheet {@code SUM} skips text and {@code "W"+1} is an error, so a strict
 * function of a range asks whether all of it is numbers, and a formula that could fail is wrapped once, at its top, in
 * {@code IFERROR(…,"n/a")}. A guard stands only where an input may be overtyped, a figure be missing or a divisor be zero.
 */
final class Printer {

    private static final String NOT_AVAILABLE = "\"" + Value.NOT_AVAILABLE + "\"";
    private static final int COMPARISON = 1;
    private static final int SUM = 3;
    private static final int PRODUCT = 4;
    private static final int POWER = 5;
    private static final int ATOM = 6;

    private final Model model;
    private final Placement placement;
    private final Map<Spot, Key> keys = new HashMap<>();
    private final Map<Key, Boolean> mayMiss = new HashMap<>();
    /** Each formula is compared with its neighbours on all sides, so what is asked of it is kept. */
    private final IdentityHashMap<Formula, Outline> outlines = new IdentityHashMap<>();

    Printer(Model model, Placement placement) {
        this.model = model;
        this.placement = placement;
        placement.homes().forEach((key, spot) -> keys.put(spot, key));
    }

    /** The formula of a calculation that stands at its own spot, without the equals sign. */
    String print(Key key) {
        Formula formula =
                calculation(key).orElseThrow(() -> new IllegalArgumentException("'" + key + "' is not calculated."));
        Spot here = placement.home(key);
        String body = new Line(here, corners(formula, here)).text(formula, 0);
        return canFail(formula) ? "IFERROR(" + body + "," + NOT_AVAILABLE + ")" : body;
    }

    /** The formula of a cell that repeats the value of a key standing elsewhere. */
    String link(Key key, Spot here) {
        return reference(placement.home(key), here, false, false);
    }

    private Optional<Formula> calculation(Key key) {
        return model.content(key) instanceof Content.Calculation calculation
                ? Optional.of(calculation.formula())
                : Optional.empty();
    }

    // ---------------------------------------------------------------- anchors

    /** The cells a formula mentions, in the order in which it prints them, and whether row and column are anchored. */
    private record Corner(Spot spot, boolean rowFixed, boolean columnFixed) {}

    private List<Corner> corners(Formula formula, Spot here) {
        List<Spot> mine = outline(formula).mentioned();
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

    /** What the next cell in a direction mentions, or else the one before it, if it holds a formula of this shape. */
    private List<Spot> neighbour(Formula formula, Spot here, int rows, int columns, int size) {
        for (int sign : new int[] {1, -1}) {
            Key key = keys.get(new Spot(here.sheet(), here.row() + sign * rows, here.column() + sign * columns));
            Optional<Formula> other = key == null ? Optional.empty() : calculation(key);
            if (other.isPresent()) {
                Outline theirs = outline(other.get());
                if (theirs.shape().equals(outline(formula).shape())
                        && theirs.mentioned().size() == size) {
                    return theirs.mentioned();
                }
            }
        }
        return List.of();
    }

    /** A formula without its cells, and the cells it mentions in order. */
    private record Outline(String shape, List<Spot> mentioned) {}

    private Outline outline(Formula formula) {
        return outlines.computeIfAbsent(formula, one -> new Outline(shape(one), mentioned(one)));
    }

    private String shape(Formula formula) {
        if (formula instanceof Formula.Call call) {
            return call.args().stream().map(this::shape).collect(Collectors.joining(",", call.fn() + "(", ")"));
        }
        return formula instanceof Formula.Literal literal
                ? literal.value().toString()
                : formula.getClass().getSimpleName();
    }

    private List<Spot> mentioned(Formula formula) {
        List<Spot> found = new ArrayList<>();
        mention(formula, found);
        return found;
    }

    private void mention(Formula formula, List<Spot> found) {
        if (formula instanceof Formula.Ref ref) {
            found.add(placement.home(ref.key()));
        } else if (formula instanceof Formula.Call call) {
            for (Formula arg : call.args()) {
                if (arg instanceof Formula.Span span) {
                    for (Run run : placement.runs(span, call.fn())) {
                        found.add(run.first());
                        found.add(run.last());
                    }
                } else {
                    mention(arg, found);
                }
            }
        }
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
        private final Spot here;
        private final List<Corner> corners;
        private int next;

        Line(Spot here, List<Corner> corners) {
            this.here = here;
            this.corners = corners;
        }

        String text(Formula formula, int outer) {
            if (formula instanceof Formula.Literal literal) {
                return literal(literal.value());
            }
            if (formula instanceof Formula.Ref ref) {
                Corner corner = corners.get(next++);
                String name = model.names().get(ref.key());
                return name != null && !corner.spot().sheet().equals(here.sheet())
                        ? name
                        : reference(corner.spot(), here, corner.rowFixed(), corner.columnFixed());
            }
            Formula.Call call = (Formula.Call) formula;
            String text = call(call);
            return strength(call.fn()) < outer ? "(" + text + ")" : text;
        }

        private String literal(Value value) {
            if (value instanceof Value.Num num && (num.amount() == 0 || num.amount() == 1)) {
                return num.amount() == 0 ? "0" : "1";
            }
            if (value instanceof Value.Text text) {
                return "\"" + text.text().replace("\"", "\"\"") + "\"";
            }
            throw new IllegalArgumentException(
                    value + " stands in a formula. Make it a definition, an assumption or a figure.");
        }

        private List<String> ranges(Formula.Span span, Fn fn) {
            List<String> ranges = new ArrayList<>();
            for (Run run : placement.runs(span, fn)) {
                Corner first = corners.get(next++);
                Corner last = corners.get(next++);
                String start = reference(run.first(), here, first.rowFixed(), first.columnFixed());
                boolean alike = first.rowFixed() == last.rowFixed() && first.columnFixed() == last.columnFixed();
                ranges.add(
                        run.first().equals(run.last()) && alike
                                ? start
                                : start + ":" + cell(run.last(), last.rowFixed(), last.columnFixed()));
            }
            return ranges;
        }

        /** The ranges of a span, or the text of what is none. */
        private String argument(Formula formula, Fn fn) {
            return formula instanceof Formula.Span span ? String.join(",", ranges(span, fn)) : text(formula, 0);
        }

        private String range(Formula span, Fn fn) {
            List<String> ranges = ranges((Formula.Span) span, fn);
            if (ranges.size() > 1) {
                throw new IllegalArgumentException("The cells " + ranges + " should stand side by side, for " + span);
            }
            return ranges.get(0);
        }

        private String call(Formula.Call call) {
            Fn fn = call.fn();
            List<Formula> args = call.args();
            return switch (fn) {
                case ADD, MULTIPLY -> infix(args, fn.sheetName(), strength(fn), strength(fn));
                case SUBTRACT, DIVIDE -> infix(args, fn.sheetName(), strength(fn), strength(fn) + 1);
                case POWER -> infix(args, fn.sheetName(), ATOM, ATOM);
                case ABOVE, AT_LEAST, EQUAL ->
                    text(args.get(0), SUM) + "-" + text(args.get(1), PRODUCT) + fn.sheetName() + "0";
                case AND -> text(args.get(0), ATOM) + "*" + text(args.get(1), ATOM) + "<>0";
                case OR -> text(args.get(0), ATOM) + "+" + text(args.get(1), ATOM) + ">0";
                case JOIN -> "CONCATENATE(" + String.join(",", pieces(call)) + ")";
                case SAME_TEXT -> "EXACT(" + shown(args.get(0)) + "," + shown(args.get(1)) + ")";
                case SUM, AVERAGE, MIN, MAX, SUM_OF_SQUARES -> strict(call);
                case SUM_OF_PRODUCTS -> products(args);
                case SUM_OF_KNOWN, MAX_OF_KNOWN, MIN_OF_KNOWN, AVERAGE_OF_KNOWN, SUM_OF_SQUARES_OF_KNOWN -> {
                    String ranges = argument(args.get(0), fn);
                    String body = fn.sheetName() + "(" + ranges + ")";
                    yield mayMiss(args.get(0))
                            ? "IF(COUNT(" + ranges + ")=0," + NOT_AVAILABLE + "," + body + ")"
                            : body;
                }
                case PICK, LARGEST -> fn.sheetName() + "(" + range(args.get(0), fn) + "," + text(args.get(1), 0) + ")";
                case COUNT_TEXT -> "COUNTIF(" + range(args.get(0), fn) + "," + text(args.get(1), 0) + ")";
                case COUNT_EQUAL -> {
                    String range = range(args.get(0), fn);
                    String wanted = text(args.get(1), 0);
                    String body = "COUNTIF(" + range + "," + wanted + ")";
                    yield mayMiss(args.get(1))
                            ? "IF(ISNUMBER(" + wanted + ")," + body + "," + NOT_AVAILABLE + ")"
                            : body;
                }
                case RANK -> "RANK(" + text(args.get(0), 0) + "," + range(args.get(1), fn) + ")";
                case FIND -> "MATCH(" + shown(args.get(0)) + "," + range(args.get(1), fn) + ",0)";
                case OR_ELSE -> {
                    int mark = next;
                    String first = text(args.get(0), 0);
                    next = mark;
                    String again = text(args.get(0), 0);
                    yield "IF(ISNUMBER(" + first + ")," + again + "," + text(args.get(1), 0) + ")";
                }
                case ROUND -> "ROUND(" + text(args.get(0), 0) + "," + digits(args.get(1)) + ")";
                case FIXED -> {
                    String body = fixed(text(args.get(0), 0), digits(args.get(1)));
                    yield canMissOrFail(args.get(0)) ? "IFERROR(" + body + "," + NOT_AVAILABLE + ")" : body;
                }
                default ->
                    args.stream()
                            .map(arg -> argument(arg, fn))
                            .collect(Collectors.joining(",", fn.sheetName() + "(", ")"));
            };
        }

        /** The pieces of a sentence; a sentence within a sentence is no piece of its own. */
        private List<String> pieces(Formula.Call sentence) {
            List<String> pieces = new ArrayList<>();
            for (Formula arg : sentence.args()) {
                if (arg instanceof Formula.Call inner && inner.fn() == Fn.JOIN) {
                    pieces.addAll(pieces(inner));
                } else if (!arg.equals(Formula.text(""))) {
                    pieces.add(shown(arg));
                }
            }
            return pieces;
        }

        /** A value as a reader sees it: what fails inside a sentence leaves the rest of it standing. */
        private String shown(Formula formula) {
            String text = text(formula, 0);
            return canFail(formula) ? "IFERROR(" + text + "," + NOT_AVAILABLE + ")" : text;
        }

        /** Text of a number with English signs: FIXED follows the reader's settings, so its other sign is replaced. */
        private String fixed(String number, String digits) {
            return digits.equals("0")
                    ? "SUBSTITUTE(FIXED(" + number + ",0),\".\",\",\")"
                    : "SUBSTITUTE(FIXED(" + number + "," + digits + ",1),\",\",\".\")";
        }

        private String infix(List<Formula> args, String sign, int left, int right) {
            return text(args.get(0), left) + sign + text(args.get(1), right);
        }

        private String strict(Formula.Call call) {
            List<String> all = new ArrayList<>();
            List<String> tests = new ArrayList<>();
            for (Formula arg : call.args()) {
                if (arg instanceof Formula.Span span) {
                    List<Run> runs = placement.runs(span, call.fn());
                    List<String> ranges = ranges(span, call.fn());
                    all.addAll(ranges);
                    for (int i = 0; mayMiss(span) && i < ranges.size(); i++) {
                        String size = runs.get(i).inColumn() ? "ROWS(" : "COLUMNS(";
                        tests.add("COUNT(" + ranges.get(i) + ")=" + size + ranges.get(i) + ")");
                    }
                } else {
                    String one = text(arg, 0);
                    // added to zero, a cell that holds a text is an error instead of being skipped
                    all.add(mayMiss(arg) && arg instanceof Formula.Ref ? one + "+0" : one);
                }
            }
            String body = call.fn().sheetName() + "(" + String.join(",", all) + ")";
            if (tests.isEmpty()) {
                return body;
            }
            String test = tests.size() == 1 ? tests.get(0) : "AND(" + String.join(",", tests) + ")";
            return "IF(" + test + "," + body + "," + NOT_AVAILABLE + ")";
        }

        private String products(List<Formula> args) {
            String a = range(args.get(0), Fn.SUM_OF_PRODUCTS);
            String b = range(args.get(1), Fn.SUM_OF_PRODUCTS);
            String body = "SUMPRODUCT(" + a + "," + b + ")";
            List<String> tests = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                if (mayMiss(args.get(i))) {
                    String range = i == 0 ? a : b;
                    tests.add("COUNT(" + range + ")=ROWS(" + range + ")*COLUMNS(" + range + ")");
                }
            }
            if (tests.isEmpty()) {
                return body;
            }
            String test = tests.size() == 1 ? tests.get(0) : "AND(" + String.join(",", tests) + ")";
            return "IF(" + test + "," + body + "," + NOT_AVAILABLE + ")";
        }

        private String digits(Formula formula) {
            return Integer.toString(
                    (int) ((Formula.Literal) formula).value().number().orElseThrow());
        }
    }

    private static int strength(Fn fn) {
        return switch (fn) {
            case ABOVE, AT_LEAST, EQUAL, AND, OR -> COMPARISON;
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
            case POWER -> POWER;
            default -> ATOM;
        };
    }

    // ---------------------------------------------------------------- what can go wrong

    private boolean canMissOrFail(Formula formula) {
        return mayMiss(formula) || canFail(formula);
    }

    /** Whether the printed formula can come out as an error, so that it needs a guard. */
    private boolean canFail(Formula formula) {
        if (!(formula instanceof Formula.Call call)) {
            return false;
        }
        boolean arguments = call.args().stream().anyMatch(this::canFail);
        return switch (call.fn()) {
            case ADD, SUBTRACT, MULTIPLY, ABOVE, AT_LEAST, EQUAL, AND, OR, ROUND, ABSOLUTE, WHOLE_PART, EXPONENTIAL ->
                arguments || call.args().stream().anyMatch(this::mayMiss);
            case MIN, MAX, SUM, AVERAGE, SUM_OF_SQUARES ->
                arguments || call.args().stream().anyMatch(arg -> !(arg instanceof Formula.Span) && mayMiss(arg));
            case DIVIDE ->
                arguments
                        || call.args().stream().anyMatch(this::mayMiss)
                        || mayBeZero(call.args().get(1));
            case POWER, RANK, PICK, FIND, LARGEST, SQUARE_ROOT, LOGARITHM -> true;
            case IF -> arguments || mayMiss(call.args().get(0));
            case OR_ELSE -> canFail(call.args().get(1)) || canFail(call.args().get(0));
            case FIXED, IS_KNOWN, JOIN, SAME_TEXT, COUNT_EQUAL, COUNT_TEXT -> false;
            default -> arguments;
        };
    }

    private boolean mayBeZero(Formula formula) {
        if (formula instanceof Formula.Ref ref) {
            Content content = model.content(ref.key());
            return !(content instanceof Content.Definition definition && definition.amount() != 0);
        }
        return !formula.equals(Formula.ONE);
    }

    private boolean mayMiss(Formula formula) {
        if (formula instanceof Formula.Literal) {
            return false;
        }
        if (formula instanceof Formula.Ref ref) {
            return mayMiss(ref.key());
        }
        if (formula instanceof Formula.Span span) {
            return span.keys().stream().anyMatch(this::mayMiss);
        }
        Formula.Call call = (Formula.Call) formula;
        return switch (call.fn()) {
            case JOIN, SAME_TEXT, FIXED, IS_KNOWN, COUNT_OF_KNOWN, COUNT_TEXT -> false;
            case OR_ELSE -> mayMiss(call.args().get(1));
            default -> canFail(call) || call.args().stream().anyMatch(this::mayMiss);
        };
    }

    private boolean mayMiss(Key key) {
        Boolean known = mayMiss.get(key);
        if (known == null) {
            Content content = model.content(key);
            known = content.isInput()
                    || (content instanceof Content.Label label && label.value() instanceof Value.Text)
                    || (content instanceof Content.Computed computed
                            && computed.value().isMissing())
                    || (content instanceof Content.Calculation calculation && mayMiss(calculation.formula()));
            mayMiss.put(key, known);
        }
        return known;
    }
}
