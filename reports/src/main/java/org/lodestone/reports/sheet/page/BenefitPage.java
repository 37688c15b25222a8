package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Criterion.Direction;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.benefit.BenefitScreen;
import org.lodestone.reports.benefit.Benefits;
import org.lodestone.reports.benefit.CompanyBenefit;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The page on who benefits: by what, between which ranks, and who comes first by each gain alone.
 *
 * <p>All of it follows the scenario, the levers and the weights.
 */
final class BenefitPage {

    private static final Term TERM = Term.of("benefit, page");

    /** The number of names that stand in a title; of more it is said how many they are. */
    private static final int NAMED = 3;

    private final BenefitScreen screen;
    private final Benefits benefits;
    private final ImmutableList<Integer> places;
    private final Model.Builder model;
    private final PageSentences said;

    private BenefitPage(BenefitScreen screen) {
        this.screen = screen;
        this.benefits = screen.benefits();
        this.places = screen.places();
        this.model = Model.builder().include(screen.model());
        this.said = new PageSentences(model, TERM);
    }

    /** Empty where the dataset has no screen of who benefits, or too little is known for one. */
    static Optional<Part> of(Analyses analyses) {
        return analyses.benefitScreen().map(screen -> new BenefitPage(screen).part());
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(ranking());
        Pair.of(Optional.of(ranges()), Optional.of(weights())).ifPresent(blocks::add);
        return Part.builder(model)
                .section(Section.page(
                        Pages.BENEFIT,
                        Section.Group.COMPANIES,
                        said.live("title", title()),
                        said.live("standfirst", standfirst()),
                        blocks))
                .build();
    }

    // ---------------------------------------------------------------- head

    /** Who could gain most: the names that may come first, or where these are many how many they are and who leads in the middle. */
    private Formula title() {
        Key first = screen.first();
        return words().with("gains", gains())
                .with("one", first.isEqualTo(ONE))
                .with("many", first.isAbove(most()))
                .with("names", screen.firstInWords())
                .with("first", first)
                .with("all", screen.companies().size())
                .with("middle", at(1, "name", screen::name))
                .say(
                        "{many?{first:0} of {all} companies could gain most by {gains}; {middle} wins most in the middle of its range"
                                + "|{names} {one?gains most of {all} companies by {gains}, whatever is found out|could gain most by {gains}}}"
                                + "|Who gains most is not known: weights or figures are missing");
    }

    private String gains() {
        return Words.listed(screen.screen().criteria().stream()
                .map(one -> Words.inSentence(one.title()))
                .toList());
    }

    private Key most() {
        return model.label(TERM.sub("names in a title").key(), NAMED);
    }

    private Formula standfirst() {
        return words().with("scenario", Scenarios.IN_FORCE)
                .with("product", benefits.deck().map(Deck::product).map(Formula::text))
                .with("move", benefits.move().map(move -> (Formula) move))
                .with("end", benefits.last())
                .clause(
                        "Scenario {scenario}[: {product} {move:+0.0%} to {end}, by which prices are moved here]. What is not known of a"
                                + " company is left open, so that it stands between two ranks.");
    }

    // ---------------------------------------------------------------- who stands where

    private Key at(int place, String what, Function<CompanyBenefit, Key> step) {
        return model.calculation(TERM.sub(what).of(Subject.of("place " + place)), screen.at(place, step));
    }

    private Exhibit ranking() {
        var table = Table.of("Ranking by benefit", places)
                .id("benefit")
                .labelOf("Company", place -> at(place, "name", screen::name))
                .word("Rank", this::ranks)
                .word("Weight\nwon", this::won);
        for (Criterion criterion : screen.screen().criteria()) {
            Shown shown = shown(criterion);
            boolean isRange = screen.isRange(criterion);
            String title = criterion.title() + ",\n" + criterion.unit();
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
            table.value("#", Shown.ORDINAL, place -> alone(criterion, place));
        }
        return Exhibit.of(
                        said.live("ranks", found()),
                        "Rank and share of weight won against the others, whatever is found out; of each gain its value, and the rank by it alone (#)",
                        table.build())
                .withNotes(Stream.concat(
                                Stream.of(unranked()).filter(note -> !note.isEmpty()),
                                screen.screen().criteria().stream()
                                        .map(one -> one.title() + ": " + Words.inSentence(one.reason())))
                        .toArray(String[]::new));
    }

