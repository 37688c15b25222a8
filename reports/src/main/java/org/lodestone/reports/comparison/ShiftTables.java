package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.comparison.GainShift.OfCompany;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/**
 * Tables of what the changed facts do to conclusions, totals and shares, claims, ranks and profits.
 *
 * @param model takes what the tables show and no analysis has
 */
record ShiftTables(Comparison comparison, Model.Builder model) {

    /** The tables, with those that a reader asks for first at the top. */
    ImmutableList<Block> blocks() {
        List<Block> blocks = new ArrayList<>(List.of(conclusions()));
        for (SupplyShift shift : comparison.supplies()) {
            blocks.add(findings(shift));
            blocks.add(why(shift));
        }
        blocks.addAll(List.of(claims(), companies(), profits()));
        ListMultimap<String, Turn> turns = turns();
        turns.keySet().forEach(statement -> blocks.add(breakEvens(statement, turns.get(statement))));
        return Block.withContent(blocks);
    }

    /** Columns of a value on both sides. */
    private static <T> void sides(
            Table.ListBuilder<T> table, String before, String after, Shown shown, Function<T, Pair> pair) {
        sides(table, before, after, row -> shown, pair);
    }

    /** The same where each row has a format of its own. */
    private static <T> void sides(
            Table.ListBuilder<T> table, String before, String after, Function<T, Shown> shown, Function<T, Pair> pair) {
        table.value(before, shown, row -> pair.apply(row).before())
                .value(after, shown, row -> pair.apply(row).after());
    }

    // ---------------------------------------------------------------- gains

    /** The balance and the price, and who gains what of it. */
    ImmutableList<Block> gains() {
        return comparison
                .gains()
                .map(gains -> Block.withContent(List.of(causes(gains), who(gains))))
                .orElse(ImmutableList.of());
    }

    private record Cause(String name, String unit, Shown shown, Pair pair) {}

    private Table causes(GainShift gains) {
        List<Cause> causes = new ArrayList<>();
        causes.add(new Cause("Balance of " + gains.year(), "% of demand", Shown.PERCENT, gains.balance()));
        gains.prices()
                .forEach(price -> causes.add(new Cause(
                        "Price of " + price.product() + ", " + price.year(),
                        price.unit(),
                        Shown.ONE_DECIMAL,
                        price.price())));
        var table = Table.of("Balance and price, base case", causes)
                .id("gain-causes")
                .label("", Cause::name)
                .unit(Cause::unit);
        sides(table, comparison.from(), comparison.to(), Cause::shown, Cause::pair);
        if (gains.prices().stream().anyMatch(price -> !price.follows())) {
            table.note("The price is that of the deck: the rule by which it answers to the balance is off.");
        }
        return table.build();
    }

    private Table who(GainShift gains) {
        var table = Table.of("Who gains or loses, base case", gains.moved())
                .id("gains")
                .label("Company", one -> one.company().name());
        if (gains.moved().stream().anyMatch(one -> one.tonnes().isPresent())) {
            optional(table, gains.tonnes() + " " + gains.year(), Shown.TWO_DECIMALS, OfCompany::tonnes);
        }
        if (gains.moved().stream().anyMatch(one -> one.profit().isPresent())) {
            table.words("Currency", one -> one.profit().isPresent() ? one.currency() : "");
            optional(table, "Profit a share", Shown.TWO_DECIMALS, OfCompany::profit);
        }
        if (gains.moved().stream().anyMatch(one -> one.implied().isPresent())) {
            optional(table, "Implied price", Shown.ONE_DECIMAL, OfCompany::implied);
        }
        return table.note(
                        "Tonnes: its own output, by stakes and by the last known split of the quota. Profit: in the year after the"
                                + " spot, at the price of the deck. Implied price: the flat price at which net asset value is market value.")
                .build();
    }

    private static <T> void optional(
            Table.ListBuilder<T> table, String title, Shown shown, Function<T, Optional<Pair>> pair) {
        table.optional(title + ", before", shown, row -> pair.apply(row).map(Pair::before))
                .optional(title + ", after", shown, row -> pair.apply(row).map(Pair::after));
    }

