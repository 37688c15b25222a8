package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.comparison.WhatIf.TypedFact;

/** One fact being typed. */
final class TypedFactReader {

    private final Dataset dataset;
    private final String typed;
    private final TypedKey typedKey;
    private final TypedValue value;
    private final List<String> remarks = new ArrayList<>();
    private final ImmutableList<Fact> replaced;
    private final Fact fact;

    TypedFactReader(Dataset dataset, String typed) {
        this.dataset = dataset;
        this.typed = typed;
        int equals = typed.lastIndexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("'" + typed + "' has no '='. Write a key and a value, as in "
                    + DatasetTables.QUOTAS.typed().get(0).example() + ".");
        }
        String text = typed.substring(equals + 1).strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("'" + typed
                    + "' has no value. Write a number with its unit after '=', or NA where it is withdrawn.");
        }
        this.value = TypedValue.parse(text);
        TypedKey found = TypedKey.parse(typed.substring(0, equals), dataset);
        TypedScale scale = new TypedScale(dataset, typed);
        value.times().ifPresent(times -> scale.requireScalable(found, times));
        this.typedKey = value.times().isEmpty() ? found : scale.ofTheYear(found);
        TypedDefaults sense = new TypedDefaults(dataset, typed, typedKey, remarks);
        String edition = sense.edition();
        List<Fact> ofEdition = typedKey.facts().stream()
                .filter(one -> one.edition().equals(edition))
                .toList();
        Unit unit = sense.unit(value, edition, ofEdition);
        this.replaced = ofEdition.stream()
                .filter(one -> one.unit().orElseThrow().comparableWith(unit))
                .collect(toImmutableList());
        Observation now = value.scaled();
        this.fact = Fact.of(
                typedKey.key(),
                edition,
                replaced.stream().findFirst().map(Fact::revision).orElse(""),
                now,
                unit,
                WhatIf.CITATION);
        value.times()
                .ifPresent(times -> remarks.add(value.value() + " × " + times.toPlainString() + " = " + fact.withUnit()
                        + ", scaled by the analyst, not counted."));
    }

    TypedFact fact() {
        return new TypedFact(
                typed,
                new TypedWords(dataset, fact.key(), fact.edition()).toString(),
                fact,
                replaced,
                ImmutableList.copyOf(remarks));
    }

    /** The dataset with it. */
    Dataset result() {
        return new TypedRow(dataset, typedKey, value, fact, remarks).result();
    }
}
