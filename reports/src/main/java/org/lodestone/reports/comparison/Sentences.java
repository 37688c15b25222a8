package org.lodestone.reports.comparison;

import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Claim;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.comparison.GainShift.OfCompany;
import org.lodestone.reports.comparison.WhatIf.TypedFact;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Wording;

/** The changes in sentences: an effect each, and how many facts, claims and conclusions moved. */
record Sentences(Comparison comparison, Optional<WhatIf> typed, Told told) {

    /** The number of totals that a sentence names. */
    private static final int TOTALS = 2;

    /** A sentence for each effect; the first names the fact, or the two sides. */
    ImmutableList<String> inDetail() {
        List<String> effects = Stream.of(supply(), claims(), conclusions(), companies(), profits())
                .flatMap(Optional::stream)
                .toList();
        ImmutableList.Builder<String> said = ImmutableList.builder();
        said.add(words().with("begin", told.begin(typed.map(Sentences::facts)))
                .with("first", effects.isEmpty() ? nothing() : effects.get(0))
                .told("{begin}, {first}."));
        effects.stream()
                .skip(1)
                .map(effect -> words().with("effect", Words.byItself(effect)).told("{effect}."))
                .forEach(said::add);
        return said.build();
    }

    private static String facts(WhatIf typed) {
        return typed.facts().stream().map(TypedFact::inSentence).collect(Collectors.joining(", and "));
    }

    /** Said where no result moved; that nothing changes only where no row does and everything could be compared. */
    private String nothing() {
        boolean sameRows = comparison.tables().isEmpty() && comparison.others().isEmpty();
        if (comparison.differences().isEmpty()
                && comparison.notComparable().isEmpty()
                && (sameRows || typed.isPresent())) {
            return words().told("nothing changes: no total, claim, conclusion, rank or profit");
        }
        String differing = differing();
        return words().with("none", told.noneMoves())
                .with("differ", !differing.isEmpty())
                .with("facts", differing)
                .with("inPart", told.notComparable().isPresent())
                .with("not", told.notComparable().orElse(""))
                .told("{none}{differ?, though facts differ ({facts})}{inPart?; {not}}");
    }

    /** The facts that differ, counted; where none does, the tables of which rows do. */
    private String differing() {
        List<String> counts = Stream.of(Difference.Kind.values())
                .filter(kind -> !comparison.differences(kind).isEmpty())
                .map(kind -> words().with("count", comparison.differences(kind).size())
                        .with("kind", kind.name().toLowerCase(Locale.ROOT))
                        .told("{count} {kind}"))
                .toList();
        if (!counts.isEmpty() || comparison.tables().isEmpty()) {
            return String.join(", ", counts);
        }
        return words().with(
                        "tables",
                        Told.listed(comparison.tables().stream()
                                .map(TableDifference::table)
                                .toList()))
                .told("rows of {tables}");
    }

    /** The companies of which nothing moves, and those of which that is not known. */
    ImmutableList<String> gains() {
        ImmutableList.Builder<String> said = ImmutableList.builder();
        comparison.gains().ifPresent(gains -> {
            if (!gains.unmoved().isEmpty()) {
                said.add(
                        words().with("companies", named(gains.unmoved().stream()))
                                .told(
                                        "Tonnes, profit a share and implied price, as far as they are known, stay the same for {companies}."));
            }
            notKnown("Tonnes", "are", gains, OfCompany::tonnes).ifPresent(said::add);
            notKnown("Profit a share at a deck", "is", gains, OfCompany::profit).ifPresent(said::add);
            notKnown("The price that shares imply", "is", gains, OfCompany::implied)
                    .ifPresent(said::add);
        });
        return said.build();
    }

    private static Optional<String> notKnown(
            String what, String is, GainShift gains, Function<OfCompany, Optional<Pair>> gain) {
        List<OfCompany> without = gains.companies().stream()
                .filter(one -> gain.apply(one).isEmpty())
                .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(words().with("what", what)
                        .with("is", is)
                        .with("companies", named(without.stream()))
                        .told("{what} {is} not known of {companies}."));
    }

