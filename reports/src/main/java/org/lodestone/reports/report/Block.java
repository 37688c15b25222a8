package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Units;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;

/** A part of a section. */
public sealed interface Block
        permits Block.KeyFigures, Block.Selector, Block.Prose, Block.Charts, Exhibit, Pair, Table, LongTable {

    /** The result of the function for its kind. */
    <T> T fold(Cases<T> cases);

    /** A function for each case. */
    record Cases<T>(
            Function<KeyFigures, T> keyFigures,
            Function<Selector, T> selector,
            Function<Prose, T> prose,
            Function<Charts, T> charts,
            Function<Exhibit, T> exhibit,
            Function<Pair, T> pair,
            Function<Table, T> table,
            Function<LongTable, T> longTable) {}

    /** The block and those it is made of, from the outermost on. */
    default Stream<Block> withParts() {
        return Stream.of(this);
    }

    /** The charts it holds; none for what holds none. */
    default ImmutableList<Chart> drawn() {
        return ImmutableList.of();
    }

    /** The sentences that it says; none for all else. */
    default ImmutableList<Sentence> sentences() {
        return ImmutableList.of();
    }

    /** The numbers to see first that it shows; none for all else. */
    default ImmutableList<KeyFigure> figures() {
        return ImmutableList.of();
    }

    /** The block as one of a kind; empty where it is of another. */
    default <B extends Block> Optional<B> as(Class<B> kind) {
        return Optional.of(this).filter(kind::isInstance).map(kind::cast);
    }

    /** Whether it has nothing to show: a table without rows, or no sentences or charts. */
    default boolean isEmpty() {
        return false;
    }

    /** Those of some blocks that have something to show. */
    static ImmutableList<Block> withContent(List<? extends Block> some) {
        return some.stream().filter(block -> !block.isEmpty()).collect(ImmutableList.toImmutableList());
    }

    /** Its name in a message: {@code table 'Reserves by country'}. */
    String name();

    /** The values it shows. */
    Stream<Key> keys();

    /** Why it cannot be shown with a model that has all of its values; empty where it can. */
    default Optional<String> problem(Model model) {
        return Optional.empty();
    }

    /** Why a value is not what it is shown as: a percentage that is none, an amount beside another unit. Empty where all are. */
    default Optional<String> misfit(Units units) {
        return Optional.empty();
    }

    /** A few numbers to see first. */
    record KeyFigures(ImmutableList<KeyFigure> figures) implements Block {
        @Override
        public String name() {
            return "key figures";
        }

        @Override
        public Stream<Key> keys() {
            return figures.stream().flatMap(KeyFigure::keys);
        }

        @Override
        public Optional<String> misfit(Units units) {
            return figures.stream()
                    .flatMap(one -> one.shown().misfit(one.key(), units).stream())
                    .findFirst();
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.keyFigures().apply(this);
        }

        @Override
        public String toString() {
            return OneLine.of(
                    OneLine.count(figures, "key figure"),
                    figures.stream().map(KeyFigure::label).toList());
        }
    }

    /**
     * One number to see first, with a word on what it is.
     *
     * @param isState whether it is on the state of the workbook, which goes before what it holds
     * @param warning whether it is a warning, such as dates that are too far apart
     * @param way the section that it leads to; empty where it leads to none
     */
    record KeyFigure(
            String label,
            Key key,
            Shown shown,
            Sentence remark,
            boolean isState,
            boolean warning,
            Optional<String> way) {

        /** A result, which is no warning and leads to no section. */
        public KeyFigure(String label, Key key, Shown shown, Sentence remark) {
            this(label, key, shown, remark, false, false, Optional.empty());
        }

        /** A word or number on the state of the workbook. */
        static KeyFigure state(String label, Key key, boolean warning) {
            return new KeyFigure(label, key, Shown.TEXT, Sentence.plain(""), true, warning, Optional.empty());
        }

        /** A key figure with a remark that says no number, such as a unit or a year. */
        public KeyFigure(String label, Key key, Shown shown, String remark) {
            this(label, key, shown, new Sentence.Plain(remark));
        }

        /** The figure as a way to a section. */
        public KeyFigure leadingTo(Optional<String> section) {
            return new KeyFigure(label, key, shown, remark, isState, warning, section);
        }

        private Stream<Key> keys() {
            return Stream.concat(Stream.of(key), remark.keys());
        }

        @Override
        public String toString() {
            return OneLine.of(label, key);
        }
    }

    /**
     * A place where the reader picks one of several names, such as the scenario shown.
     *
     * <p>It is the home of its key, even in a section that presents: whatever else shows the key repeats what is picked
     * here. The model holds the key as an assumption whose value is one of the choices.
     *
     * <pre>new Block.Selector("Scenario", scenario, span(names), "Every sheet follows the scenario picked here.")</pre>
     *
     * @param label what is picked
     * @param key the name picked
     * @param choices the names to pick from
     * @param remark a word on what the choice does
     */
    record Selector(String label, Key key, Formula.Span choices, String remark) implements Block {
        @Override
        public String name() {
            return "selector '" + label + "'";
        }

        @Override
        public Stream<Key> keys() {
            return Stream.concat(Stream.of(key), choices.keys().stream());
        }

        @Override
        public Optional<String> problem(Model model) {
            if (model.content(key).asAssumption().isEmpty()) {
                return Optional.of("it picks '" + key + "', which is no assumption, so a reader could not change it."
                        + " Give the model an assumption under this key, or show it in a table.");
            }
            Values values = model.values();
            List<Value> names = choices.keys().stream().map(values::of).toList();
            Value picked = values.of(key);
            return names.contains(picked)
                    ? Optional.empty()
                    : Optional.of("it shows '" + picked.inSentence() + "', which is none of its choices: "
                            + names.stream().map(Value::inSentence).collect(Collectors.joining(", ")) + ".");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.selector().apply(this);
        }

        @Override
        public String toString() {
            return OneLine.of("selector", label);
        }
    }

    /**
     * Sentences, whose numbers are live where they are calculated.
     *
     * @param heading stands over them; none where it is empty
     * @param tone how they are said
     */
    record Prose(String heading, ImmutableList<Sentence> sentences, Tone tone) implements Block {

        /** How a sentence is said. */
        public enum Tone {
            /** Sentences like any others. */
            PLAIN,
            /** Sentences that a reader must not miss. */
            STRONG,
            /** Small print. */
            QUIET
        }

        /** Sentences under a heading, in the usual tone. */
        public Prose(String heading, ImmutableList<Sentence> sentences) {
            this(heading, sentences, Tone.PLAIN);
        }

        @Override
        public String name() {
            return heading.isEmpty() ? "sentences" : "sentences under '" + heading + "'";
        }

        @Override
        public boolean isEmpty() {
            return sentences.isEmpty();
        }

        @Override
        public Stream<Key> keys() {
            return sentences.stream().flatMap(Sentence::keys);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.prose().apply(this);
        }

        @Override
        public String toString() {
            return OneLine.of(heading.isEmpty() ? "prose" : heading, OneLine.count(sentences, "sentence"));
        }
    }

    /** A sentence. */
    sealed interface Sentence {

        /** The result of the function for its kind. */
        <T> T fold(Function<Key, T> live, Function<String, T> plain);

        /** A sentence of the model, with live numbers. */
        static Sentence live(Key key) {
            return new Live(key);
        }

        /** A sentence that says no number. */
        static Sentence plain(String text) {
            return new Plain(text);
        }

        /** Its words; none where it is a value of the model, whose words follow from that. */
        default String words() {
            return fold(key -> "", text -> text);
        }

        /** The sentence as it reads with these values. */
        default String text(Values values) {
            return fold(key -> values.of(key).inSentence(), words -> words);
        }

        /** A sentence of the model, with live numbers. */
        record Live(Key key) implements Sentence {
            @Override
            public Stream<Key> keys() {
                return Stream.of(key);
            }

            @Override
            public <T> T fold(Function<Key, T> live, Function<String, T> plain) {
                return live.apply(key);
            }

            @Override
            public String toString() {
                return "[" + key + "]";
            }
        }

        /** A sentence that says no number. */
        record Plain(String text) implements Sentence {
            @Override
            public Stream<Key> keys() {
                return Stream.empty();
            }

            @Override
            public <T> T fold(Function<Key, T> live, Function<String, T> plain) {
                return plain.apply(text);
            }

            @Override
            public String toString() {
                return OneLine.joined(text);
            }
        }

        /** The sentence, where it is a value of the model. */
        Stream<Key> keys();
    }

    /** Charts side by side. */
    record Charts(ImmutableList<Chart> charts) implements Block {
        @Override
        public String name() {
            return charts.stream().map(Chart::title).collect(Collectors.joining("', '", "chart '", "'"));
        }

        @Override
        public boolean isEmpty() {
            return charts.isEmpty();
        }

        @Override
        public Stream<Key> keys() {
            return charts.stream().flatMap(Chart::keys);
        }

        @Override
        public Optional<String> problem(Model model) {
            return charts.stream()
                    .flatMap(chart -> chart.problem(model).stream())
                    .findFirst();
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.charts().apply(this);
        }

        @Override
        public ImmutableList<Chart> drawn() {
            return charts;
        }

        @Override
        public String toString() {
            return OneLine.of(
                    OneLine.count(charts, "chart"),
                    charts.stream().map(Chart::title).toList());
        }
    }

    /** Charts side by side, in this order. */
    static Block charts(Chart... charts) {
        return new Charts(ImmutableList.copyOf(charts));
    }
}
