package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.time.Period;
import org.lodestone.reports.benefit.Benefits;
import org.lodestone.reports.benefit.CompanyBenefit;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.comparison.GainShift.OfCompany;
import org.lodestone.reports.comparison.GainShift.OfDeck;
import org.lodestone.reports.earnings.CompanyEarnings;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;

/** Compares what companies gain: tonnes, profit, and the price that their shares imply. */
record GainShifts(Benefits was, Benefits is, Pairs pairs) {

    /** The number of years of which the price is told. */
    private static final int MOST_YEARS = 3;

    static GainShift between(Benefits before, Benefits after, Pairs pairs) {
        pairs.include(after.model());
        return new GainShifts(before, after, pairs).find();
    }

    private GainShift find() {
        Stream<String> ids = Stream.of(is, was)
                .flatMap(side -> side.companies().stream())
                .map(one -> one.company().id())
                .distinct();
        return new GainShift(
                is.last(),
                pairs.of(
                        "balance",
                        was.model().value(was.balance().afterShare(was.last())),
                        is.model().value(is.balance().afterShare(is.last())),
                        is.balance().afterShare(is.last())),
                prices(),
                is.supply().measure().unit().toString(),
                ids.map(this::company).collect(toImmutableList()));
    }

    /** The first years in which the price of the deck moved; where it moved in none, the last. */
    private ImmutableList<OfDeck> prices() {
        ImmutableList<OfDeck> moved = is.pricedYears().stream()
                .filter(this::isMoved)
                .limit(MOST_YEARS)
                .flatMap(year -> price(year).stream())
                .collect(toImmutableList());
        return moved.isEmpty() ? price(is.last()).stream().collect(toImmutableList()) : moved;
    }

    private boolean isMoved(Period year) {
        return is.price(year)
                .flatMap(now -> was.price(year)
                        .map(then -> !Pairs.areAlike(
                                was.model().value(then), is.model().value(now))))
                .orElse(false);
    }

    private Optional<OfDeck> price(Period year) {
        return is.deck()
                .flatMap(deck -> pair("price of the deck, " + year, was.price(year), is.price(year))
                        .map(price -> new OfDeck(deck.product(), year, is.unitOfPrice(), price, is.priceFollows())));
    }

    private OfCompany company(String id) {
        Optional<CompanyBenefit> before = was.company(id);
        Optional<CompanyBenefit> now = is.company(id);
        CompanyBenefit either = now.or(() -> before).orElseThrow();
        return new OfCompany(
                either.company(),
                pair("tonnes of " + id, before, now, CompanyBenefit::tonnes),
                pair("profit per share of " + id, before, now, CompanyBenefit::profitNext),
                either.earnings().map(CompanyEarnings::currency).orElse(""),
                pair("implied price of " + id, before, now, CompanyBenefit::implied));
    }

    private Optional<Pair> pair(
            String what,
            Optional<CompanyBenefit> before,
            Optional<CompanyBenefit> now,
            Function<CompanyBenefit, Optional<Key>> gain) {
        return pair(what, before.flatMap(gain), now.flatMap(gain));
    }

    /** A value on both sides; empty where neither side has it. */
    private Optional<Pair> pair(String what, Optional<Key> before, Optional<Key> now) {
        Optional<Value> old = before.map(was.model()::value).filter(Value::isNumber);
        String gone = "not known any more";
        Value newer = now.map(is.model()::value).orElse(Value.missing(gone));
        return old.isEmpty() && !newer.isNumber()
                ? Optional.empty()
                : Optional.of(pairs.of(what, old.orElse(Value.missing("not known")), newer, now, gone));
    }
}
