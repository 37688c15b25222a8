package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.Supply;

/**
 * The section on what changed: facts, then what they do to totals and shares, claims, conclusions, ranks and profits.
 *
 * <p>The newer side follows the model, so that in a workbook it is live; the older side is its figures with their citations,
 * and what was worked out from them.
 */
public final class ComparisonSection {

    /** What the section is called. */
    public static final String NAME = "What changed";

    /** A page of new facts is enough to see what they are. */
    private static final int MOST_LISTED = 60;

    private static final Term SECTION = Term.of("what changed");

    private final Comparison comparison;
    private final Optional<WhatIf> typed;
    private final Model.Builder model;
    private final List<Block> blocks = new ArrayList<>();
    private final int most;
    private int count;

    private ComparisonSection(Comparison comparison, Optional<WhatIf> typed, int most) {
        this.comparison = comparison;
        this.typed = typed;
        this.most = most;
        this.model = Model.builder().include(comparison.model());
    }

    /** The section on two datasets or editions. */
    public static Part of(Comparison comparison) {
        return new ComparisonSection(comparison, Optional.empty(), MOST_LISTED).part();
    }

    /** The section on facts that were typed in. */
    public static Part of(WhatIf typed, Comparison comparison) {
        return new ComparisonSection(comparison, Optional.of(typed), MOST_LISTED).part();
    }

    /** The section with every fact, for programs: for people new and dropped facts end after a page. */
    public static Part whole(Comparison comparison, Optional<WhatIf> typed) {
        return new ComparisonSection(comparison, typed, Integer.MAX_VALUE).part();
    }

    private Part part() {
        typed.ifPresent(this::typed);
        if (comparison.isNothing()) {
            blocks.add(
                    0, prose("", List.of("Nothing changed: every fact and every result is the same on both sides.")));
        } else {
            Sentences sentences = new Sentences(comparison, typed);
            blocks.add(0, prose("In one sentence", List.of(sentences.toPaste())));
            blocks.add(1, prose("", sentences.others()));
            conclusions();
            supplies();
            claims();
            companies();
            profits();
            breakEvens();
            revisions();
            oneSided();
            if (typed.isEmpty()) { // the rows of what was typed in stand above
                tables();
                others();
            }
            notComparable();
        }
        return Part.of(Section.of(NAME, title(), subtitle(), blocks), model.build());
    }

    private String title() {
        return typed.map(one -> one.facts().size() == 1 ? "What one new fact changes" : "What new facts change")
                .orElse("What changed from " + comparison.from() + " to " + comparison.to());
    }

    private String subtitle() {
        return typed.isPresent()
                ? "Before is the dataset as it is, after is with what was typed in; that is the analyst's, and not published"
                : "The older side as it stood when its edition came out, with the assumptions of today; the newer as it is";
    }

    /** Sentences whose numbers are as they were when the comparison was made. */
    private Block prose(String heading, List<String> sentences) {
        return new Block.Prose(
                heading,
                sentences.stream()
                        .map(sentence -> new Block.Sentence.Live(model.computed(
                                SECTION.sub("sentence").of(Subject.of(Integer.toString(++count))),
                                Value.of(sentence),
                                "said in Java of the two sides as they were compared")))
                        .collect(toImmutableList()));
    }

    // ---------------------------------------------------------------- typed

    private void typed(WhatIf facts) {
        blocks.add(Table.of("What was typed in", facts.facts())
                .prose("Fact", one -> one.fact().key().toString())
                .words("Value", one -> one.fact().withUnit())
                .words("Instead of", TypedFact::instead)
                .words("Edition", one -> one.fact().edition())
                .prose("Remark", one -> String.join(" ", one.remarks()))
                .wide()
                .note(
                        "Typed in by the analyst, and secondary like everything that nobody read at a source: not published.")
                .build());
    }

    // ---------------------------------------------------------------- supply

    private void supplies() {
        for (SupplyShift shift : comparison.supplies()) {
            blocks.add(Table.of(shift.title() + ": totals, growth, shares", shift.findings())
                    .label("", SupplyShift.Finding::name)
                    .unit(SupplyShift.Finding::unit)
                    .column(comparison.from(), Column.Role.VALUE, one -> new Cell.Of(one.before(), one.shown()))
                    .column(comparison.to(), Column.Role.VALUE, one -> new Cell.Of(one.after(), one.shown()))
                    .column("Change, of % in points", Column.Role.VALUE, one -> new Cell.Of(one.change(), one.shown()))
                    .build());
            blocks.add(why(shift));
        }
    }