    // ---------------------------------------------------------------- supply

    private Table findings(SupplyShift shift) {
        return Table.of(shift.title() + ": totals, growth, shares", shift.findings())
                .id("shifts", shift.title())
                .label("", SupplyShift.Finding::name)
                .unit(SupplyShift.Finding::unit)
                .value(comparison.from(), SupplyShift.Finding::shown, SupplyShift.Finding::before)
                .value(comparison.to(), SupplyShift.Finding::shown, SupplyShift.Finding::after)
                .value("Change", SupplyShift.Finding::shown, SupplyShift.Finding::change)
                .note("The change of a percentage is in percentage points.")
                .build();
    }

    /** The parts of each change, and their sums. */
    private Table why(SupplyShift shift) {
        Shown amount = shift.measure().unit().word().equals("t") ? Shown.WHOLE : Shown.ONE_DECIMAL;
        String unit = shift.measure().unit().toString();
        Function<SupplyShift.Row, Optional<Key>> toGrowth =
                row -> shift.hasGrowth() ? Optional.of(row.toGrowth()) : Optional.empty();
        var table = Table.of(shift.title() + ": contribution of each place", shift.rows())
                .id("shift-contributions", shift.title())
                .label("Place", row -> row.place().name())
                .unit(row -> unit)
                .total("Sum", new Cell.Words(unit))
                .value(comparison.from(), amount, SupplyShift.Row::before)
                .value(comparison.to(), amount, SupplyShift.Row::after)
                .value("Change", amount, SupplyShift.Row::change)
                .total("Sum", sum(shift, "change", SupplyShift.Row::change, amount))
                .value("Points of the share of " + shift.largest(), Shown.PERCENT_2, SupplyShift.Row::toShare)
                .total("Sum", sum(shift, "share", SupplyShift.Row::toShare, Shown.PERCENT_2))
                .value("Of HHI", Shown.ONE_DECIMAL, SupplyShift.Row::toIndex)
                .total("Sum", sum(shift, "HHI", SupplyShift.Row::toIndex, Shown.ONE_DECIMAL))
                .optional("Points of growth", Shown.PERCENT_2, toGrowth);
        if (shift.hasGrowth()) {
            table.total("Sum", sum(shift, "growth", SupplyShift.Row::toGrowth, Shown.PERCENT_2));
        }
        return table.sources()
                .note("Each column sums to its change above. An amount that one side does not publish counts as zero.")
                .build();
    }

    private Cell sum(SupplyShift shift, String part, Function<SupplyShift.Row, Key> key, Shown shown) {
        Key sum = ComparisonSection.SECTION.sub("sum of parts").of(Subject.of(shift.title() + ", " + part));
        model.calculation(sum, Formula.sum(Formula.span(shift.rows(), key)));
        return new Cell.Of(sum, shown);
    }

    // ---------------------------------------------------------------- claims

    private Table claims() {
        List<ClaimShift> told = comparison.claims().stream()
                .filter(one -> one.kind() != ClaimShift.Kind.NOT_COMPARABLE)
                .toList();
        var table = Table.of("Claims: from the edition each is from, and from the newest", told)
                .id("claim-shifts")
                .prose("What the text says", one -> one.claim().statement())
                .unit(one -> one.claim().unit().toString().replaceFirst("^x$", ""))
                .again("Printed", Shown.AS_IS, ClaimShift::printed);
        sides(table, comparison.from(), comparison.to(), Shown.PRECISE, ClaimShift::value);
        if (told.stream().anyMatch(one -> one.newestBefore().isPresent())) {
            table.optional("Newest before", Shown.PRECISE, ClaimShift::newestBefore);
        }
        table.optional("Newest after", Shown.PRECISE, ClaimShift::newestAfter);
        sides(table, "Verdict before", "Verdict after", Shown.WORD, ClaimShift::verdict);
        return table.words("Result", one -> one.kind().toString())
                .prose("Remark", ClaimShift::remark)
                .wide()
                .build();
    }