    private static String named(Stream<OfCompany> companies) {
        return Words.listed(companies.map(one -> one.company().name()).toList());
    }

    /** Further remarks, a sentence each. */
    ImmutableList<String> others() {
        ImmutableList.Builder<String> said = ImmutableList.builder();
        if (typed.isPresent() && !comparison.movesResults()) {
            said.add(words().with("one", typed.get().facts().size() == 1)
                    .told("No conclusion, rank or profit uses {one?this fact|these facts}."));
        }
        if (!comparison.conclusions().isEmpty()) {
            int turned = comparison.turned().size();
            said.add(words().with("turned", turned == 0 ? "None" : Integer.toString(turned))
                    .with("all", comparison.conclusions().size())
                    .with("moved", (int) comparison.conclusions().stream()
                            .filter(ConclusionShift::moved)
                            .count())
                    .told("{turned} of {all} conclusions, counted in every scenario, turned; the number that decides it"
                            + " moved for {moved}."));
        }
        if (!comparison.claims().isEmpty()) {
            said.add(words().with("all", comparison.claims().size())
                    .with("held", comparison.claims(ClaimShift.Kind.HELD).size())
                    .with("moved", comparison.claims(ClaimShift.Kind.MOVED).size())
                    .with("flipped", comparison.claims(ClaimShift.Kind.FLIPPED).size())
                    .with(
                            "not",
                            comparison.claims(ClaimShift.Kind.NOT_COMPARABLE).size())
                    .told(
                            "Of {all} claims {held} held, {moved} kept their verdict with another number, {flipped} got another"
                                    + " verdict, and {not} cannot be compared."));
        }
        said.add(words().with(
                        "revised",
                        comparison.differences(Difference.Kind.REVISED).size())
                .with("new", comparison.differences(Difference.Kind.NEW).size())
                .with("dropped", comparison.differences(Difference.Kind.DROPPED).size())
                .told("Facts revised: {revised}; new: {new}; dropped: {dropped}."));
        return said.build();
    }

    // ---------------------------------------------------------------- totals and shares

    /** The first measures that moved, each with its largest revisions and what they do to its total and share. */
    private Optional<String> supply() {
        List<SupplyShift> moved = comparison.supplies();
        int more = moved.size() - TOTALS;
        return moved.isEmpty()
                ? Optional.empty()
                : Optional.of(words().with(
                                "totals",
                                moved.stream().limit(TOTALS).map(this::supply).collect(Collectors.joining("; ")))
                        .withSome("more", more)
                        .with("one", more == 1)
                        .told("{totals}[; {more} more {one?total moves|totals move}]"));
    }

    private String supply(SupplyShift shift) {
        List<String> rows = shift.rows().stream()
                .filter(row -> typed.isEmpty() && told.number(row.change()) != 0)
                .limit(Told.NAMED)
                .map(row -> told.change(row.before(), row.after(), Shown.WHOLE, "")
                        .with("place", row.place().toString())
                        .told("{place} from {before} to {after}"))
                .toList();
        boolean printedOnly = isSame(shift.finding("um of ")) && !isSame(shift.finding("Printed total"));
        SupplyShift.Finding share = shift.finding(printedOnly ? ", share of printed total" : ", share of sum of rows");
        return words().with("printed", printedOnly)
                .with("total", total(shift, shift.finding(printedOnly ? "Printed total" : "um of ")))
                .with("revised", !rows.isEmpty())
                .with("rows", String.join(", ", rows))
                .with("largest", shift.largest().toString())
                .with("share", told.changed(share.before(), share.after(), share.shown(), ""))
                .told("the {printed?printed total|total} of {total}{revised? ({rows})}, and the share of {largest} "
                        + "{printed?of it }{share}");
    }

    private boolean isSame(SupplyShift.Finding one) {
        return told.areAlike(one.before(), one.after());
    }

