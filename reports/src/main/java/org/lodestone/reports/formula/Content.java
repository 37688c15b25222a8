package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.OneLine;

/** The content behind a key. Every number a reader sees is one of these, and shows which. */
public sealed interface Content permits StatedContent, Content.Definition, Content.Calculation {

    /** An observed figure with its citation. A reader may overwrite it, even with the code of a missing figure. */
    record Figure(Value value, ValueUnit unit, Citation citation) implements StatedContent {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.figure().apply(this);
        }

        @Override
        public Optional<Figure> asFigure() {
            return Optional.of(this);
        }

        @Override
        public ImmutableList<String> citedSources() {
            return citation.sources();
        }

        @Override
        public String toString() {
            return OneLine.of("figure", value, citation.sources());
        }
    }

    /** An analyst's choice, with the reason and, where there is one, a source. A reader may overwrite it. */
    record Assumption(Value value, ValueUnit unit, String reason, ImmutableList<String> sources)
            implements StatedContent {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.assumption().apply(this);
        }

        @Override
        public Optional<Assumption> asAssumption() {
            return Optional.of(this);
        }

        @Override
        public ImmutableList<String> citedSources() {
            return sources;
        }

        @Override
        public String toString() {
            return OneLine.of("assumption", value, reason);
        }
    }

    /** A constant of the field or of arithmetic: 1,000 t in a kt, the scale of an index. */
    record Definition(double amount, String meaning) implements Content {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.definition().apply(this);
        }

        @Override
        public <T> T either(Function<Value, T> given, Function<Formula, T> calculated) {
            return given.apply(Value.of(amount));
        }

        @Override
        public Optional<Definition> asDefinition() {
            return Optional.of(this);
        }

        @Override
        public ValueUnit unitIn(Units units) {
            return ValueUnit.ofConstant(amount);
        }

        @Override
        public String toString() {
            return OneLine.of(OneLine.number(amount), meaning);
        }
    }

    /** A name, a year or a bound, which stands for itself. */
    record Label(Value value, ValueUnit unit) implements StatedContent {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.label().apply(this);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** A formula over other keys. */
    record Calculation(Formula formula) implements Content {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.calculation().apply(formula);
        }

        @Override
        public <T> T either(Function<Value, T> given, Function<Formula, T> calculated) {
            return calculated.apply(formula);
        }

        @Override
        public Optional<Formula> calculation() {
            return Optional.of(formula);
        }

        @Override
        public ValueUnit unitIn(Units units) {
            return formula.unitIn(units);
        }

        @Override
        public String toString() {
            return OneLine.joined("= " + formula.inWords());
        }
    }

    /** A result that no sheet can work out, with how Java came to it. */
    record Computed(Value value, ValueUnit unit, String how) implements StatedContent {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.computed().apply(this);
        }

        @Override
        public boolean isComputed() {
            return true;
        }

        @Override
        public String toString() {
            return OneLine.of(value, how);
        }
    }

    /** The result of the one of six functions that is for its kind of content. */
    default <T> T fold(
            Function<Figure, T> figure,
            Function<Assumption, T> assumption,
            Function<Definition, T> definition,
            Function<Label, T> label,
            Function<Formula, T> calculation,
            Function<Computed, T> computed) {
        return fold(new Cases<>(figure, assumption, definition, label, calculation, computed));
    }

    /** The same, with the functions together. */
    <T> T fold(Cases<T> cases);

    /** A function for each case. */
    record Cases<T>(
            Function<Figure, T> figure,
            Function<Assumption, T> assumption,
            Function<Definition, T> definition,
            Function<Label, T> label,
            Function<Formula, T> calculation,
            Function<Computed, T> computed) {}

    /** The assumption it is; empty for all else. */
    default Optional<Assumption> asAssumption() {
        return Optional.empty();
    }

    /** The figure it is; empty for all else. */
    default Optional<Figure> asFigure() {
        return Optional.empty();
    }

    /** The constant it is; empty for all else. */
    default Optional<Definition> asDefinition() {
        return Optional.empty();
    }

    /** The result of a function of its value where that is given, or of another of its formula where it is calculated. */
    <T> T either(Function<Value, T> given, Function<Formula, T> calculated);

    /** The unit that it states; empty for constants and formulas. */
    default Optional<ValueUnit> statedUnit() {
        return Optional.empty();
    }

    /** Its unit: stated, or by its formula. */
    ValueUnit unitIn(Units units);

    /** Its formula; empty for what is given. */
    default Optional<Formula> calculation() {
        return Optional.empty();
    }

    /** The ids of the sources it is from; none for what is worked out or defined. */
    default ImmutableList<String> citedSources() {
        return ImmutableList.of();
    }

    /** Whether it is a result that no sheet can work out. */
    default boolean isComputed() {
        return false;
    }

    /** Whether a reader may overwrite it, so that it may turn out to be missing whatever it is now. */
    default boolean isInput() {
        return asFigure().isPresent() || asAssumption().isPresent();
    }
}
