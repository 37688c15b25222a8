package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.dataset.Table.TypedForm;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.reports.report.Wording;

/**
 * A dataset with facts typed in by an analyst.
 *
 * <pre>WhatIf.of(dataset, List.of("quota/2026/mining/all/all=300,000", "import/China/Myanmar/rare earths/2026-10=4,200 t REO x12"))</pre>
 *
 * <p>A typed fact cites the analyst and is marked as secondary, so that it never passes for a published one. A number without
 * a unit takes that of what it replaces; {@code x12} scales a part of a year to the year. A quota of a year becomes the limit
 * that the forecast grows from, and imports of a year in the unit of a measure become what their country supplies.
 */
public record WhatIf(Dataset before, Dataset after, ImmutableList<TypedFact> facts) {

    /** Id of the source that typed facts cite. */
    public static final String SOURCE = "typed-by-analyst";

    static final Citation CITATION = new Citation(
            ImmutableList.of(SOURCE),
            Reliability.SECONDARY,
            How.SECOND_HAND,
            "Typed in by the analyst; not published.");

    /** Throws an {@link IllegalArgumentException} that says how to put it right if a key or a value cannot be understood. */
    public static WhatIf of(Dataset dataset, List<String> typed) {
        requireNonNull(dataset, "dataset");
        requireNonNull(typed, "typed");
        Dataset after = withSource(dataset);
        List<TypedFact> facts = new ArrayList<>();
        for (String one : typed) {
            TypedRow row = TypedRow.read(after, one);
            requireOnce(row.typedFact(), facts);
            after = row.result();
            facts.add(row.typedFact());
        }
        return new WhatIf(dataset, after, ImmutableList.copyOf(facts));
    }

    private static void requireOnce(TypedFact now, List<TypedFact> earlier) {
        earlier.stream()
                .filter(one -> one.fact().key().equals(now.fact().key()))
                .filter(one -> one.fact().edition().equals(now.fact().edition()))
                .filter(one -> one.fact()
                        .unit()
                        .orElseThrow()
                        .comparableWith(now.fact().unit().orElseThrow()))
                .findFirst()
                .ifPresent(one -> {
                    throw new IllegalArgumentException("'" + one.typed() + "' and '" + now.typed() + "' are both "
                            + now.fact().key() + ". Leave one of them out.");
                });
    }

    /** The facts of a table, whose keys can be typed. */
    public static ImmutableList<Fact> keys(Dataset dataset, String table) {
        requireNonNull(dataset, "dataset");
        requireNonNull(table, "table");
        return facts(form(table, dataset), dataset);
    }

    private static Dataset withSource(Dataset dataset) {
        Source analyst = new Source(
                SOURCE,
                "Typed in by the analyst for this comparison; not published",
                Optional.of("typed in"),
                Optional.empty());
        ImmutableMap<String, Source> sources = ImmutableMap.<String, Source>builder()
                .putAll(dataset.sources())
                .put(SOURCE, analyst)
                .buildKeepingLast();
        return dataset.supposing(DatasetTables.SOURCES, sources.values());
    }

    /** All kinds that fit the tables of a dataset. */
    public static ImmutableList<TypedForm<?>> kinds(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return dataset.tables().stream()
                .flatMap(table -> table.typed().stream())
                .collect(toImmutableList());
    }

    /** The kind of a name, in the singular or the plural. */
    static TypedForm<?> form(String name, Dataset dataset) {
        ImmutableList<TypedForm<?>> all = kinds(dataset);
        List<String> names = all.stream().map(TypedForm::name).toList();
        return all.stream()
                .filter(one -> name.equalsIgnoreCase(one.name()) || name.equalsIgnoreCase(one.name() + "s"))
                .findFirst()
                .orElseThrow(() -> UnknownIdException.of(
                        name,
                        "a table that facts can be typed into",
                        names,
                        "Use one of: " + String.join(", ", names) + "."));
    }

    /** The facts of a kind that a dataset has. */
    static ImmutableList<Fact> facts(TypedForm<?> form, Dataset dataset) {
        return Facts.of(dataset, form.table())
                .filter(fact -> fact.key().table().equals(form.name()))
                .collect(toImmutableList());
    }

    @Override
    public String toString() {
        return OneLine.of("what if", facts.stream().map(TypedFact::typed).toList());
    }

    /**
     * A fact that an analyst typed, with what it replaced.
     *
     * @param typed as it was typed
     * @param words what it is a fact of, as in a sentence: {@code mine production of Myanmar 2024}
     * @param fact what the dataset says now
     * @param replaced what it said before under that key; empty where it said nothing
     * @param remarks what else the analyst should know: the unit that was taken, how it was scaled, what follows it
     */
    public record TypedFact(
            String typed, String words, Fact fact, ImmutableList<Fact> replaced, ImmutableList<String> remarks) {

        /** The facts that it replaced, in words. */
        public String instead() {
            return replaced.isEmpty()
                    ? "nothing"
                    : replaced.stream()
                            .map(one -> one.withUnit() + (one.edition().isEmpty() ? "" : " (" + one.edition() + ")"))
                            .distinct()
                            .collect(Collectors.joining("; "));
        }

        /** The fact alone: {@code mine production of Myanmar 2024 at 40,000 t REO}. */
        String inBrief() {
            return Wording.words()
                    .with("fact", words)
                    .with("known", fact.value().filter(Observation::isMissing).isEmpty())
                    .with("value", fact.withUnit())
                    .told("{fact} {known?at {value}|not known any more}");
        }

        /** The fact in a sentence, marked as what it is. */
        public String inSentence() {
            return Wording.words()
                    .with("brief", inBrief())
                    .with(
                            "before",
                            replaced.isEmpty() ? "not known" : replaced.get(0).withUnit())
                    .told("{brief} (typed in, not published; before: {before})");
        }

        @Override
        public String toString() {
            return OneLine.of(typed, words);
        }
    }
}