    /** The parts of each change, and their sums. */
    private Table why(SupplyShift shift) {
        Shown amount = shift.measure().unit().word().equals("t") ? Shown.WHOLE : Shown.ONE_DECIMAL;
        String unit = shift.measure().unit().toString();
        Function<SupplyShift.Row, Optional<Key>> toGrowth =
                row -> shift.hasGrowth() ? Optional.of(row.toGrowth()) : Optional.empty();
        return Table.of(shift.title() + ": why, place by place", shift.rows())
                .label("Place", row -> row.place().name())
                .unit(row -> unit)
                .value(comparison.from(), amount, SupplyShift.Row::before)
                .value(comparison.to(), amount, SupplyShift.Row::after)
                .value("Change", amount, SupplyShift.Row::change)
                .value("Points of the share of " + shift.largest(), Shown.PERCENT_2, SupplyShift.Row::toShare)
                .value("Of HHI", Shown.ONE_DECIMAL, SupplyShift.Row::toIndex)
                .optional("Points of growth", Shown.PERCENT_2, toGrowth)
                .sources()
                .marks()
                .total(
                        new Cell.Words("Sum"),
                        new Cell.Words(unit),
                        Cell.BLANK,
                        Cell.BLANK,
                        sum(shift, "change", SupplyShift.Row::change, amount),
                        sum(shift, "share", SupplyShift.Row::toShare, Shown.PERCENT_2),
                        sum(shift, "HHI", SupplyShift.Row::toIndex, Shown.ONE_DECIMAL),
                        shift.hasGrowth()
                                ? sum(shift, "growth", SupplyShift.Row::toGrowth, Shown.PERCENT_2)
                                : Cell.BLANK,
                        Cell.BLANK,
                        Cell.BLANK)
                .note(
                        "Each column sums to its change above. An amount that one side does not publish counts as nothing there.")
                .build();
    }

    private Cell sum(SupplyShift shift, String part, Function<SupplyShift.Row, Key> key, Shown shown) {
        Key sum = SECTION.sub("sum of parts").of(Subject.of(shift.title() + ", " + part));
        model.calculation(
                sum, Formula.sum(Formula.span(shift.rows().stream().map(key).toList())));
        return new Cell.Of(sum, shown);
    }

    // ---------------------------------------------------------------- claims

    private void claims() {
        List<ClaimShift> told = comparison.claims().stream()
                .filter(one -> one.kind() != ClaimShift.Kind.NOT_COMPARABLE)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        var table = Table.of("Claims: from the edition each is from, and from the newest", told)
                .prose("What the text says", one -> one.claim().statement())
                .unit(one -> one.claim().unit().toString().replaceFirst("^x$", ""))
                .column("Printed", Column.Role.VALUE, one -> Cell.again(one.printed(), Shown.AS_IS))
                .value(comparison.from(), Shown.PRECISE, ClaimShift::before)
                .value(comparison.to(), Shown.PRECISE, ClaimShift::after);
        if (told.stream().anyMatch(one -> one.newestBefore().isPresent())) {
            table.optional("Newest before", Shown.PRECISE, ClaimShift::newestBefore);
        }
        blocks.add(table.optional("Newest after", Shown.PRECISE, ClaimShift::newestAfter)
                .value("Verdict before", Shown.WORD, ClaimShift::verdictBefore)
                .value("Verdict after", Shown.WORD, ClaimShift::verdictAfter)
                .words("So it", one -> one.kind().toString())
                .prose("Remark", ClaimShift::remark)
                .wide()
                .build());
    }

    // ---------------------------------------------------------------- conclusions

    private void conclusions() {
        if (comparison.conclusions().isEmpty()) {
            return;
        }
        blocks.add(Table.of("Conclusions in every scenario", comparison.conclusions())
                .label("Conclusion and scenario", ConclusionShift::title)
                .unit(ConclusionShift::unit)
                .column(comparison.from(), Column.Role.VALUE, one -> new Cell.Of(one.before(), one.shown()))
                .column(comparison.to(), Column.Role.VALUE, one -> new Cell.Of(one.after(), one.shown()))
                .column("Against", Column.Role.VALUE, one -> new Cell.Of(one.thresholdAfter(), one.shown()))
                .value("Before", Shown.WORD, ConclusionShift::verdictBefore)
                .value("After", Shown.WORD, ConclusionShift::verdictAfter)
                .value("So it", Shown.WORD, this::becameOf)
                .build());
    }

