package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Indicator.Gain;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.benefit.BenefitScreen;
import org.lodestone.reports.benefit.CompanyBenefit;
import org.lodestone.reports.benefit.CompanyBenefit.Known;
import org.lodestone.reports.earnings.Way;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.words.FindingIds;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The page on who benefits: by what, between which ranks, and who comes first by each gain alone.
 *
 * <p>All of it follows the scenario, the levers and the weights.
 */
record BenefitPage(BenefitScreen screen, PageSentences said) {

    private static final Term TERM = Term.of("benefit, page");

    /** The number of names that stand in a title; of more it is said how many they are. */
    private static final int NAMED = 3;

    /** The number of companies that are named on the front page. */
    private static final int ON_FRONT = 6;

    /** Digits of profit per share. */
    private static final int EPS_DIGITS = 3;

    private static final int STEP_WEIGHT = 70;
    private static final int FRONT_WEIGHT = 90;

    static Part of(BenefitScreen screen) {
        Model.Builder model = Model.builder()
                .include(screen.nextFacts().model())
                .include(screen.base().model());
        return new BenefitPage(screen, new PageSentences(model, TERM)).part();
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(ranking());
        Pair.of(
                        Optional.of(ranges()),
                        screen.nextFacts().places().isEmpty() ? Optional.empty() : Optional.of(nextFacts()))
                .ifPresent(blocks::add);
        return Part.builder(said.model())
                .section(said.page(Pages.BENEFIT, Section.Group.COMPANIES, title(), standfirst(), blocks))
                .finding(Finding.of(FindingIds.SCREEN, "Who benefits", said.live("found", front()))
                        .withVerdict(said.live("verdict", verdict()))
                        .withWeight(STEP_WEIGHT)
                        .withReadOn(Pages.BENEFIT))
                .panel(Panel.Place.TABLE, FRONT_WEIGHT, names())
                .panel(Panel.Place.CONTROL, FRONT_WEIGHT, against())
                .build();
    }

    // ---------------------------------------------------------------- head

    /** Who could gain most: the names that may come first, or where these are many how many they are and who leads in the middle. */
    private Formula title() {
        Key first = screen.first();
        return words().with("gains", gains())
                .with(
                        "many",
                        first.isAbove(
                                said.model().label(TERM.sub("names in a title").key(), NAMED)))
                .with("names", screen.firstInWords())
                .with("first", first)
                .with("all", screen.companies().size())
                .with("middle", name(1))
                .say(
                        "{many?{first:0} of {all} companies could gain most by {gains}; {middle} wins most in the middle of its range"
                                + "|{names} {first=1?gains most of {all} companies by {gains}, whatever is found out|could gain most of {all} companies by {gains}}}"
                                + "|Who gains most is not known: weights or figures are missing");
    }

    private String gains() {
        return Words.listed(screen.screen().criteria().stream()
                .map(one -> Words.inSentence(one.title()))
                .toList());
    }

    private Formula standfirst() {
        return words().with("scenario", Scenarios.IN_FORCE)
                .with(
                        "weights",
                        Wording.inARow(
                                ", ",
                                screen.screen().criteria().stream()
                                        .map(one -> words().with("gain", Words.inSentence(one.title()))
                                                .with("share", screen.share(one))
                                                .clause("{gain} {share:0%}"))
                                        .toList()))
                .with("product", screen.benefits().deck().map(Deck::product).map(Formula::text))
                .with("move", screen.benefits().move())
                .with("end", screen.benefits().last())
                .clause(
                        "Scenario {scenario}[: {product} {move:+0.0%} to {end}, by which prices are moved here]. [Weights: {weights}.|A weight is not known.] What is not"
                                + " known is left open, so that a company stands between two ranks.");
    }

    // ---------------------------------------------------------------- who stands where

    private Key at(int place, String what, Function<CompanyBenefit, Key> step) {
        return atPlace(what, place, screen.at(place, step));
    }

    private Key atPlace(String what, int place, Formula formula) {
        return said.value(what, "place " + place, formula);
    }

    private Key name(int place) {
        return at(place, "name", screen::name);
    }

    private Exhibit ranking() {
        var table = Table.of("Ranking by benefit", screen.places())
                .id("benefit")
                .labelOf("Company", this::name)
                .word("Rank", this::ranks)
                .word("Weight won", this::won);
        for (Criterion criterion : screen.screen().criteria()) {
            Shown shown = shown(criterion);
            boolean isRange = screen.isRange(criterion);
            String title = criterion.title() + ", " + criterion.unit();
            table.value(
                    title + (isRange ? ", least" : ""),
                    shown,
                    place -> at(place, "least of " + criterion.name(), company -> screen.least(criterion, company)));
            if (isRange) {
                table.value(
                        title + ", most",
                        shown,
                        place -> at(place, "most of " + criterion.name(), company -> screen.most(criterion, company)));
            }
            table.word("# " + Words.inSentence(criterion.title()), place -> alone(criterion, place));
        }
        return Exhibit.of(
                        said.live("ranks", found()),
                        "Rank and share of weight won against the others, whatever is found out; of each gain its value, and the rank by it alone (#)",
                        table.build())
                .withNotes(definitions(), unranked());
    }

