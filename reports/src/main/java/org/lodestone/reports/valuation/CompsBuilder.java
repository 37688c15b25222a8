package org.lodestone.reports.valuation;

import static org.lodestone.reports.formula.Definitions.THOUSAND;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.valuation.CompMeasure.BRIDGE;
import static org.lodestone.reports.valuation.CompMeasure.EBITDA;
import static org.lodestone.reports.valuation.CompMeasure.ENTERPRISE_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.EV_PER_TONNE;
import static org.lodestone.reports.valuation.CompMeasure.EV_TO_EBITDA;
import static org.lodestone.reports.valuation.CompMeasure.FORWARD_PE;
import static org.lodestone.reports.valuation.CompMeasure.MARKET_VALUE;
import static org.lodestone.reports.valuation.CompMeasure.NET_DEBT;
import static org.lodestone.reports.valuation.CompMeasure.NET_PROFIT;
import static org.lodestone.reports.valuation.CompMeasure.OTHER_CLAIMS;
import static org.lodestone.reports.valuation.CompMeasure.OWN_TONNES;
import static org.lodestone.reports.valuation.CompMeasure.TRAILING_PE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Words;

/** Puts the formulas of all companies together, and those over all of them. */
final class CompsBuilder {

    private static final Key LIMIT = Term.of("definition").of(Subject.of("MultipleLimit"));

    private final Dataset dataset;
    private final CompanyFacts facts;
    private final Model.Builder model;
    private final OwnTonnesFinder tonnes;

    CompsBuilder(Dataset dataset, CompanyFacts facts, Attribution attribution) {
        this.dataset = dataset;
        this.facts = facts;
        this.model = Model.builder()
                .include(Definitions.MODEL)
                .include(facts.model())
                .include(attribution.model());
        this.tonnes = new OwnTonnesFinder(dataset, attribution, model);
    }

    Optional<Comps> build() {
        List<SharePrice> prices = SharePrice.of(dataset, facts).stream()
                .filter(price -> price.stated().isPresent())
                .toList();
        if (prices.isEmpty()) {
            return Optional.empty();
        }
        model.definition(
                LIMIT, "MultipleLimit", 200, "The multiple above which a price says nothing of what is earned");
        model.include(SharePrice.model(prices));
        Place home = home(prices);
        ImmutableList<Comp> companies = prices.stream()
                .map(price -> comp(price, home))
                .sorted(Comparator.comparing(Comp::group))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Comp> compared = Comps.compared(companies);
        CompMeasure.compared().forEach(measure -> overall(measure, compared));
        return Optional.of(new Comps(largestFirst(companies), home, tonnes.unit(), model.build()));
    }

    /** The country of most companies; of several, the first of the dataset. */
    private static Place home(List<SharePrice> prices) {
        Multiset<Place> places = LinkedHashMultiset.create();
        prices.forEach(price -> places.add(price.company().place()));
        return Multisets.copyHighestCountFirst(places).iterator().next();
    }

    /** Group by group, as the figures of the dataset have it. */
    private ImmutableList<Comp> largestFirst(List<Comp> companies) {
        Values values = model.build().values();
        return companies.stream()
                .sorted(Comparator.comparing(Comp::group)
                        .thenComparing(Comparator.<Comp>comparingDouble(comp ->
                                        values.number(comp.key(MARKET_VALUE)).orElse(0))
                                .reversed()))
                .collect(ImmutableList.toImmutableList());
    }

    private void overall(CompMeasure measure, List<Comp> companies) {
        Formula.Span all =
                Formula.span(companies.stream().map(comp -> comp.key(measure)).toList());
        model.calculation(measure.lowest(), Formula.call(Fn.MIN_OF_KNOWN, all));
        model.calculation(measure.median(), Formula.call(Fn.MEDIAN_OF_KNOWN, all));
        model.calculation(measure.highest(), Formula.call(Fn.MAX_OF_KNOWN, all));
        model.calculation(measure.counted(), Formula.countOfKnown(all));
    }

    private Comp comp(SharePrice price, Place home) {
        CompFacts known = new CompFacts(facts, price);
        String id = price.company().id();
        OwnTonnes own = tonnes.put(OWN_TONNES.of(id), price.company());
        Comp comp = new Comp(
                price.company(),
                CompGroup.of(price.company(), home),
                price,
                known.bridge(),
                known.trailing("net-profit"),
                known.trailing("ebitda"),
                known.quoted("pe-forward"),
                own,
                ImmutableList.of());
        bridge(comp);
        multiples(comp);
        return comp.withFlags(new FlagFinder(comp, known, model).flags());
    }