    private Key becameOf(ConclusionShift one) {
        return model.calculation(
                SECTION.sub("became").of(Subject.of(one.conclusion().id() + ", " + one.scenario())),
                Formula.call(
                                Fn.SAME_TEXT,
                                one.verdictBefore().ref(),
                                one.verdictAfter().ref())
                        .then(Formula.text("held"), Formula.text("turned")));
    }

    private record Turn(String scenario, ConclusionShift.BreakEven found) {
        Shown shown() {
            return found.driver().unit().word().equals("t") ? Shown.WHOLE : Shown.TWO_DECIMALS;
        }
    }

    /** A table for each conclusion, with what would turn it in each scenario. */
    private void breakEvens() {
        ListMultimap<String, Turn> turns = LinkedListMultimap.create();
        comparison
                .conclusions()
                .forEach(one -> one.breakEvens()
                        .forEach(found -> turns.put(one.conclusion().statement(), new Turn(one.scenario(), found))));
        turns.keySet().forEach(statement -> blocks.add(breakEvens(statement, turns.get(statement))));
    }

    private static Table breakEvens(String statement, List<Turn> turns) {
        return Table.of("What would turn “" + statement + "”", turns)
                .prose("Driver and scenario", turn -> turn.found().driver().name() + ", " + turn.scenario())
                .unit(turn -> turn.found().driver().unit().toString())
                .column(
                        "It was",
                        Column.Role.VALUE,
                        turn -> new Cell.Of(turn.found().nowBefore(), turn.shown()))
                .column(
                        "It is",
                        Column.Role.VALUE,
                        turn -> new Cell.Of(turn.found().nowAfter(), turn.shown()))
                .column(
                        "Turned at",
                        Column.Role.VALUE,
                        turn -> new Cell.Of(turn.found().before(), turn.shown()))
                .column(
                        "Turns at",
                        Column.Role.VALUE,
                        turn -> new Cell.Of(turn.found().after(), turn.shown()))
                .column(
                        "Distance before",
                        Column.Role.VALUE,
                        turn -> new Cell.Of(turn.found().distanceBefore(), turn.shown()))
                .column(
                        "Distance after",
                        Column.Role.VALUE,
                        turn -> new Cell.Of(turn.found().distanceAfter(), turn.shown()))
                .note("The distance is the value at which it turns less the driver's own. None: within the distance"
                        + " searched it does not turn. Drivers that turn it on neither side are left out.")
                .build();
    }

    // ---------------------------------------------------------------- companies

    private void companies() {
        if (comparison.companies().isEmpty()) {
            return;
        }
        blocks.add(Table.of("Companies in the screen", comparison.companies())
                .label("Company", one -> one.company().name())
                .value("Rank before", Shown.ORDINAL, CompanyShift::rankBefore)
                .value("Rank after", Shown.ORDINAL, CompanyShift::rankAfter)
                .value("Score before", Shown.THREE_DECIMALS, CompanyShift::scoreBefore)
                .value("Score after", Shown.THREE_DECIMALS, CompanyShift::scoreAfter)
                .prose("Why it moved", CompanyShift::why)
                .wide()
                .build());
    }

    private void profits() {
        if (comparison.profits().isEmpty()) {
            return;
        }
        blocks.add(Table.of("Profits of companies, in millions", comparison.profits())
                .label("Company and period", one -> one.company().name() + ", " + one.period())
                .unit(one -> one.currency() + " mn")
                .value("Reported before", Shown.ONE_DECIMAL, CompanyShift.Profit::reportedBefore)
                .value("Reported after", Shown.ONE_DECIMAL, CompanyShift.Profit::reportedAfter)
                .optional("At latest prices before", Shown.ONE_DECIMAL, CompanyShift.Profit::atLatestBefore)
                .optional("At latest prices after", Shown.ONE_DECIMAL, CompanyShift.Profit::atLatestAfter)
                .value("Of a price step before", Shown.ONE_DECIMAL, CompanyShift.Profit::sensitivityBefore)
                .value("Of a price step after", Shown.ONE_DECIMAL, CompanyShift.Profit::sensitivityAfter)
                .prose("Latest prices", CompanyShift.Profit::prices)
                .wide()
                .note(
                        "At latest prices: what net profit would have been at the prices known last, volumes as they were. Of a price step: what"
                                + " the change of prices set on the sheet Elasticity, 10% unless changed, adds.")
                .build());
    }

    // ---------------------------------------------------------------- facts

    /** A revised fact with the keys of what it was and is. */
    private record Revision(Difference of, Key before, Key after) {}

