package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.core.internal.text.OneLine;

/** The values of a model, worked out as they are asked for. Not safe for use by several threads at once. */
public final class Values {

    private final Model model;
    private final ImmutableMap<Key, Value> replaced;
    private final Map<Key, Value> known;
    private final Set<Key> open = new LinkedHashSet<>();
    private final Set<Key> used = new HashSet<>();

    /** Values that are added to, and taken from, those known already: two threads that add the same one add the same value. */
    Values(Model model, ImmutableMap<Key, Value> replaced, Map<Key, Value> known) {
        this.model = model;
        this.replaced = replaced;
        this.known = known;
    }

    /** The value of a key. Throws if the model has no such key, or if the key's formula leads back to itself. */
    public Value of(Key key) {
        Value value = known.get(key);
        if (value == null) {
            value = workOut(key);
            known.put(key, value);
        }
        return value;
    }

    /** The number behind a key; empty where it is missing. */
    public OptionalDouble number(Key key) {
        return of(key).number();
    }

    /**
     * The replaced keys on which none of the values depends that were asked for so far: a change of the quota is among them
     * where only the balance was asked for, and that does not follow the quota.
     */
    public ImmutableSet<Key> unreached() {
        return ImmutableSet.copyOf(Sets.difference(replaced.keySet(), used));
    }

    private Value workOut(Key key) {
        if (replaced.containsKey(key)) {
            used.add(key);
            return replaced.get(key);
        }
        return model.content(key).either(given -> given, formula -> calculated(key, formula));
    }

    private Value calculated(Key key, Formula formula) {
        if (!open.add(key)) {
            throw new IllegalArgumentException("A calculation needs its own result: "
                    + open.stream().map(Key::toString).collect(Collectors.joining(" -> "))
                    + " -> " + key + ".");
        }
        Value value = of(formula).repeated();
        open.remove(key);
        return value;
    }

    /** The value of a formula over this model. */
    public Value of(Formula formula) {
        return formula.workedOut(literal -> literal, this::of, (fn, args) -> fn.apply(args));
    }

    @Override
    public String toString() {
        return OneLine.of("values", model, known.size() + " worked out");
    }
}
