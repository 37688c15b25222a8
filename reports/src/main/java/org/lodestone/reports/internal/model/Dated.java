package org.lodestone.reports.internal.model;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Check;

/**
 * Marks results of a simulation or a solver as out of date once an input behind them is no longer as it was.
 *
 * <pre>shown = result, while every input it depends on is as it was; else the words {@code out of date}</pre>
 *
 * <p>A number that is calculated from such a result is missing then. A sentence that tells of one says instead that it is out of
 * date, whatever else it says: what does not depend on the result belongs in a sentence of its own.
 */
public final class Dated {

    /** The words in a cell in place of a result that is out of date. */
    public static final String OUT_OF_DATE = "out of date";

    /** The words in place of a sentence that is out of date. */
    public static final String SENTENCE = "Out of date: make the pack again.";

    private static final Term CURRENT = Term.of("inputs are as they were");

    private final Model model;
    private final Map<Key, ImmutableSet<Key>> behind = new HashMap<>();
    private final IdentityHashMap<ImmutableList<Key>, ImmutableSet<Key>> lists = new IdentityHashMap<>();
    private final Map<Key, Boolean> sentences = new HashMap<>();

    private Dated(Model model) {
        this.model = model;
    }

    /** Whether the inputs behind some results are as they were: 1 or 0. */
    public static Key current(String results) {
        return CURRENT.of(Subject.of(results));
    }

    /** One while all flags are one, else zero. */
    public static Formula all(List<Key> flags) {
        return flags.isEmpty() ? ONE : Formula.call(Fn.MIN, span(flags));
    }

    /** A result while it is current. */
    public static Formula of(Key current, Formula result) {
        return of(current, result, OUT_OF_DATE);
    }

    /** A result, or a clause that tells of it, while it is current; other words after that. */
    public static Formula of(Key current, Formula result, String otherwise) {
        return of(current, result, text(otherwise));
    }

    /** The same with a formula after that, such as what is said without it. */
    public static Formula of(Key current, Formula result, Formula otherwise) {
        return current.isEqualTo(ONE).then(result, otherwise);
    }

    /** Adds a result of Java's, which is shown while it is current. */
    public static Key add(Model.Builder model, Key current, Key key, Value result, ValueUnit unit, String how) {
        Key stored = model.computed(key.sub("as worked out"), result, unit, how);
        return model.calculation(key, of(current, stored.in(unit)));
    }

    /** A check of results, which waits for the pack to be made again while they are out of date. */
    public static Check check(Model.Builder model, String name, Formula isCurrent) {
        return Check.of(model, name, isCurrent.then(ONE, text(OUT_OF_DATE))).waiting();
    }

    /** Whether a formula shows a result while it is current, and nothing else. */
    public static boolean isResult(Formula formula) {
        return own(formula).isPresent();
    }

    /** The model with every calculation that rests on such results saying when these are out of date. */
    public static Model throughout(Model model) {
        Dated dated = new Dated(model);
        return model.withCalculations((key, formula) -> dated.told(key, formula));
    }

    private Formula told(Key key, Formula formula) {
        if (own(formula).isPresent()) {
            return formula;
        }
        ImmutableSet<Key> current = behind(key);
        if (current.isEmpty()) {
            return formula;
        }
        return all(current.asList()).isEqualTo(ONE).then(formula, text(isSentence(key) ? SENTENCE : OUT_OF_DATE));
    }

    /** Which keys say whether what a value rests on is current. */
    private ImmutableSet<Key> behind(Key key) {
        return Remembered.of(
                key, behind, one -> model.calculation(one).map(this::behind).orElse(ImmutableSet.of()));
    }

    private ImmutableSet<Key> behind(Formula formula) {
        Optional<Key> own = own(formula);
        if (own.isPresent()) {
            return ImmutableSet.of(own.get());
        }
        Set<Key> found = new LinkedHashSet<>();
        formula.walk(used -> found.addAll(behindUsed(used)), (span, fn) -> found.addAll(behind(span.keys())));
        return ImmutableSet.copyOf(found);
    }

    /** The same list stands in the formula of each rank. */
    private ImmutableSet<Key> behind(ImmutableList<Key> list) {
        return Remembered.of(
                list,
                lists,
                keys -> keys.stream()
                        .flatMap(used -> behindUsed(used).stream())
                        .collect(ImmutableSet.toImmutableSet()));
    }

    /** A sentence says itself that it is out of date. */
    private ImmutableSet<Key> behindUsed(Key used) {
        ImmutableSet<Key> current = behind(used);
        return current.isEmpty() || isSentence(used) ? ImmutableSet.of() : current;
    }

    /** The key that says whether a result is current, where the formula asks that first. */
    private static Optional<Key> own(Formula formula) {
        return formula.asCall()
                .filter(call -> call.fn() == Fn.IF)
                .flatMap(call -> call.args().get(0).asCall())
                .filter(call -> call.fn() == Fn.EQUAL)
                .flatMap(call -> call.args().get(0).asKey())
                .filter(key -> key.what().equals(CURRENT));
    }

    /** Whether a value is put together from words, or picked among such. */
    private boolean isSentence(Key key) {
        return Remembered.of(
                key, sentences, one -> model.calculation(one).map(this::joins).orElse(false));
    }

    private boolean joins(Formula formula) {
        return formula.asCall().filter(this::joins).isPresent();
    }

    private boolean joins(Formula.Call call) {
        if (call.fn() == Fn.JOIN || picks(call)) {
            return true;
        }
        for (Formula arg : call.args()) {
            if (joins(arg)) {
                return true;
            }
        }
        return false;
    }

    private boolean picks(Formula.Call call) {
        return call.fn() == Fn.PICK
                && call.args()
                        .get(0)
                        .asSpan()
                        .filter(span -> span.keys().stream().allMatch(this::isSentence))
                        .isPresent();
    }
}