    private void revisions() {
        List<Revision> revised = comparison.differences(Difference.Kind.REVISED).stream()
                .map(one -> new Revision(
                        one,
                        value(one.before().orElseThrow()),
                        current(one.after().orElseThrow())))
                .toList();
        if (revised.isEmpty()) {
            return;
        }
        blocks.add(Table.of("Facts that were revised", revised)
                .prose("Fact", one -> one.of().key().toString())
                .unit(one -> one.of().shown().unit().map(Object::toString).orElse(""))
                .column(
                        "Before",
                        Column.Role.VALUE,
                        one -> new Cell.Of(one.before(), shown(one.of().before())))
                .column(
                        "After",
                        Column.Role.VALUE,
                        one -> new Cell.Of(one.after(), shown(one.of().after())))
                .column("Change", Column.Role.VALUE, this::change)
                .column("In %", Column.Role.VALUE, this::relative)
                .column(
                        "From",
                        Column.Role.VALUE,
                        one -> word(one.of(), "from", edition(one.of().before().orElseThrow())))
                .column(
                        "To",
                        Column.Role.VALUE,
                        one -> word(one.of(), "to", edition(one.of().after().orElseThrow())))
                .sources()
                .build());
    }

    private String edition(Fact fact) {
        return (comparison.after().editionName(fact.edition()) + " " + fact.revision()).strip();
    }

    /** A word at the edge of a column of values. */
    private Cell word(Difference one, String part, String word) {
        Key key = SECTION.sub(part).of(Subject.of(one.key() + ", " + ++count));
        return new Cell.Of(model.label(key, word), Shown.WORD);
    }

    /** A fact as it is printed, with its citation. */
    private Key value(Fact fact) {
        Key key = SECTION.sub("fact")
                .of(Subject.of(fact.key() + ", " + fact.edition() + " " + fact.revision() + ", " + ++count));
        if (fact.value().isEmpty()) {
            return model.label(key, fact.printed());
        }
        Citation plain = new Citation(
                fact.citation().sources(),
                fact.citation().reliability(),
                fact.citation().how(),
                "");
        return model.figure(key, Value.of(fact.value().get()), plain);
    }

    /** A fact of the newer side: the same figure as elsewhere in the report, where it has one. */
    private Key current(Fact fact) {
        return amount(fact)
                .filter(comparison.model()::has)
                .map(key -> model.calculation(
                        SECTION.sub("figure now").of(Subject.of(fact.key() + ", " + fact.edition())), key.ref()))
                .orElseGet(() -> value(fact));
    }

    private Optional<Key> amount(Fact fact) {
        if (!fact.key().table().equals(Typable.FIGURE.toString())) {
            return Optional.empty();
        }
        return Supply.of(comparison.after(), fact.key().part(0), fact.edition())
                .map(supply -> supply.amount(
                        Place.parse(fact.key().part(1)), Period.parse(fact.key().part(2))));
    }

    /** Thousands are parted where nothing stands after the point; a year is not that. */
    private static Shown shown(Optional<Fact> fact) {
        double number = fact.map(Fact::number).orElse(OptionalDouble.empty()).orElse(0);
        boolean time = fact.flatMap(Fact::unit)
                .filter(one -> one.dimension() == Dimension.TIME)
                .isPresent();
        if (fact.flatMap(Fact::value).isEmpty()) {
            return Shown.WORD;
        }
        return number == Math.rint(number) && !time ? Shown.WHOLE : Shown.AS_IS;
    }

    /** The change, where both are numbers in one unit; else Java's, which brings them to one. */
    private Cell change(Revision one) {
        Shown shown = one.of().change().orElse(0) == Math.rint(one.of().change().orElse(0)) ? Shown.WHOLE : Shown.AS_IS;
        Key key = SECTION.sub("change of fact").of(Subject.of(one.of().key() + ", " + ++count));
        boolean sameUnit = one.of()
                .before()
                .orElseThrow()
                .unit()
                .equals(one.of().after().orElseThrow().unit());
        if (sameUnit && one.of().change().isPresent()) {
            return new Cell.Of(
                    model.calculation(key, one.after().ref().minus(one.before().ref())), shown);
        }
        return computed(key, one.of().change(), shown);
    }

    private Cell relative(Revision one) {
        double was = one.of().numberBefore().orElse(0);
        OptionalDouble ratio = one.of().change().isPresent() && was != 0
                ? OptionalDouble.of(one.of().change().getAsDouble() / was)
                : OptionalDouble.empty();
        return computed(
                SECTION.sub("relative change of fact").of(Subject.of(one.of().key() + ", " + ++count)),
                ratio,
                Shown.PERCENT);
    }