    /** {@code 2–7}, or one number where nothing could move it. */
    private Key ranks(int place) {
        return ranks("ranks", place, screen::bestRank, screen::worstRank);
    }

    private Key ranks(String what, int place, Function<CompanyBenefit, Key> first, Function<CompanyBenefit, Key> last) {
        Formula best = screen.at(place, first);
        Formula worst = screen.at(place, last);
        return atPlace(
                what,
                place,
                words().with("best", best)
                        .with("worst", worst)
                        .with("range", worst.isAbove(best))
                        .say("{best:0}{range?–{worst:0}}|n/a"));
    }

    private Key ranksInBase(int place) {
        return ranks(
                "ranks, base case",
                place,
                company -> screen.base().inBase(screen.bestRank(company)),
                company -> screen.base().inBase(screen.worstRank(company)));
    }

    private Key won(int place) {
        Formula low = screen.at(place, screen::low);
        Formula high = screen.at(place, screen::high);
        return atPlace(
                "share won",
                place,
                words().with("low", low.times(HUNDRED))
                        .with("high", high)
                        .with("range", high.rounded(2).isAbove(low.rounded(2)))
                        .say("{range?{low:0}–}{high:0%}|n/a"));
    }

    /** The rank by one gain, best to worst that is possible, of the companies of which it is known. */
    private Key alone(Criterion criterion, int place) {
        Formula least = screen.at(place, company -> screen.least(criterion, company));
        Formula most = screen.at(place, company -> screen.most(criterion, company));
        Formula best = ONE.plus(screen.ahead(criterion, least, most));
        Formula worst = Formula.countOfKnown(screen.all(company -> screen.least(criterion, company)))
                .minus(screen.behind(criterion, least, most));
        return atPlace(
                "rank by " + criterion.name(),
                place,
                words().with("known", least.isKnown())
                        .with("best", best)
                        .with("worst", worst)
                        .with("range", worst.isAbove(best).and(most.isAbove(least)))
                        .say("{known?{best:0}{range?–{worst:0}}|n/a}|n/a"));
    }

    private static Shown shown(Criterion criterion) {
        return switch (criterion.indicator().gain().orElseThrow()) {
            case PROFIT -> Shown.PERCENT_2;
            case VALUE, TONNES -> Shown.TWO_DECIMALS;
            case COST -> Shown.WHOLE;
            case BALANCE_SHEET -> Shown.PERCENT;
        };
    }

    /** The number of ranks that nothing could move. */
    private Formula found() {
        Formula.Span best = screen.all(screen::bestRank);
        Key certain = said.value(
                "ranks that are certain",
                Formula.sum(span(
                        screen.companies(),
                        company -> said.value(
                                "is certain",
                                company.company().id(),
                                screen.worstRank(company)
                                        .isAbove(screen.bestRank(company))
                                        .then(ZERO, ONE)))));
        return words().with("certain", certain)
                .with("all", best.keys().size())
                .with("first", screen.first())
                .say(
                        "{certain>0?{certain:0} of {all} ranks {certain=1?is|are} certain|No rank is certain}; {first:0} of {all} companies could come"
                                + " first|Ranks are not known");
    }

    private String definitions() {
        return screen.screen().criteria().stream()
                        .map(one -> one.title() + ": " + definition(one))
                        .collect(Collectors.joining(". "))
                + ". The ranking has no record of what shares did after it.";
    }

    private String definition(Criterion criterion) {
        return switch (criterion.indicator().gain().orElseThrow()) {
            case PROFIT ->
                "change of profit per share in twelve months if prices move as the deck does to "
                        + screen.benefits().last() + ", over the share price";
            case VALUE -> "net asset value at the deck, weighted by chance, over market value";
            case COST -> "EV and capital to come, for each tonne a year of its own once all runs";
            case TONNES ->
                "its own output in " + screen.benefits().last() + " less "
                        + screen.benefits().first() + ", weighted by chance";
            case BALANCE_SHEET -> "net cash less capital to come, over market value";
        };
    }

    /** The companies of which too little is known, and the gains that are not known most often. */
    private String unranked() {
        return screen.others().isEmpty()
                ? ""
                : "Not ranked, as less than "
                        + Shown.PERCENT.text(Value.of(screen.screen().coverage()))
                        + " of the weight is known: "
                        + Words.listed(screen.others().stream()
                                .map(one -> one.company().name())
                                .toList())
                        + ".";
    }