    /** A total with what it goes from and to; with the years, where they are two. */
    private String total(SupplyShift shift, SupplyShift.Finding total) {
        String unit = " " + total.unit();
        if (shift.yearBefore().equals(shift.year()) || !told.areKnown(total.before(), total.after())) {
            return words().with("total", Words.inSentence(shift.title()))
                    .with("goes", told.goes(total.before(), total.after(), total.shown(), unit))
                    .told("{total} {goes}");
        }
        return told.change(total.before(), total.after(), total.shown(), unit)
                .with("measure", Words.inSentence(shift.measure().name()))
                .with("yearBefore", shift.yearBefore())
                .with("year", shift.year())
                .told("{measure} goes from {before} in {yearBefore} to {after}{unit} in {year}");
    }

    // ---------------------------------------------------------------- claims

    private Optional<String> claims() {
        List<ClaimShift> flipped = comparison.claims(ClaimShift.Kind.FLIPPED);
        List<ClaimShift> moved = comparison.claims(ClaimShift.Kind.MOVED);
        if (!flipped.isEmpty()) {
            return Optional.of(words().with("one", flipped.size() == 1)
                    .with(
                            "claims",
                            Told.listed(flipped.stream().map(this::flipped).toList()))
                    .told("{one?the claim|claims with another verdict:} {claims}"));
        }
        return moved.isEmpty()
                ? Optional.empty()
                : Optional.of(words().with(
                                "claims",
                                Told.listed(moved.stream().map(this::moved).toList()))
                        .told("no claim gets another verdict, but what is worked out for {claims}"));
    }

    /** A claim whose number moved: by the edition it is from, or else by the newest. */
    private String moved(ClaimShift shift) {
        Optional<String> ofNewest = shift.newestBefore()
                .filter(before -> !shift.value().moved())
                .flatMap(before -> shift.newestAfter().map(after -> told.goes(before, after, Shown.PRECISE, "")));
        return named(shift)
                .with("goes", ofNewest.orElseGet(() -> told.goes(shift.value(), Shown.PRECISE, "")))
                .told("“{claim}” {goes}");
    }

    /** A claim by what it prints, where that says something: {@code 68.54%}; else by its statement. */
    private static Wording named(ClaimShift shift) {
        Claim claim = shift.claim();
        boolean number =
                Character.isDigit(claim.printed().charAt(0)) && !claim.unit().equals(Unit.TIMES);
        String unit = claim.unit().equals(Unit.PERCENT) ? "%" : " " + claim.unit();
        return words().with(
                        "claim",
                        number ? claim.printed() + unit : claim.statement().replaceFirst("[.]$", ""));
    }

    /** A claim that flipped, with the number that did it. */
    private String flipped(ClaimShift shift) {
        Key after = shift.value().after();
        Value now =
                told.value(shift.value().moved() ? after : shift.newestAfter().orElse(after));
        return named(shift)
                .with(
                        "verdict",
                        told.value(shift.verdict().after()).inSentence().replace('-', ' '))
                .with("known", now.number().isPresent())
                .with("now", Shown.PRECISE.text(now))
                .told("“{claim}” is {verdict}{known? (now {now})}");
    }

    // ---------------------------------------------------------------- conclusions

    private Optional<String> conclusions() {
        List<ConclusionShift> turned = comparison.turned();
        if (!turned.isEmpty()) {
            return Optional.of(Told.listed(turned.stream().map(this::conclusion).toList()));
        }
        return comparison.conclusions().stream()
                .filter(ConclusionShift::moved)
                .max(Comparator.comparingDouble(this::closeness))
                .map(one -> words().with("moved", conclusion(one)).told("no conclusion turns, but {moved}"));
    }

    /** The larger, the smaller its distance to the threshold has become against what it was. */
    private double closeness(ConclusionShift one) {
        double was = distance(one.number().before(), one.threshold().before());
        double is = distance(one.number().after(), one.threshold().after());
        return (was - is) / Math.max(1e-12, was);
    }

    private double distance(Key number, Key threshold) {
        return Math.abs(told.number(number) - told.number(threshold));
    }