    /** {@code 2–7}, or one number where nothing could move it. */
    private Key ranks(int place) {
        Formula best = screen.at(place, screen::bestRank);
        Formula worst = screen.at(place, screen::worstRank);
        return model.calculation(
                TERM.sub("ranks").of(Subject.of("place " + place)),
                words().with("best", best)
                        .with("worst", worst)
                        .with("range", worst.isAbove(best))
                        .say("{best:0}{range?–{worst:0}}|n/a"));
    }

    private Key won(int place) {
        Formula low = screen.at(place, screen::low);
        Formula high = screen.at(place, screen::high);
        return model.calculation(
                TERM.sub("share won").of(Subject.of("place " + place)),
                words().with("low", low.times(HUNDRED))
                        .with("high", high)
                        .with("range", high.rounded(2).isAbove(low.rounded(2)))
                        .say("{range?{low:0}–}{high:0%}|n/a"));
    }

    /** The rank by one gain, of the companies of which it is known. */
    private Key alone(Criterion criterion, int place) {
        Formula known =
                screen.at(place, company -> screen.least(criterion, company)).isKnown();
        Formula points = screen.at(place, company -> screen.pointsAtMost(criterion, company));
        return model.calculation(
                TERM.sub("rank by " + criterion.name()).of(Subject.of("place " + place)),
                known.then(ONE.plus(ONE.minus(points).times(screen.rivals())), text(Value.NOT_AVAILABLE)));
    }

    private static Shown shown(Criterion criterion) {
        return switch (criterion.indicator().gain().orElseThrow()) {
            case PROFIT -> Shown.PERCENT_2;
            case VALUE, TONNES -> Shown.TWO_DECIMALS;
            case COST -> Shown.WHOLE;
            case BALANCE_SHEET -> Shown.PERCENT;
        };
    }

    /** How many ranks nothing could move. */
    private Formula found() {
        Formula.Span best = screen.all(screen::bestRank);
        Key certain = model.calculation(
                TERM.sub("ranks that are certain").key(),
                Formula.sum(span(
                        screen.companies(),
                        company -> model.calculation(
                                TERM.sub("is certain")
                                        .of(Subject.of(company.company().id())),
                                screen.worstRank(company)
                                        .isAbove(screen.bestRank(company))
                                        .then(ZERO, ONE)))));
        return words().with("certain", certain)
                .with("some", certain.isAbove(ZERO))
                .with("one", certain.isEqualTo(ONE))
                .with("all", best.keys().size())
                .with("first", screen.first())
                .say(
                        "{some?{certain:0} of {all} ranks {one?is|are} certain|No rank is certain}; {first:0} of {all} companies could come"
                                + " first|Ranks are not known");
    }

    /** The companies of which too little is known, and the gains that are not known most often. */
    private String unranked() {
        return screen.others().isEmpty()
                ? ""
                : "Too little is known to rank "
                        + Words.listed(screen.others().stream()
                                .map(one -> one.company().name())
                                .toList())
                        + ": less than "
                        + Shown.PERCENT.text(Value.of(screen.screen().coverage()))
                        + " of the weight rests on what is known.";
    }

    private Exhibit ranges() {
        return Exhibit.of(
                said.live(
                        "won",
                        words().with("leader", at(1, "name", screen::name))
                                .with("low", at(1, "share won, least", screen::low))
                                .with("high", at(1, "share won, most", screen::high))
                                .say("{leader} wins {low:0%} to {high:0%} of the weight against the others|Not known")),
                "Share of weight won against the others, least to most; dark: exact",
                Chart.ranges(
                                "Share of weight won",
                                "Share of weight",
                                span(places, place -> at(place, "share won, least", screen::low)),
                                span(places, place -> at(place, "share won, most", screen::high)),
                                model)
                        .named(span(places, place -> at(place, "name", screen::name)))
                        .build());
    }

    private Exhibit weights() {
        return Exhibit.of(
                Block.Sentence.plain("Weights may be typed here; benefit is of these and of nothing else"),
                "Gains by which companies are compared",
                Table.of("Gains and weights", screen.screen().criteria())
                        .id("benefit-weights")
                        .label("Gain", Criterion::title)
                        .words("Better", one -> one.direction() == Direction.HIGHER ? "more" : "less")
                        .value("Weight", Shown.TWO_DECIMALS, screen::weight)
                        .value("Share", Shown.PERCENT, screen::share)
                        .value("Known\nof", Shown.WHOLE, this::knownOf)
                        .build());
    }

    private Key knownOf(Criterion criterion) {
        return model.calculation(
                TERM.sub("known of").of(Subject.of(criterion.name())),
                Formula.countOfKnown(screen.all(company -> screen.least(criterion, company))));
    }
}