    private Exhibit ranges() {
        return Exhibit.of(
                said.live(
                        "won",
                        words().with("leader", name(1))
                                .with("low", at(1, "share won, least", screen::low))
                                .with("high", at(1, "share won, most", screen::high))
                                .say("{leader} wins {low:0%} to {high:0%} of the weight against the others|Not known")),
                "Share of weight won against the others, least to most; dark: exact",
                Chart.ranges(
                                "Share of weight won",
                                "Share of weight",
                                span(screen.places(), place -> at(place, "share won, least", screen::low)),
                                span(screen.places(), place -> at(place, "share won, most", screen::high)),
                                said.model())
                        .named(span(screen.places(), this::name))
                        .build());
    }

    // ---------------------------------------------------------------- the next fact

    /** Which facts would tell most, and where they would be published. */
    private Exhibit nextFacts() {
        return Exhibit.of(
                said.live(
                        "next",
                        words().with("fact", screen.nextFacts().fact(1))
                                .with("worth", screen.nextFacts().worth(1))
                                .say("The next fact worth most, {worth:0.0%} of the weight: {fact}"
                                        + "|The next fact worth most: none is missing")),
                "Expected weight won by the best choice with a fact less without it, and ranks that it narrows; drawn evenly over"
                        + " the range of the gap",
                Table.of("Next facts", screen.nextFacts().places())
                        .id("next-facts")
                        .proseOf("Fact, and where it would be published", this::factInWords)
                        .value("Worth, %", Shown.PERCENT, screen.nextFacts()::worth)
                        .value("Ranks less", Shown.ONE_DECIMAL, screen.nextFacts()::narrowing)
                        .build());
    }

    private Key factInWords(int place) {
        return atPlace(
                "next fact in words",
                place,
                words().with("fact", screen.nextFacts().fact(place))
                        .with("where", screen.nextFacts().published(place))
                        .clause("{fact}: {where}"));
    }

    // ---------------------------------------------------------------- front page

    private Formula front() {
        return words().with("title", title())
                .with("leader", name(1))
                .with("best", screen.at(1, screen::bestRank))
                .with("worst", screen.at(1, screen::worstRank))
                .with("range", screen.at(1, screen::worstRank).isAbove(screen.at(1, screen::bestRank)))
                .clause("{title}. {leader} ranks {best:0}{range? to {worst:0}}.");
    }

    /** The number of companies that can be ranked, of those looked at. */
    private Formula verdict() {
        int all = screen.companies().size() + screen.others().size();
        return words().with("one", screen.first().isEqualTo(ONE))
                .with("ranked", screen.companies().size())
                .with("all", all)
                .clause("{one?●|◐} {ranked} of {all} names can be ranked");
    }

    /** The names, each with what it has and what is not known, what prices do to it, and what it is worth. */
    private Table names() {
        List<Integer> some = screen.places().stream().limit(ON_FRONT).toList();
        return Table.of(
                        "Who could gain most: rank that is possible, tonnes, profit per share with prices, and value",
                        some)
                .id("names")
                .labelOf("Company", this::name)
                .across(3)
                .word("Rank", this::ranks)
                .proseOf("What it has, and what is not known", place -> at(place, "in words", this::inWords))
                .word("EPS, prices up", place -> at(place, "EPS up", company -> profits(company, Way.UP)))
                .headed(moved("up", "+"))
                .word("EPS, prices down", place -> at(place, "EPS down", company -> profits(company, Way.DOWN)))
                .headed(moved("down", "−"))
                .word("Value over price", place -> at(place, "value over price", this::value))
                .note(
                        "EPS: change in twelve months; ≤, ≥: cost of ore, or what others own, is not known. Value: NAV at the deck, weighted.")
                .build();
    }

    // ---------------------------------------------------------------- control

    /** The names with what moves for them, against the base case, where something else is chosen or typed. */
    private Table against() {
        List<Integer> some = screen.places().stream().limit(ON_FRONT).toList();
        return Table.of("Who gains: ranks, and change against the base case", some)
                .id("gains-against-base")
                .labelOf("Company", this::name)
                .word("Rank", this::ranks)
                .word("In base", this::ranksInBase)
                .word("Tonnes", place -> change(place, "tonnes", 2, screen.base()::tonnes))
                .word("EPS", place -> change(place, "profit", EPS_DIGITS, screen.base()::profit))
                .word("Value", place -> change(place, "value", 2, screen.base()::valueOverPrice))
                .note(screen.benefits().supply().measure().unit() + " of its own in "
                        + screen.benefits().last()
                        + "; EPS of the next year at the deck, local currency; NAV, weighted, over market value. To keep what is typed:"
                        + " lodestone import my-pack.xlsx --as scenario.")
                .build();
    }

