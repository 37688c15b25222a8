package org.lodestone.reports.formula;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.core.internal.text.OneLine;

/** The values of a model, worked out as they are asked for. Not safe for use by several threads at once. */
public final class Values {

    private final Model model;
    private final ImmutableMap<Key, Value> replaced;
    private final Map<Key, Value> known;
    private final Set<Key> open = new LinkedHashSet<>();
    private final Set<Key> used = new HashSet<>();
    private final Optional<Unmoved> unmoved;
    private final InsideOut<Value> insideOut = new InsideOut<>(literal -> literal, this::of, Fn::apply);

    /** Values that are added to, and taken from, those known already: two threads that add the same one add the same value. */
    Values(Model model, ImmutableMap<Key, Value> replaced, Map<Key, Value> known) {
        this(model, replaced, known, Optional.empty());
    }

    private Values(Model model, ImmutableMap<Key, Value> replaced, Map<Key, Value> known, Optional<Unmoved> unmoved) {
        this.model = model;
        this.replaced = replaced;
        this.known = known;
        this.unmoved = unmoved;
    }

    /** Values before a key was replaced, of which those that do not follow it stay. */
    private record Unmoved(Values before, Key replaced, Map<Key, Boolean> follows) {

        boolean follows(Key key) {
            return Remembered.of(
                    key,
                    follows,
                    one -> one.equals(replaced)
                            || before.model.usedBy(one).stream().anyMatch(this::follows));
        }
    }

    /** These values as they become with each of several values of a key; what does not follow that key is not worked out again. */
    public ImmutableList<Values> withEach(Key key, List<Value> choices) {
        requireNonNull(key, "key");
        requireNonNull(choices, "choices");
        model.content(key);
        Optional<Unmoved> rest = Optional.of(new Unmoved(this, key, new HashMap<>()));
        return choices.stream()
                .map(choice -> new Values(model, ImmutableMap.of(key, choice), new HashMap<>(), rest))
                .collect(ImmutableList.toImmutableList());
    }

    /** The value of a key. Throws if the model has no such key, or if the key's formula leads back to itself. */
    public Value of(Key key) {
        Value value = known.get(key);
        if (value == null) {
            if (unmoved.isPresent() && !unmoved.get().follows(key)) {
                return unmoved.get().before().of(key);
            }
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
        return insideOut.of(formula);
    }

    @Override
    public String toString() {
        return OneLine.of("values", model, known.size() + " worked out");
    }
}