    private void bridge(Comp comp) {
        Bridge bridge = comp.bridge();
        Key whole = comp.key(BRIDGE);
        Key netDebt = comp.key(NET_DEBT);
        Key others = comp.key(OTHER_CLAIMS);
        put(netDebt, bridge.netDebt(), comp, "The net debt is not published.");
        if (bridge.whole().isPresent()) {
            put(whole, bridge.whole(), comp, "");
            model.calculation(others, whole.ref().minus(netDebt.ref()));
        } else {
            Optional<Formula> added = bridge.added().stream()
                    .flatMap(claim -> inDollars(claim, comp).stream())
                    .reduce(Formula::plus);
            added.ifPresentOrElse(
                    sum -> model.calculation(others, sum),
                    () -> open(others, "Minorities and preferred are not published; nothing is added for them."));
            model.calculation(whole, netDebt.ref().plus(others.ref().orElse(ZERO)));
        }
        model.calculation(
                comp.key(ENTERPRISE_VALUE),
                comp.key(CompMeasure.MARKET_VALUE).ref().plus(whole.ref()));
    }

    private void multiples(Comp comp) {
        Formula value = comp.key(CompMeasure.MARKET_VALUE).ref();
        Formula enterprise = comp.key(ENTERPRISE_VALUE).ref();
        Formula own = comp.key(OWN_TONNES).ref();
        put(comp.key(NET_PROFIT), comp.netProfit(), comp, "The net profit of twelve months is not published.");
        put(comp.key(EBITDA), comp.ebitda(), comp, "The EBITDA of twelve months is not published.");
        model.calculation(
                comp.key(TRAILING_PE), multiple(value, comp.key(NET_PROFIT).ref()));
        model.calculation(
                comp.key(EV_TO_EBITDA), multiple(enterprise, comp.key(EBITDA).ref()));
        comp.forwardPe()
                .ifPresentOrElse(
                        quoted -> model.calculation(
                                comp.key(FORWARD_PE),
                                meaningful(
                                        quoted.key()
                                                .ref()
                                                .isAbove(ZERO)
                                                .and(isBelowLimit(quoted.key().ref())),
                                        quoted.key().ref())),
                        () -> open(comp.key(FORWARD_PE), "No forward P/E was read."));
        Formula perTonne =
                meaningful(enterprise.isAbove(ZERO), enterprise.times(THOUSAND).over(own));
        model.calculation(comp.key(EV_PER_TONNE), own.isAbove(ZERO).then(perTonne, text(Words.NONE)));
        // at most so many tonnes cost at least so much each
        model.calculation(
                comp.bound(EV_PER_TONNE),
                comp.bound(OWN_TONNES, /* atLeast= */ Comp.AT_MOST, /* atMost= */ Comp.AT_LEAST, Comp.EXACT));
    }

    /** A value over what is earned; not meaningful where either is not above zero, or the ratio is above the limit. */
    private static Formula multiple(Formula value, Formula earned) {
        Formula ratio = value.over(earned);
        return earned.isAbove(ZERO)
                .then(meaningful(value.isAbove(ZERO).and(isBelowLimit(ratio)), ratio), text(Words.NOT_MEANINGFUL));
    }

    private static Formula isBelowLimit(Formula ratio) {
        return LIMIT.ref().isAtLeast(ratio);
    }

    private static Formula meaningful(Formula condition, Formula ratio) {
        return condition.then(ratio, text(Words.NOT_MEANINGFUL));
    }

    /** An amount of money, or an open place for it. */
    private void put(Key key, Optional<StatedFact> stated, Comp comp, String otherwise) {
        stated.flatMap(one -> inDollars(one, comp))
                .ifPresentOrElse(amount -> model.calculation(key, amount), () -> open(key, otherwise));
    }

    private void open(Key key, String reason) {
        model.assumption(key, new Content.Assumption(Value.missing(reason), reason, ImmutableList.of()));
    }

    /** In USD mn at the rate of the day of the price; empty where there is no such rate. */
    private Optional<Formula> inDollars(StatedFact stated, Comp comp) {
        String currency = stated.fact().unit().basis();
        if (currency.equals(CurrencyRate.COMMON)) {
            return Optional.of(stated.inMillions());
        }
        return CurrencyRate.nearest(
                        dataset, currency, CurrencyRate.COMMON, comp.price().day())
                .map(rate -> {
                    rate.put(model);
                    return rate.convert(stated.inMillions(), CurrencyRate.COMMON);
                });
    }
}