    private Cell computed(Key key, OptionalDouble number, Shown shown) {
        Value value =
                number.isPresent() ? Value.of(number.getAsDouble()) : Value.missing("one of the two is no number");
        return new Cell.Of(model.computed(key, value, "the newer less the older, in its unit"), shown);
    }

    /** New and dropped facts: how many of each table, and the first of them. */
    private void oneSided() {
        List<Difference> all = comparison.differences().stream()
                .filter(one -> one.kind() != Difference.Kind.REVISED)
                .toList();
        if (all.isEmpty()) {
            return;
        }
        List<Difference> listed = all.subList(0, Math.min(most, all.size()));
        var table = Table.of("Facts that are new or were dropped", listed)
                .prose("Fact", one -> one.key().toString())
                .unit(one -> one.shown().unit().map(Object::toString).orElse(""))
                .column(
                        "Value",
                        Column.Role.VALUE,
                        one -> new Cell.Of(value(one.shown()), shown(Optional.of(one.shown()))))
                .column(
                        "It is",
                        Column.Role.VALUE,
                        one -> word(one, "is", one.kind() == Difference.Kind.NEW ? "new" : "dropped"))
                .column("Edition", Column.Role.VALUE, one -> word(one, "edition", edition(one.shown())))
                .sources()
                .wide();
        if (all.size() > listed.size()) {
            table.note("And " + (all.size() - listed.size()) + " more.");
        }
        blocks.add(table.build());
    }

    // ---------------------------------------------------------------- rows

    /** How many rows of each table differ: facts, and all that is none. */
    private void tables() {
        if (comparison.tables().isEmpty()) {
            return;
        }
        blocks.add(Table.of("Tables that differ, in rows", comparison.tables())
                .label("Table", TableDifference::table)
                .column("Before", Column.Role.VALUE, one -> rows(one, "before", one.before()))
                .column("After", Column.Role.VALUE, one -> rows(one, "after", one.after()))
                .column("Changed", Column.Role.VALUE, one -> rows(one, Difference.Kind.REVISED))
                .column("New", Column.Role.VALUE, one -> rows(one, Difference.Kind.NEW))
                .column("Dropped", Column.Role.VALUE, one -> rows(one, Difference.Kind.DROPPED))
                .build());
    }

    private Cell rows(TableDifference one, Difference.Kind kind) {
        return rows(one, kind.toString(), one.count(kind));
    }

    private Cell rows(TableDifference one, String part, int rows) {
        Key key = SECTION.sub("rows " + part).of(Subject.of(one.table()));
        return new Cell.Of(model.label(key, rows), Shown.ORDINAL);
    }

    /** What differs and is no fact of the tables above: row by row, and outside the tables. */
    private void others() {
        List<OtherDifference> all = new ArrayList<>();
        comparison.tables().stream()
                .flatMap(table -> table.untold().stream())
                .map(ComparisonSection::inWords)
                .forEach(all::add);
        all.addAll(comparison.others());
        if (all.isEmpty()) {
            return;
        }
        List<OtherDifference> listed = all.subList(0, Math.min(most, all.size()));
        var table = Table.of("What else differs", listed)
                .prose("Row", OtherDifference::what)
                .prose("Before", OtherDifference::before)
                .prose("After", OtherDifference::after)
                .wide();
        if (all.size() > listed.size()) {
            table.note("And " + (all.size() - listed.size()) + " more.");
        }
        blocks.add(table.build());
    }

    private static OtherDifference inWords(RowDifference row) {
        return switch (row.kind()) {
            case REVISED -> new OtherDifference(row.name(), row.was(), row.is());
            case NEW -> new OtherDifference(row.name(), "", "new");
            case DROPPED -> new OtherDifference(row.name(), "", "dropped");
        };
    }

    private void notComparable() {
        List<Comparison.NotComparable> all = new ArrayList<>(comparison.notComparable());
        comparison.claims(ClaimShift.Kind.NOT_COMPARABLE).stream()
                .map(one -> new Comparison.NotComparable(
                        one.claim().statement(),
                        one.remark().isEmpty() ? "It can be checked on neither side." : one.remark()))
                .forEach(all::add);
        if (!all.isEmpty()) {
            blocks.add(Table.of("Not comparable", all)
                    .prose("What", Comparison.NotComparable::what)
                    .prose("Why", Comparison.NotComparable::reason)
                    .wide()
                    .build());
        }
    }
}
