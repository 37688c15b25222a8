package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.UnknownIdException;

/**
 * The content behind each key: figures, assumptions, definitions and calculations.
 *
 * <p>Immutable. Models of several analyses are joined with {@link #plus}; a key they share must mean the same in both. What
 * was worked out once is remembered, for all threads.
 */
public final class Model {

    private final ImmutableMap<Key, Content> contents;
    private final ImmutableMap<Key, String> names;
    private final ImmutableMap<Formula.Span, String> spanNames;
    private final ImmutableMap<Key, InputRule> rules;
    private final Map<Key, Value> workedOut = new ConcurrentHashMap<>();
    private final Map<Key, ImmutableList<Key>> uses = new ConcurrentHashMap<>();

    private Model(Builder builder) {
        this.contents = ImmutableMap.copyOf(builder.contents);
        this.names = unique(builder.names, builder.spanNames.values());
        this.spanNames = ImmutableMap.copyOf(builder.spanNames);
        this.rules = ImmutableMap.copyOf(builder.rules);
    }

    private Model(Model other, ImmutableMap<Key, Content> contents) {
        this.contents = contents;
        this.names = other.names;
        this.spanNames = other.spanNames;
        this.rules = other.rules;
    }

    /** Names that a workbook tells apart, in which case does not count: {@code Weight_2} where {@code weight} is another's. */
    private static ImmutableMap<Key, String> unique(Map<Key, String> wanted, Collection<String> others) {
        Set<String> taken = new HashSet<>();
        others.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
        ImmutableMap.Builder<Key, String> names = ImmutableMap.builder();
        wanted.forEach((key, name) -> names.put(
                key, Numbered.free(name, n -> name + "_" + n, free -> taken.add(free.toLowerCase(Locale.ROOT)))));
        return names.buildOrThrow();
    }

    /** Starts a model that holds nothing. */
    public static Builder builder() {
        return new Builder();
    }

    /** The content behind each key, in the order in which it was put in. */
    public ImmutableMap<Key, Content> contents() {
        return contents;
    }

    /** The keys a workbook gives a name, such as {@code Hundred}. */
    public ImmutableMap<Key, String> names() {
        return names;
    }

    /** The spans a workbook gives a name, such as {@code ScreenWeights}. */
    public ImmutableMap<Formula.Span, String> spanNames() {
        return spanNames;
    }

    /** The rule for what a reader may type over an input; empty where anything may be, and for what is no input. */
    public Optional<InputRule> inputRule(Key key) {
        InputRule rule = rules.get(key);
        return rule == null ? InputRule.of(content(key)) : Optional.of(rule);
    }

    /** The content behind a key. Throws if the model has no such key, with the one that was probably meant. */
    public Content content(Key key) {
        Content content = contents.get(key);
        if (content == null) {
            throw unknown(key);
        }
        return content;
    }

    private UnknownIdException unknown(Key key) {
        List<String> alike = contents.keySet().stream()
                .filter(other -> other.what().equals(key.what())
                        || (other.of().equals(key.of()) && other.when().equals(key.when())))
                .map(Key::toString)
                .toList();
        return UnknownIdException.of(
                key.toString(), "a value of the model", alike, "It has " + contents.size() + " others.");
    }

    /** The formula behind a key; empty for what is given. */
    public Optional<Formula> calculation(Key key) {
        return content(key).calculation();
    }

    /** The keys that the formula behind a key refers to; none for what is given. */
    public ImmutableList<Key> usedBy(Key key) {
        return Remembered.of(
                key, uses, one -> calculation(one).map(Formula::references).orElse(ImmutableList.of()));
    }

    /** Whether something stands behind the key. */
    public boolean has(Key key) {
        return contents.containsKey(key);
    }

    /** The value of one key. */
    public Value value(Key key) {
        Value known = workedOut.get(key);
        return known == null ? values().of(key) : known;
    }

    /** Whether all values of a span are numbers, as the inputs stand. */
    public boolean isKnown(Formula.Span span) {
        return span.keys().stream().allMatch(key -> value(key).number().isPresent());
    }

    /** The values of all keys, each worked out when it is asked for and then remembered. */
    public Values values() {
        return new Values(this, ImmutableMap.of(), workedOut);
    }

    /**
     * The values with some inputs replaced: what a reader sees after typing over those cells. {@link Values#unreached()} tells
     * which of them moved nothing that was asked for.
     */
    public Values valuesWith(Map<Key, Value> replaced) {
        replaced.keySet().forEach(this::content);
        return new Values(this, ImmutableMap.copyOf(replaced), new HashMap<>());
    }