    private String conclusion(ConclusionShift one) {
        String turn = one.turned() ? "" : breakEven(one);
        return words().with("conclusion", one.conclusion().statement())
                .with("verdict", verdict(one))
                .with("scenario", one.scenario())
                .with("known", isKnown(one))
                .with("goes", told.goes(one.number(), one.shown(), one.unitBehind()))
                .with("pace", one.isOfPace())
                .with("threshold", one.shown().text(told.value(one.threshold().after())))
                .with("turns", !turn.isEmpty())
                .with("turn", turn)
                .told("“{conclusion}” {verdict} in scenario {scenario}"
                        + "{known?, where its number {goes}{pace?| against {threshold}}{turns? ({turn})}}");
    }

    private boolean isKnown(ConclusionShift one) {
        return told.areKnown(one.number().after(), one.threshold().after());
    }

    /** {@code still holds}, {@code now holds}, {@code no longer holds}, {@code does not hold, as before,}. */
    private String verdict(ConclusionShift one) {
        String verdict = told.value(one.verdict().after()).inSentence();
        Wording words = words().with("turned", one.turned())
                .with("verdict", verdict)
                .with("before", told.value(one.verdict().before()).inSentence());
        if (!isKnown(one)) {
            return words.told("is not known{turned? any more|, as before,}");
        }
        if (one.isOfPace()) {
            return words.told("{turned?now {verdict} (before: {before})|still {verdict}}");
        }
        return verdict.equals("holds")
                ? words.told("{turned?now|still} {verdict}")
                : words.told("{turned?no longer holds|{verdict}, as before,}");
    }

    /** The break-even that came closest to where its driver is, against what it was; nothing where none moved. */
    private String breakEven(ConclusionShift one) {
        return one.breakEvens().stream()
                .filter(found -> found.distance().moved() && told.areKnown(found.distance()))
                .min(Comparator.comparingDouble(
                        found -> Math.abs(told.number(found.distance().after())
                                / told.number(found.distance().before()))))
                .map(found -> words().with(
                                "driver", Words.inSentence(found.driver().name()))
                        .with("after", number(told.value(found.turn().after())))
                        .with("before", number(told.value(found.turn().before())))
                        .with("unit", found.driver().unit())
                        .told("it turns with {driver} at {after} {unit}, before at {before}"))
                .orElse("");
    }

    private static String number(Value value) {
        double size = Math.abs(value.number().orElse(0));
        return (size >= 100 ? Shown.WHOLE : Shown.TWO_DECIMALS).text(value);
    }

    // ---------------------------------------------------------------- companies

    private Optional<String> companies() {
        return listed(comparison.companies().stream()
                .filter(CompanyShift::moved)
                .sorted(Comparator.comparing(one -> !one.rank().moved()))
                .map(one -> one.rank().moved() ? told.ranks(one) : score(one))
                .toList());
    }

    private String score(CompanyShift one) {
        return words().with("company", one.company().name())
                .with("goes", told.goes(one.score(), Shown.THREE_DECIMALS, ""))
                .with("rank", Shown.ORDINAL.text(told.value(one.rank().after())))
                .told("the score of {company} {goes}, and its rank stays {rank}");
    }

    private Optional<String> profits() {
        return listed(comparison.profits().stream()
                .filter(CompanyShift.Profit::moved)
                .map(this::profit)
                .toList());
    }

    private String profit(CompanyShift.Profit one) {
        Wording words = words().with("period", one.period())
                .with("company", one.company().name());
        String unit = " " + one.currency() + " mn";
        if (one.reported().moved()) {
            return words.with("goes", told.goes(one.reported(), Shown.WHOLE, unit))
                    .told("net profit {period} of {company} {goes}");
        }
        Optional<String> atLatest = one.atLatestBefore()
                .flatMap(before -> one.atLatestAfter()
                        .filter(after -> !told.areAlike(before, after))
                        .map(after -> told.goes(before, after, Shown.WHOLE, unit)));
        if (atLatest.isPresent()) {
            return words.with("goes", atLatest.get())
                    .told("net profit {period} of {company} at the latest prices {goes}");
        }
        return words.with("goes", told.goes(one.sensitivity(), Shown.WHOLE, unit))
                .told("what a change of prices does to the net profit {period} of {company} {goes}");
    }

    private static Optional<String> listed(List<String> moved) {
        return moved.isEmpty() ? Optional.empty() : Optional.of(Told.listed(moved));
    }
}
