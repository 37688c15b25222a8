package org.lodestone.reports.claim;

import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.place.Place;
import org.lodestone.core.project.Project;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Verdict;
import org.lodestone.core.time.Period;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** Recomputes the claims of a dataset, each by the formulas of the analysis it belongs to. */
public record ClaimCheck(ImmutableList<CheckedClaim> claims, Model model) {

    private static final Term CLAIM = Term.of("claim");

    public static ClaimCheck of(Dataset dataset) {
        Supplies supplies = Supplies.of(dataset);
        return of(supplies, Quotas.of(dataset), ChainAnalysis.of(supplies));
    }

    /** As {@link #of(Dataset)}, by analyses that are worked out already. */
    public static ClaimCheck of(Supplies supplies, ImmutableList<Quotas> quotas, Optional<ChainAnalysis> chain) {
        ImmutableList<CheckedClaim> claims = supplies.dataset().claims().stream()
                .map(claim -> new Check(supplies, quotas, chain, claim).run())
                .collect(ImmutableList.toImmutableList());
        Model.Builder model = Model.builder();
        claims.forEach(claim -> model.include(claim.model()));
        return new ClaimCheck(claims, model.build());
    }

    /** One claim being checked. */
    private static final class Check {
        private final Supplies supplies;
        private final ImmutableList<Quotas> quotas;
        private final Optional<ChainAnalysis> chain;
        private final Dataset dataset;
        private final Claim claim;
        private final Subject subject;
        private final Model.Builder model = Model.builder().include(Definitions.MODEL);
        private final List<CheckedClaim.Way> ways = new ArrayList<>();
        private Optional<Key> newest = Optional.empty();
        private String remark = "";

        Check(Supplies supplies, ImmutableList<Quotas> quotas, Optional<ChainAnalysis> chain, Claim claim) {
            this.supplies = supplies;
            this.quotas = quotas;
            this.chain = chain;
            this.dataset = supplies.dataset();
            this.claim = claim;
            this.subject = Subject.of(claim.id());
        }

        CheckedClaim run() {
            switch (claim.finding()) {
                case TOTAL -> supply().ifPresent(this::total);
                case AMOUNT -> supply().ifPresent(this::amount);
                case SHARE -> supply().ifPresent(this::share);
                case GROWTH -> supply().ifPresent(this::growth);
                case QUOTA, QUOTA_GROWTH, QUOTA_GROWTH_BELOW_AVERAGE, HOLDERS ->
                    new QuotaClaims(quotas, claim).ways().forEach(this::take);
                case WHOLE_CHAIN -> new ChainClaims(chain, claim).ways().forEach(this::take);
                case PROJECT_CAPACITY -> capacity();
                case POLICY -> {
                    return policy();
                }
                case PUBLISHED_SHARE ->
                    remark = "Printed by a third party; the amounts behind it are not known. " + ofAnotherYear();
                case QUALITATIVE -> remark = "";
            }
            return ways.isEmpty() ? notCheckable() : judge();
        }

        // ------------------------------------------------------------ supply

        private Optional<Supply> supply() {
            return claim.measure()
                    .flatMap(measure -> claim.edition()
                            .map(edition -> supplies.supply(measure, edition))
                            .orElseGet(() -> supplies.supply(measure)))
                    .filter(supply -> supply.years().contains(period()));
        }

        private Optional<Supply> newestSupply(Supply used) {
            return dataset.edition(used.edition())
                    .flatMap(edition -> dataset.withEdition(edition.id()).newest())
                    .filter(edition -> !edition.id().equals(used.edition()))
                    .flatMap(edition -> supplies.supply(used.measure().id(), edition.id()))
                    .filter(newer -> newer.years().contains(period()));
        }

        private Period period() {
            return claim.period().orElse(Period.NONE);
        }

        private Place place() {
            return Place.parse(claim.place().orElse("World"));
        }

        private String name(Supply supply) {
            return dataset.editionName(supply.edition());
        }

        private static String sum(Supply supply, Period year) {
            return supply.allKnown(year) ? "sum of rows" : "sum of known rows";
        }

        private void total(Supply supply) {
            Unit unit = supply.measure().unit();
            include(supply);
            way(sum(supply, period()) + ", " + name(supply), amountIn(unit, supply.total(period())));
            supply.printedTotal(period())
                    .ifPresent(printed -> way("printed total, " + name(supply), amountIn(unit, printed)));
            newestSupply(supply).ifPresent(newer -> {
                include(newer);
                newest(sum(newer, period()) + ", " + name(newer), amountIn(unit, newer.total(period())));
            });
        }

        /** Whether the supply has a row for the claim's place; without one there is nothing to check. */
        private boolean hasPlace(Supply supply) {
            boolean has = supply.rows().contains(place());
            remark =
                    has ? remark : "There is no figure for '" + claim.place().orElse("") + "' in " + name(supply) + ".";
            return has;
        }