    /** The figures and assumptions that some values depend on, in the order of the model. */
    public ImmutableSet<Key> inputsOf(Collection<Key> keys) {
        Set<Key> reached = new HashSet<>();
        Deque<Key> open = new ArrayDeque<>(keys);
        while (!open.isEmpty()) {
            Key key = open.pop();
            if (reached.add(key)) {
                usedBy(key).forEach(open::push);
            }
        }
        return contents.entrySet().stream()
                .filter(entry -> entry.getValue().isInput() && reached.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Both models as one. Throws if a key means one thing here and another there. */
    public Model plus(Model other) {
        return builder().include(this).include(other).build();
    }

    /** The model with each calculation as the function has it. */
    public Model withCalculations(BiFunction<Key, Formula, Formula> how) {
        ImmutableMap.Builder<Key, Content> changed = ImmutableMap.builderWithExpectedSize(contents.size());
        contents.forEach((key, content) -> {
            Optional<Formula> before = content.calculation();
            Optional<Formula> after = before.map(formula -> how.apply(key, formula));
            changed.put(key, after.equals(before) ? content : new Content.Calculation(after.orElseThrow()));
        });
        return new Model(this, changed.buildOrThrow());
    }

    @Override
    public String toString() {
        return OneLine.of("model", OneLine.count(contents, "value"));
    }

    /** Collects what stands behind each key. */
    public static final class Builder {

        private final Map<Key, Content> contents = new LinkedHashMap<>();
        private final Map<Key, String> names = new LinkedHashMap<>();
        private final Map<Formula.Span, String> spanNames = new LinkedHashMap<>();
        private final Map<Key, InputRule> rules = new LinkedHashMap<>();

        private Builder() {}

        /** Whether something stands behind a key already. */
        public boolean has(Key key) {
            return contents.containsKey(key);
        }

        /**
         * Adds a published figure, which may be missing with its code. Throws if the key has another content already.
         */
        public Key figure(Key key, Value value, ValueUnit unit, Citation citation) {
            return put(key, new Content.Figure(value, unit, citation));
        }

        /** Adds an assumption that no source makes, with its reason. Throws if the key has another content already. */
        public Key assumption(Key key, Value value, ValueUnit unit, String reason) {
            return assumption(key, value, unit, reason, List.of());
        }

        /** Adds an assumption with its reason and the ids of its sources. Throws if the key has another content already. */
        public Key assumption(Key key, Value value, ValueUnit unit, String reason, List<String> sources) {
            return put(key, new Content.Assumption(value, unit, reason, ImmutableList.copyOf(sources)));
        }

        /** A constant. Its name, in one word, becomes its name in the workbook. */
        public Key definition(String name, double amount, String meaning) {
            Key key = Term.of("definition").of(Subject.of(name));
            names.put(key, name);
            return put(key, new Content.Definition(amount, meaning));
        }

        /** Adds a text to show, such as a name. Throws if the key has another content already. */
        public Key label(Key key, String text) {
            return put(key, new Content.Label(Value.of(text), ValueUnit.ANY));
        }

        /** Adds a pure number to show, such as a year or a place. Throws if the key has another content already. */
        public Key label(Key key, double number) {
            return label(key, number, ValueUnit.NUMBER);
        }

        /** Adds a number to show, such as a bound. Throws if the key has another content already. */
        public Key label(Key key, double number, ValueUnit unit) {
            return put(key, new Content.Label(Value.of(number), unit));
        }

        /** Adds a calculation. What it refers to may be added later. Throws if the key has another content already. */
        public Key calculation(Key key, Formula formula) {
            return put(key, new Content.Calculation(formula));
        }

        /** A result of Java's, with how it came about. */
        public Key computed(Key key, Value value, ValueUnit unit, String how) {
            return put(key, new Content.Computed(value, unit, how));
        }

        /** Gives a key a name in the workbook, with a number behind it where another has that name already. */
        public Builder name(Key key, String name) {
            names.put(key, name);
            return this;
        }

        /** Gives the cells of a span a name in the workbook. */
        public Builder name(Formula.Span span, String name) {
            spanNames.put(span, name);
            return this;
        }

        /** Says what may be typed over an input, where that is not what its kind says. */
        public Builder rule(Key key, InputRule rule) {
            rules.put(key, rule);
            return this;
        }

        /** Adds all that a model holds, its names and rules too. Throws if a key has another content already. */
        public Builder include(Model model) {
            if (contents.isEmpty()) {
                contents.putAll(model.contents); // makes room for all of them at once
            } else {
                model.contents.forEach(this::put);
            }
            names.putAll(model.names);
            spanNames.putAll(model.spanNames);
            rules.putAll(model.rules);
            return this;
        }

        private Key put(Key key, Content content) {
            Content before = contents.putIfAbsent(key, content);
            if (before != null && before != content && !before.equals(content)) {
                throw new IllegalArgumentException(
                        "'" + key + "' is said twice, and not alike: " + before + " and " + content + ".");
            }
            return key;
        }

        /** The model of what was added so far. */
        public Model build() {
            return new Model(this);
        }

        @Override
        public String toString() {
            return OneLine.of("builder of a model", OneLine.count(contents, "value"));
        }
    }
}
