package org.lodestone.reports.comparison;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import org.lodestone.core.dataset.Column;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.dataset.Table.TypedForm;
import org.lodestone.core.problem.UnknownIdException;

/** A kind of fact that an analyst can type, and how its key is written: {@code quota/2026/mining/all/all}. */
public record FactKind(TypedForm<?> form) {

    /** All kinds that fit the tables of a dataset. */
    static ImmutableList<FactKind> all(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return dataset.tables().stream()
                .flatMap(table -> table.typed().stream())
                .map(FactKind::new)
                .collect(ImmutableList.toImmutableList());
    }

    /** The kind of a name, in the singular or the plural. */
    static FactKind parse(String name, Dataset dataset) {
        ImmutableList<FactKind> all = all(dataset);
        List<String> names = all.stream().map(FactKind::toString).toList();
        return all.stream()
                .filter(one -> name.equalsIgnoreCase(one.toString()) || name.equalsIgnoreCase(one + "s"))
                .findFirst()
                .orElseThrow(() -> UnknownIdException.of(
                        name,
                        "a table that facts can be typed into",
                        names,
                        "Use one of: " + String.join(", ", names) + "."));
    }

    boolean isOf(Table<?> table) {
        return form.table() == table;
    }

    /** The facts of this kind that a dataset has. */
    ImmutableList<Fact> facts(Dataset dataset) {
        return Facts.of(dataset, form.table())
                .filter(fact -> fact.key().table().equals(toString()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The number of parts that a key needs; the others may be left out. */
    int required() {
        return form.needed();
    }

    /** The columns that the parts of a key name. */
    ImmutableList<? extends Column<?, ?>> parts() {
        return form.columns();
    }

    /** How a key is written: {@code price/PRODUCT/PERIOD[/GRADE]}. */
    public String grammar() {
        StringBuilder grammar = new StringBuilder(toString());
        for (int i = 0; i < parts().size(); i++) {
            String part = "/" + words(parts().get(i)).toUpperCase(Locale.ROOT);
            grammar.append(i < required() ? part : "[" + part + "]");
        }
        return form.table().edition().isPresent() ? grammar + "[@EDITION]" : grammar.toString();
    }

    /** A part as it is called in words: {@code as of}. */
    static String words(Column<?, ?> part) {
        return part.name().replace('_', ' ');
    }

    /** A key with a value, as it could be typed. */
    public String example() {
        return form.example();
    }

    /** The words that an analyst types: {@code quota}. */
    @Override
    public String toString() {
        return form.name();
    }
}