        private void amount(Supply supply) {
            if (!hasPlace(supply)) {
                return;
            }
            Unit unit = supply.measure().unit();
            include(supply);
            way("as printed in " + name(supply), amountIn(unit, supply.amount(place(), period())));
            newestSupply(supply).filter(newer -> newer.rows().contains(place())).ifPresent(newer -> {
                include(newer);
                newest("as printed in " + name(newer), amountIn(unit, newer.amount(place(), period())));
            });
        }

        private void share(Supply supply) {
            if (!hasPlace(supply)) {
                return;
            }
            include(supply);
            Period year = period();
            way(
                    "over the " + sum(supply, year) + ", " + name(supply),
                    inPercent(supply.share(place(), year).ref()));
            int digits = roundingDigits(supply, year);
            way(
                    "over that sum rounded to three figures",
                    inPercent(supply.amount(place(), year)
                            .ref()
                            .over(supply.total(year).ref().rounded(digits))));
            supply.shareOfPrinted(place(), year)
                    .ifPresent(share -> way("over the printed total", inPercent(share.ref())));
            newestSupply(supply).filter(newer -> newer.rows().contains(place())).ifPresent(newer -> {
                include(newer);
                newest(
                        "over the " + sum(newer, year) + ", " + name(newer),
                        inPercent(newer.share(place(), year).ref()));
            });
        }

        private static int roundingDigits(Supply supply, Period year) {
            double total = supply.value(supply.total(year)).number().orElse(1);
            return 2 - (int) Math.floor(Math.log10(Math.max(1, total)));
        }

        private void growth(Supply supply) {
            include(supply);
            Period year = period();
            if (claim.place().isPresent() && !place().equals(Place.WORLD)) {
                if (hasPlace(supply)) {
                    supply.growth(place(), year)
                            .ifPresent(growth -> way("as printed in " + name(supply), inPercent(growth.ref())));
                }
                return;
            }
            supply.growth(year).ifPresent(growth -> way("sums of rows, " + name(supply), inPercent(growth.ref())));
            supply.growthOfPrinted(year).ifPresent(growth -> way("printed totals", inPercent(growth.ref())));
            newestSupply(supply).filter(newer -> !ways.isEmpty()).ifPresent(newer -> {
                include(newer);
                newer.growth(year)
                        .ifPresentOrElse(
                                growth -> newest("sums of rows, " + name(newer), inPercent(growth.ref())),
                                () -> movedTotal(supply, newer, year));
            });
        }

        /** A newer edition without the year before cannot give the growth, but it can move the year itself. */
        private void movedTotal(Supply supply, Supply newer, Period year) {
            Formula before = supply.total(year.previous()).ref();
            newest(
                    name(newer) + " for " + year + " over " + name(supply) + " for " + year.previous()
                            + ", two editions in one",
                    inPercent(newer.total(year).ref().over(before).minus(Formula.ONE)));
        }

        private void include(Supply supply) {
            model.include(supply.model());
        }

        // ------------------------------------------------------------ others

        private void take(ClaimWay way) {
            model.include(way.model());
            Formula value =
                    switch (way.kind()) {
                        case RATIO -> inPercent(way.value());
                        case AMOUNT -> amountIn(way.unit(), way.value());
                        case PLAIN -> way.value();
                    };
            way(way.words(), value);
            remark = way.remark();
        }

        private void capacity() {
            Optional<Project> project = dataset.projects().stream()
                    .filter(line -> line.id().equals(claim.place().orElse("")))
                    .findFirst();
            project.flatMap(Project::capacity).ifPresent(capacity -> {
                Project line = project.orElseThrow();
                Key key = CLAIM.sub("capacity").of(subject);
                model.figure(key, Value.of(capacity), line.citation());
                way(
                        "planned capacity of " + line.project(),
                        line.unit().map(unit -> amountIn(unit, key)).orElse(key.ref()));
            });
        }

        /** A date is a text: it is compared to the letter. */
        private CheckedClaim policy() {
            String effective = dataset.policies().stream()
                    .filter(policy -> policy.id().equals(claim.place().orElse("")))
                    .map(policy -> policy.effective())
                    .findFirst()
                    .orElse("");
            if (effective.isEmpty()) {
                return notCheckable();
            }
            Key printed = printed();
            Key found = model.label(CLAIM.sub("date").of(subject), effective);
            Key judged = model.calculation(
                    CLAIM.sub("verdict").of(subject),
                    Formula.call(Fn.SAME_TEXT, found.ref(), printed.ref())
                            .then(text(Verdict.REPRODUCED.toString()), text(Verdict.NOT_REPRODUCED.toString())));
            return checked(printed, Optional.of(found), judged, "Date of effect in the table of policies.");
        }

