package org.lodestone.reports.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quantity.UnitException;
import org.lodestone.reports.supply.Supply;

/**
 * The edition and the unit that are meant, where a typed fact does not say them: those of what it replaces, or of its like.
 *
 * @param remarks takes what was guessed
 */
record TypedDefaults(Dataset dataset, String typed, TypedKey typedKey, List<String> remarks) {

    /**
     * The edition asked for; else, of a figure, the default edition, and the newest that has it otherwise, since of
     * prices the newest counts.
     */
    String edition() {
        if (typedKey.edition().isPresent()) {
            return typedKey.edition().get();
        }
        List<String> editions =
                typedKey.facts().stream().map(Fact::edition).distinct().toList();
        if (!typedKey.isOf(DatasetTables.FIGURES)) {
            return newest(editions).orElse("");
        }
        String meant = dataset.defaultEdition();
        if (editions.isEmpty()) {
            return Supply.edition(dataset, key().part(0)).orElse(meant);
        }
        return editions.contains(meant) ? meant : newest(editions).orElse("");
    }

    private Optional<String> newest(List<String> editions) {
        return editions.stream().max(Comparator.comparing(dataset::released));
    }

    /** The unit of the value; throws where it is not plain, or not that of the facts it would replace. */
    Unit unit(TypedValue value, String edition, List<Fact> there) {
        List<Unit> known =
                there.stream().flatMap(one -> one.unit().stream()).distinct().toList();
        if (value.unit().isPresent()) {
            Unit own = value.unit().get();
            boolean fits = known.isEmpty() || known.stream().anyMatch(own::comparableWith);
            if (!fits && !typedKey.isOf(DatasetTables.PRICES)) {
                throw new UnitException("'" + typed + "' is in " + own + ", and what it would replace is in "
                        + known.get(0) + ". Give it in that unit.");
            }
            return own;
        }
        List<Unit> near = known.isEmpty() ? unitsNearby(edition) : known;
        if (near.size() != 1) {
            throw new UnitException("'" + typed + "' says no unit, and "
                    + (near.isEmpty()
                            ? "nothing like it is known"
                            : "it could be any of "
                                    + String.join(
                                            ", ",
                                            near.stream().map(Unit::toString).toList()))
                    + ". Write it after the number, as in " + typed + " "
                    + near.stream().findFirst().map(Unit::toString).orElse("t REO") + ".");
        }
        if (!value.value().isMissing()) {
            remarks.add("The number has no unit of its own; it is taken in " + near.get(0)
                    + (known.isEmpty() ? ", as others like it are." : ", as what it replaces."));
        }
        return near.get(0);
    }

    private FactKey key() {
        return typedKey.key();
    }

    /** The units of facts of the same thing: of the company where it has any, and else of all. */
    private List<Unit> unitsNearby(String edition) {
        int what =
                switch (key().table()) {
                    case "quota", "fact" -> 1;
                    case "import", "export" -> 2;
                    default -> 0;
                };
        List<Fact> alike = WhatIf.facts(typedKey.form(), dataset).stream()
                .filter(one -> one.key().part(what).equals(key().part(what)))
                .filter(one -> one.edition().equals(edition) || !typedKey.isOf(DatasetTables.PRICES))
                .toList();
        List<Fact> closer = alike.stream()
                .filter(one -> one.key().part(0).equals(key().part(0)))
                .toList();
        return (closer.isEmpty() ? alike : closer)
                .stream().flatMap(one -> one.unit().stream()).distinct().toList();
    }
}