    /** {@code +0.31}, or {@code 0} where nothing moves. */
    private Key change(int place, String what, int digits, Function<CompanyBenefit, Optional<Key>> change) {
        String of = "change of " + what;
        return at(
                place,
                of,
                company -> ifKnown(
                        of,
                        company,
                        change.apply(company)
                                .map(moved -> words().with("moved", signed(moved, digits))
                                        .say("{moved}|n/a"))));
    }

    private Key ifKnown(String what, CompanyBenefit company, Optional<Formula> known) {
        String id = company.company().id();
        return known.map(formula -> said.value(what, id, formula))
                .orElseGet(() -> said.label(what, id, Value.NOT_AVAILABLE));
    }

    /** {@code Mountain Pass: 4.93 kt magnet REE in 2030, 2.72 more than in 2025; value, cost not known}. */
    private Key inWords(CompanyBenefit company) {
        String name = company.company().name();
        List<String> parts =
                company.parts().stream().filter(part -> !name.startsWith(part)).toList();
        return said.value(
                "in words",
                company.company().id(),
                words().with("parts", Words.listed(parts))
                        .with("valued", !parts.isEmpty())
                        .with("tonnes", company.tonnes())
                        .with("more", more(company))
                        .with("unit", screen.benefits().supply().measure().unit())
                        .with("end", screen.benefits().last())
                        .with("start", screen.benefits().first())
                        .with("missing", missing(company))
                        .clause(
                                "{valued?{parts}: }[{tonnes:0.00} {unit} in {end}, {more} than in {start}|tonnes not known]{missing}"));
    }

    /** {@code ; value, cost not known}; nothing where all is. */
    private Formula missing(CompanyBenefit company) {
        List<Formula> parts = new ArrayList<>();
        Formula before = ZERO;
        for (Criterion criterion : screen.screen().criteria()) {
            Formula known = screen.least(criterion, company).isKnown();
            parts.add(words().with("known", known)
                    .with("later", before.isAbove(ZERO))
                    .with("title", Words.inSentence(criterion.title()))
                    .clause("{known?|{later?, |; }{title}}"));
            before = before.plus(known.then(ZERO, ONE));
        }
        return words().with("any", before.isAbove(ZERO))
                .with("each", Wording.inARow("", parts))
                .clause("{each}{any? not known}");
    }

    private static Optional<Formula> more(CompanyBenefit company) {
        return company.gain(Gain.Kind.TONNES)
                .map(Known::least)
                .map(more -> words().with("more", more.isAtLeast(ZERO))
                        .with("amount", more.magnitude())
                        .clause("{amount:0.00} {more?more|less}"));
    }

    /** {@code EPS, prices +3.9%}. */
    private Key moved(String way, String sign) {
        return said.value(
                "head of EPS",
                way,
                words().with("move", screen.benefits().move().map(Formula::magnitude))
                        .with("sign", sign)
                        .with("way", way)
                        .clause("EPS, local, prices [{sign}{move:0.0%}|{way}]"));
    }

    /** {@code +0.053}, with a true minus. */
    private static Formula signed(Formula number, int digits) {
        Formula shown = number.rounded(digits);
        return words().with("rises", shown.isAbove(ZERO))
                .with("falls", ZERO.isAbove(shown))
                .with("number", shown.magnitude().fixed(digits))
                .clause("{rises?+{number}|{falls?−{number}|0}}");
    }

    /** {@code +0.009}, {@code ≤ +0.078} or {@code ≥ −0.078} where it lies between that and nothing; of who sells nothing yet, nothing. */
    private Key profits(CompanyBenefit company, Way way) {
        return ifKnown(
                "change of EPS, " + way,
                company,
                company.profitPerShare(way)
                        .or(() -> company.gain(Gain.Kind.PROFIT))
                        .map(known -> profits(known.least(), known.most().orElse(known.least()))));
    }

    private static Formula profits(Formula least, Formula most) {
        return words().with("known", least.isKnown().and(most.isKnown()))
                .with("range", most.rounded(EPS_DIGITS).isAbove(least.rounded(EPS_DIGITS)))
                .with("fromNothing", least.rounded(EPS_DIGITS).isEqualTo(ZERO))
                .with("toNothing", most.rounded(EPS_DIGITS).isEqualTo(ZERO))
                .with("least", signed(least, EPS_DIGITS))
                .with("most", signed(most, EPS_DIGITS))
                .clause("{known?{range?{fromNothing?≤ {most}|{toNothing?≥ {least}|{least} to {most}}}|{most}}|n/a}");
    }

    private Key value(CompanyBenefit company) {
        return ifKnown(
                "value over price",
                company,
                company.gain(Gain.Kind.VALUE)
                        .map(known -> words().with("value", known.least()).say("{value:0.00}|n/a")));
    }
}
