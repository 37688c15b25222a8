package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.value.IncentivePrices;
import org.lodestone.reports.value.SupplyStack;
import org.lodestone.reports.value.SupplyStack.Counted;

/** The tonnes that plants and projects add by the last year, the cheapest on top, down to the call on them. */
final class StackExhibit {

    private static final Term TERM = Term.of("supply stack").sub("bar");

    private final SupplyStack stack;

    private final Period end;
    private final Model.Builder model;
    private final List<Key> names = new ArrayList<>();
    private final List<Key> lows = new ArrayList<>();
    private final List<Key> highs = new ArrayList<>();

    private StackExhibit(SupplyStack stack, Model.Builder model) {
        this.stack = stack;

        this.end = stack.balance().horizon();
        this.model = model;
    }

    /** That of the first stack; empty where there is none. */
    static Optional<Exhibit> of(Optional<IncentivePrices> prices, PageSentences said) {
        return prices.flatMap(known -> known.stacks().stream().findFirst().map(stack -> {
            said.model().include(known.model());
            return new StackExhibit(stack, said.model()).exhibit(known, said);
        }));
    }

    private Exhibit exhibit(IncentivePrices prices, PageSentences said) {
        Key nothing = model.label(
                TERM.sub("nothing").key(), 0, ValueUnit.of(stack.balance().unit()));
        Key before = nothing;
        for (int place : stack.places()) {
            Key up = stack.cumulated(place, end, Counted.WEIGHTED);
            bar(
                    "place " + place,
                    words().with("name", stack.name(place))
                            .with("price", stack.price(place))
                            .with("unit", money(prices))
                            .say("{name}, {price:0} {unit}|{name}, price not known"),
                    before,
                    up);
            before = up;
        }
        Formula withOthers = before.plus(stack.unpriced(end, Counted.WEIGHTED));
        Key all = model.calculation(TERM.sub("all").key(), withOthers);
        if (!stack.unpriced().isEmpty()) {
            bar("others", tonnes("Price not known", stack.unpriced(end, Counted.WEIGHTED)), before, all);
        }
        bar("call", tonnes("Call", stack.call(end)), nothing, stack.call(end));
        String unit = stack.balance().unit().toString();
        return Exhibit.of(
                        said.live("stack", finding(prices)),
                        "Added by " + end + ", " + unit
                                + ", weighted by probability, in order of the price that each needs",
                        Chart.ranges("Tonnes by the price they need", unit, span(lows), span(highs), model)
                                .named(span(names))
                                .build())
                .withNote(said.live("stack, note", note(prices)));
    }

    private String money(IncentivePrices prices) {
        return prices.study()
                .decks()
                .ofTheDay(prices.deck(stack.flows().get(0)))
                .toString();
    }

    private Formula note(IncentivePrices prices) {
        return words().with("rate", prices.required(stack.product()))
                .with("start", stack.balance().start())
                .say(
                        "[Price: of projects for {rate:0%} before tax, of what runs its cash cost. ]Call: what they have to add for the"
                                + " balance to stay the share of demand it was in {start}.");
    }

    private void bar(String id, Formula name, Key low, Key high) {
        names.add(model.calculation(TERM.sub(id).key(), name));
        lows.add(low);
        highs.add(high);
    }

    private Formula tonnes(String name, Key amount) {
        return words().with("name", name)
                .with("amount", fixed(amount))
                .with("unit", stack.balance().unit().word())
                .say("{name}, {amount} {unit}|{name}, not known");
    }

    private Formula fixed(Formula amount) {
        return amount.fixed(Outcome.shown(stack.balance().supply()).decimals());
    }

    private Formula finding(IncentivePrices prices) {
        Key met = stack.metAt(end, Counted.WEIGHTED);
        Key missing = stack.shortBy(end, Counted.WEIGHTED);
        return words().with("end", end)
                .with("unit", stack.balance().unit())
                .with("money", money(prices))
                .with("needed", stack.call(end).isAbove(ZERO))
                .with("met", met.isKnown())
                .with("price", met.orElse(ZERO))
                .with("short", missing.isAbove(ZERO))
                .with("missing", fixed(missing))
                .say("{needed?{met?Plants and projects meet the call of {end} at {price:0} {money} or less"
                        + "|{short?At no price do plants and projects meet the call of {end}: {missing} {unit} are missing"
                        + "|The call of {end} is met only with plants whose price is not known}}"
                        + "|Nothing new is called for in {end}}"
                        + "|Whether plants and projects meet the call of {end} is not known");
    }
}