    // ---------------------------------------------------------------- conclusions

    private Table conclusions() {
        var table = Table.of("Conclusions in every scenario", comparison.conclusions())
                .id("conclusion-shifts")
                .label("Conclusion and scenario", ConclusionShift::title)
                .unit(ConclusionShift::unit);
        sides(table, comparison.from(), comparison.to(), ConclusionShift::shown, ConclusionShift::number);
        table.value("Against", ConclusionShift::shown, one -> one.threshold().after());
        sides(table, "Before", "After", Shown.WORD, ConclusionShift::verdict);
        return table.value("Result", Shown.WORD, this::becameOf).build();
    }

    private Key becameOf(ConclusionShift one) {
        return model.calculation(
                ComparisonSection.SECTION
                        .sub("became")
                        .of(Subject.of(one.conclusion().id() + ", " + one.scenario())),
                Formula.call(Fn.SAME_TEXT, one.verdict().before(), one.verdict().after())
                        .then(Formula.text("held"), Formula.text("turned")));
    }

    private record Turn(String scenario, ConclusionShift.BreakEven found) {
        Shown shown() {
            return found.driver().unit().word().equals("t") ? Shown.WHOLE : Shown.TWO_DECIMALS;
        }
    }

    /** The break-evens in each scenario, by the statement of the conclusion that they turn. */
    private ListMultimap<String, Turn> turns() {
        ListMultimap<String, Turn> turns = LinkedListMultimap.create();
        comparison
                .conclusions()
                .forEach(one -> one.breakEvens()
                        .forEach(found -> turns.put(one.conclusion().statement(), new Turn(one.scenario(), found))));
        return turns;
    }

    private static Table breakEvens(String statement, List<Turn> turns) {
        var table = Table.of("What would turn “" + statement + "”", turns)
                .id("break-even-shifts", statement)
                .prose("Driver and scenario", turn -> turn.found().driver().name() + ", " + turn.scenario())
                .unit(turn -> turn.found().driver().unit().toString());
        sides(
                table,
                "Driver before",
                "Driver after",
                Turn::shown,
                turn -> turn.found().now());
        sides(table, "Turned at", "Turns at", Turn::shown, turn -> turn.found().turn());
        sides(
                table,
                "Distance before",
                "Distance after",
                Turn::shown,
                turn -> turn.found().distance());
        return table.note("The distance is the value at which it turns less the driver's own. None: within the distance"
                        + " searched it does not turn. Drivers that turn it on neither side are left out.")
                .build();
    }

    // ---------------------------------------------------------------- companies

    private Table companies() {
        var table = Table.of("Companies in the screen", comparison.companies())
                .id("screen-shifts")
                .label("Company", one -> one.company().name());
        sides(table, "Rank before", "Rank after", Shown.ORDINAL, CompanyShift::rank);
        sides(table, "Score before", "Score after", Shown.THREE_DECIMALS, CompanyShift::score);
        return table.prose("Why it moved", CompanyShift::why).wide().build();
    }

    private Table profits() {
        var table = Table.of("Profits of companies, in millions", comparison.profits())
                .id("profit-shifts")
                .label("Company and period", one -> one.company().name() + ", " + one.period())
                .unit(one -> one.currency() + " mn");
        sides(table, "Reported before", "Reported after", Shown.ONE_DECIMAL, CompanyShift.Profit::reported);
        table.optional("At latest prices before", Shown.ONE_DECIMAL, CompanyShift.Profit::atLatestBefore)
                .optional("At latest prices after", Shown.ONE_DECIMAL, CompanyShift.Profit::atLatestAfter);
        sides(
                table,
                "Of a price step before",
                "Of a price step after",
                Shown.ONE_DECIMAL,
                CompanyShift.Profit::sensitivity);
        return table.prose("Latest prices", CompanyShift.Profit::prices)
                .wide()
                .note(
                        "At latest prices: what net profit would have been at the prices known last, volumes as they were. Of a price step: what"
                                + " the change of prices set on the sheet Earnings, 10% unless changed, adds.")
                .build();
    }
}
