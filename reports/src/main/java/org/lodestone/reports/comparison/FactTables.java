package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.Supplies;

/** Tables of the facts that were revised, are new or were dropped. */
final class FactTables {

    private final Comparison comparison;
    private final Supplies supplies;
    private final Model.Builder model;

    private final int most;
    private int count;

    /**
     * @param most so many rows that one side does not have are listed
     * @param model takes what the tables show and no analysis has
     */
    FactTables(Comparison comparison, int most, Model.Builder model) {
        this.comparison = comparison;
        this.supplies = Supplies.of(comparison.after());
        this.most = most;
        this.model = model;
    }

    /** The revised ones first. */
    ImmutableList<Block> blocks() {
        return Block.withContent(List.of(revisions(), oneSided()));
    }

    /** A revised fact with the keys of what it was and is. */
    private record Revision(Difference of, Key before, Key after) {
        Fact was() {
            return of.before().orElseThrow();
        }

        Fact is() {
            return of.after().orElseThrow();
        }
    }

    private Table revisions() {
        List<Revision> revised = comparison.differences(Difference.Kind.REVISED).stream()
                .map(one -> new Revision(
                        one,
                        value(one.before().orElseThrow()),
                        current(one.after().orElseThrow())))
                .toList();
        return Table.of("Facts that were revised", revised)
                .id("revised-facts")
                .prose("Fact", one -> one.of().key().toString())
                .unit(one -> one.of().shown().unit().map(Object::toString).orElse(""))
                .value("Before", one -> shown(one.was()), Revision::before)
                .value("After", one -> shown(one.is()), Revision::after)
                .column("Change", this::change)
                .column("In %", this::relative)
                .column("From", one -> word(one.of(), "from", edition(one.was())))
                .column("To", one -> word(one.of(), "to", edition(one.is())))
                .sources()
                .build();
    }

    private String edition(Fact fact) {
        return (comparison.after().editionName(fact.edition()) + " " + fact.revision()).strip();
    }

    /** A word at the edge of a column of values. */
    private Cell word(Difference one, String part, String word) {
        return new Cell.Of(model.label(key(part, one), word), Shown.WORD);
    }

    private Key key(String part, Difference one) {
        return ComparisonSection.SECTION.sub(part).of(Subject.of(one.key() + ", " + ++count));
    }

    /** A fact as it is printed, with its citation. */
    private Key value(Fact fact) {
        Key key = ComparisonSection.SECTION
                .sub("fact")
                .of(Subject.of(fact.key() + ", " + fact.edition() + " " + fact.revision() + ", " + ++count));
        if (fact.value().isEmpty()) {
            return model.label(key, fact.printed());
        }
        return model.figure(
                key,
                Value.of(fact.value().get()),
                ValueUnit.of(fact.unit()),
                fact.citation().withNote(""));
    }

    /** A fact of the newer side: the same figure as elsewhere in the report, where it has one. */
    private Key current(Fact fact) {
        return amount(fact)
                .filter(comparison.model()::has)
                .map(key -> model.calculation(
                        ComparisonSection.SECTION.sub("figure now").of(Subject.of(fact.key() + ", " + fact.edition())),
                        key))
                .orElseGet(() -> value(fact));
    }

    private Optional<Key> amount(Fact fact) {
        if (!fact.key().table().equals("figure")) {
            return Optional.empty();
        }
        return supplies.supply(fact.key().part(0), fact.edition())
                .map(supply -> supply.amount(
                        Place.parse(fact.key().part(1)), Period.parse(fact.key().part(2))));
    }

    /** Thousands are parted where nothing stands after the point; a year is not that. */
    private static Shown shown(Fact fact) {
        if (fact.value().isEmpty()) {
            return Shown.WORD;
        }
        double number = fact.number().orElse(0);
        boolean time = fact.unit().orElseThrow().dimension() == Dimension.TIME;
        return number == Math.rint(number) && !time ? Shown.WHOLE : Shown.AS_IS;
    }

    /** The change, where both are numbers in one unit; else Java's, which brings them to one. */
    private Cell change(Revision one) {
        OptionalDouble change = one.of().change();
        Shown shown = change.orElse(0) == Math.rint(change.orElse(0)) ? Shown.WHOLE : Shown.AS_IS;
        Key key = key("change of fact", one.of());
        return change.isPresent() && one.was().unit().equals(one.is().unit())
                ? new Cell.Of(model.calculation(key, one.after().minus(one.before())), shown)
                : computed(key, change, ValueUnit.of(one.is().unit()), shown);
    }

    private Cell relative(Revision one) {
        OptionalDouble change = one.of().change();
        double was = one.of().numberBefore().orElse(0);
        OptionalDouble ratio =
                change.isPresent() && was != 0 ? OptionalDouble.of(change.getAsDouble() / was) : OptionalDouble.empty();
        return computed(key("relative change of fact", one.of()), ratio, ValueUnit.NUMBER, Shown.PERCENT);
    }

    private Cell computed(Key key, OptionalDouble number, ValueUnit unit, Shown shown) {
        Value value =
                number.isPresent() ? Value.of(number.getAsDouble()) : Value.missing("one of the two is no number");
        return new Cell.Of(model.computed(key, value, unit, "the newer less the older, in its unit"), shown);
    }

    /** New and dropped facts: how many of each table, and the first of them. */
    private Table oneSided() {
        List<Difference> all = comparison.differences().stream()
                .filter(one -> one.kind() != Difference.Kind.REVISED)
                .toList();
        List<Difference> listed = all.subList(0, Math.min(most, all.size()));
        var table = Table.of("Facts that are new or were dropped", listed)
                .id("new-facts")
                .prose("Fact", one -> one.key().toString())
                .unit(one -> one.shown().unit().map(Object::toString).orElse(""))
                .value("Value", one -> shown(one.shown()), one -> value(one.shown()))
                .column("Change", one -> word(one, "is", one.kind() == Difference.Kind.NEW ? "new" : "dropped"))
                .column("Edition", one -> word(one, "edition", edition(one.shown())))
                .sources()
                .wide();
        if (all.size() > listed.size()) {
            table.note("And " + (all.size() - listed.size()) + " more.");
        }
        return table.build();
    }
}