        /** Whether the claim is of another year than most. */
        private String ofAnotherYear() {
            var years = dataset.claims().stream()
                    .flatMap(other -> other.period().stream())
                    .filter(period -> period.kind() == Period.Kind.YEAR)
                    .collect(Collectors.groupingBy(Period::year, Collectors.counting()));
            int usual = years.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(0);
            return claim.period().filter(period -> period.year() != usual).isPresent()
                    ? "It is of " + period() + ", beside figures of " + usual + "."
                    : "";
        }

        // ------------------------------------------------------------ units

        private Formula amountIn(Unit unit, Key key) {
            return amountIn(unit, key.ref());
        }

        /** An amount in the claim's unit: t in kt, t in Mt. Missing where the two units do not compare. */
        private Formula amountIn(Unit unit, Formula amount) {
            if (claim.unit().comparableWith(unit)) {
                BigDecimal factor = claim.unit().scale().divide(unit.scale(), MathContext.DECIMAL128);
                if (factor.compareTo(BigDecimal.ONE) == 0) {
                    return amount;
                }
                if (factor.compareTo(new BigDecimal(1_000)) == 0) {
                    return amount.over(Definitions.THOUSAND);
                }
                if (factor.compareTo(new BigDecimal(1_000_000)) == 0) {
                    return amount.over(Definitions.MILLION);
                }
                if (factor.multiply(new BigDecimal(1_000)).compareTo(BigDecimal.ONE) == 0) {
                    return amount.times(Definitions.THOUSAND);
                }
            }
            remark = "Printed in " + claim.unit() + ", while the figure is in " + unit + ".";
            return text(Value.NOT_AVAILABLE);
        }

        private static Formula inPercent(Formula ratio) {
            return ratio.times(Definitions.HUNDRED);
        }

        // ------------------------------------------------------------ verdict

        private void way(String words, Formula value) {
            ways.add(add(words, value, CLAIM.sub("way " + (ways.size() + 1))));
        }

        private void newest(String words, Formula value) {
            CheckedClaim.Way way = add(words, value, CLAIM.sub("newest edition"));
            newest = Optional.of(way.value());
            ways.add(way);
        }

        private CheckedClaim.Way add(String words, Formula value, Term term) {
            Key key = model.calculation(term.of(subject), value);
            Formula fits = claim.finding().isNumber()
                    ? key.ref()
                            .rounded(Printed.digits(claim.printed()))
                            .isEqualTo(printed().ref())
                    : Formula.call(Fn.SAME_TEXT, key.ref(), printed().ref());
            Key flag =
                    model.calculation(term.sub("rounds to the print").of(subject), fits.then(text("yes"), text("no")));
            return new CheckedClaim.Way(words, key, flag);
        }

        private Key printed() {
            Key key = CLAIM.sub("printed").of(subject);
            Citation citation = new Citation(claim.sources(), Reliability.READ, How.REPORTED, "");
            return claim.finding().isNumber()
                    ? model.figure(key, Value.of(Observation.parse(claim.printed())), citation)
                    : model.label(key, claim.printed());
        }

        /** Reproduced by any way within the edition used, and not overtaken by the newest. */
        private CheckedClaim judge() {
            List<CheckedClaim.Way> used = newest.isPresent() ? ways.subList(0, ways.size() - 1) : ways;
            Formula yes = text("yes");
            Formula anyFits = used.stream()
                    .map(way -> Formula.call(Fn.SAME_TEXT, way.fits().ref(), yes))
                    .reduce(Formula::or)
                    .orElseThrow();
            Formula reproduced = newest.map(key -> {
                        Key fits = ways.get(ways.size() - 1).fits();
                        return Formula.call(Fn.SAME_TEXT, fits.ref(), yes)
                                .then(text(Verdict.REPRODUCED.toString()), text(Verdict.OVERTAKEN.toString()));
                    })
                    .orElse(text(Verdict.REPRODUCED.toString()));
            Formula verdict = anyFits.then(
                    reproduced,
                    Formula.call(Fn.SAME_TEXT, used.get(0).fits().ref(), text("no"))
                            .then(text(Verdict.NOT_REPRODUCED.toString()), text(Verdict.NOT_CHECKABLE.toString())));
            Key judged = model.calculation(CLAIM.sub("verdict").of(subject), verdict);
            return checked(printed(), Optional.of(used.get(0).value()), judged, remark);
        }

        private CheckedClaim notCheckable() {
            Key judged = model.label(CLAIM.sub("verdict").of(subject), Verdict.NOT_CHECKABLE.toString());
            return checked(printed(), Optional.empty(), judged, remark);
        }

        private CheckedClaim checked(Key printed, Optional<Key> recomputed, Key judged, String remark) {
            return new CheckedClaim(
                    claim, printed, recomputed, newest, judged, ImmutableList.copyOf(ways), remark, model.build());
        }
    }
}
