package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.words.FindingIds;
import org.lodestone.reports.internal.words.MissingWords;
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
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.LeagueRanks;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.SortedList;

/**
 * The page on a screen: who ranks where and why, how sure that is, and of whom what is not known.
 *
 * <p>All of it is sorted by formulas, so that the order follows a weight or a value that is typed; how sure it is was simulated.
 */
final class ScreenPage {

    /** The number of criteria that have a column for their values beside the one for what they add. */
    private static final int WITH_VALUES = 4;
    /** The number of criteria that have a column at all: those that weigh most. */
    private static final int MOST = 8;
    /** The number of companies that are drawn, from the first on. */
    private static final int DRAWN = 15;
    /** The number of companies above which a page shows the first ten, which leave room for what else is said of them. */
    private static final int MANY = 25;

    private static final int FIRST = 10;

    /** The number of companies whose reasons have room under their ranks, and whose names have room under columns. */
    private static final int FEW = 7;

    /** The number of companies whose ranks in draws are a table as wide as a chart. */
    private static final int FEWEST = 4;

    /** The number of companies that are drawn on the front page. */
    private static final int ON_FRONT = 6;

    private static final int FRONT_WEIGHT = 30;

    private static final Term TERM = Term.of("screen, page");

    private final ScreenStudy study;
    private final Optional<Robustness> robustness;
    private final Optional<RankCertainty> certainty;
    private final LiveScreen screen;
    private final SortedList sorted;
    private final Leaders leaders;
    private final ImmutableList<Integer> places;
    private final ImmutableList<Criterion> criteria;
    private final boolean withValues;
    private final Model.Builder model;
    private final PageSentences said;

    private ScreenPage(ScreenStudy study, Optional<Robustness> robustness) {
        this.study = study;
        this.robustness = robustness;
        this.screen = study.whole();
        this.sorted = study.sorted();
        this.leaders = new Leaders(screen, sorted);
        this.places = sorted.places().stream()
                .limit(sorted.places().size() > MANY ? FIRST : MANY)
                .collect(ImmutableList.toImmutableList());
        this.criteria = study.screen().criteria().stream()
                .filter(one -> weight(one) > 0)
                .sorted(Comparator.comparing(this::weight).reversed())
                .limit(MOST)
                .collect(ImmutableList.toImmutableList());
        this.withValues = criteria.size() <= WITH_VALUES;
        this.model = Model.builder().include(study.model());
        this.said = new PageSentences(model, TERM);
        robustness.ifPresent(one -> model.include(one.model()));
        // the reasons for the order of a table have a page of their own, which leaves room for more names here
        this.certainty = robustness.map(
                one -> new RankCertainty(one, isOfTable() ? MANY : Math.min(places.size(), DRAWN), model));
    }

    /** The page. */
    static Part of(ScreenStudy study, Optional<Robustness> robustness) {
        return new ScreenPage(study, robustness).part();
    }

    private double weight(Criterion criterion) {
        return study.result().criterion(criterion.name()).share();
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        leagues().ifPresent(blocks::add);
        blocks.add(ranking());
        List<Block> told = isOfTable() ? List.of() : List.of(reasons());
        // of a table, who comes first in how many draws stands on the front page, and in the table below
        Optional<Block> drawn = (isOfTable() ? CriteriaScatter.of(study, said) : Optional.<Exhibit>empty())
                .<Block>map(scatter -> scatter)
                .or(() -> Pair.of(
                        scores(),
                        certainty.map(sure -> areFew() ? ranks(sure) : firsts(sure, Math.min(places.size(), DRAWN)))));
        blocks.addAll(places.size() > FEW ? List.of() : told);
        drawn.ifPresent(blocks::add);
        blocks.addAll(places.size() > FEW ? told : List.of());
        certainty.filter(sure -> !areFew()).map(this::certainty).ifPresent(blocks::add);
        Part.Builder part = Part.builder(model)
                .section(Section.page(
                        Pages.SCREEN, Section.Group.COMPANIES, said.live("title", title()), standfirst(), blocks));
        if (hasRange()) {
            part.panel(Panel.Place.EXHIBIT, FRONT_WEIGHT, ranges(ON_FRONT));
        }
        certainty.ifPresent(sure -> part.panel(Panel.Place.EXHIBIT, FRONT_WEIGHT, firsts(sure, ON_FRONT))
                .finding(Finding.of(FindingIds.ORDER, "How sure", said.live("order", order(sure)))
                        .withWeight(FRONT_WEIGHT)
                        .withReadOn("Screen")));
        return part.build();
    }

    private static Formula order(RankCertainty sure) {
        return words().with("first", sure.first()).with("passed", sure.passed()).clause("{first}. {passed}.");
    }

    // ---------------------------------------------------------------- head

    /** Who leads or is level at the head, and who could come first as well or is second. */
    private Formula title() {
        boolean hasNext = sorted.places().size() > 1;
        return weighed(leaders.words(model)
                .with("ranked", sorted.isTaken(1))
                .with("hasNext", hasNext, () -> sorted.isTaken(2))
                .with("next", hasNext, () -> sorted.name(2))
                .with("nextScore", hasNext, () -> sorted.score(2))
                .clause("{ranked?{leaders} {level?are level at the head of the screen with {scores}"
                        + "|leads the screen with a score of {score:0.00}}"
                        + "[{couldLead?; {rivals}|{level?|[{hasNext?, ahead of {next} with {nextScore:0.00}}]}}]"
                        + "|Too little is known to rank any company}"));
    }

    private Formula weighed(Formula told) {
        return Leaders.weighed(screen, told, "");
    }

    private Block.Sentence standfirst() {
        Formula weights = Wording.inARow(
                ", ",
                criteria.stream()
                        .map(criterion -> words().with("criterion", Words.inSentence(criterion.title()))
                                .with("weight", screen.share(criterion))
                                .clause("{criterion} {weight:0%}"))
                        .toList());
        Formula told = words().with("weights", weights).clause("Weights: {weights}.");
        return said.live(
                "standfirst",
                words().with("shortlist", screen.isShortlist())
                        .with("all", screen.companies().size())
                        .with("among", screen.amongInWords())
                        .with("ranked", screen.count())
                        .with("weights", Leaders.weighed(screen, told, "."))
                        .say(
                                "{shortlist?The first {all} of {among} companies that pass the filters, ranked among themselves; what"
                                        + " depends on all of them does not follow a change.|{ranked:0} of {all} companies can be ranked.}"
                                        + " {weights}"));
    }

    // ---------------------------------------------------------------- who ranks where

    private Exhibit ranking() {
        var table = Table.of("Ranking", places)
                .id("ranking")
                .labelOf("Company", sorted::name)
                .word("Rank", sorted::standing)
                .value("Score", Shown.TWO_DECIMALS, sorted::score);
        if (hasRange()) {
            table.value("Lowest possible", Shown.TWO_DECIMALS, sorted::low)
                    .value("Highest possible", Shown.TWO_DECIMALS, sorted::high);
        }
        for (Criterion criterion : criteria) {
            if (withValues) {
                table.value(head(criterion), screen.shown(criterion), place -> sorted.value(criterion, place));
            }
            table.value(
                    withValues ? "points" : criterion.title(),
                    Shown.TWO_DECIMALS,
                    place -> sorted.contribution(criterion, place));
        }
        table.wordsOf("Evidence", sorted::evidence).across(1);
        return Exhibit.of(
                        said.live("ahead", weighed(ahead())),
                        withValues
                                ? "Score; under each criterion the value" + units() + " and its points of the score"
                                : "Score, and what each criterion adds to it",
                        table.build())
                .withNotes(
                        listed()
                                + "Rank in brackets: at the highest possible score. Evidence A: every criterion is known; B: a value is a lower"
                                + " bound; C: " + MissingWords.of(study.screen()) + ".",
                        bounds().orElse(""));
    }

    /** Under how many criteria nobody is ahead of the first company, and under which it loses most. */
    private Formula ahead() {
        Formula firsts = sorted.picked(1, screen::firsts);
        Formula weakest = Formula.call(
                Fn.PICK,
                span(study.screen().criteria(), screen::titleInSentence),
                sorted.picked(1, screen::heldBackBy));
        return words().with("ranked", sorted.isTaken(1))
                .with("leader", sorted.name(1))
                .with("firsts", firsts)
                .with(
                        "criteria",
                        Formula.call(Fn.COUNT_ABOVE, span(study.screen().criteria(), screen::share), ZERO))
                .with("weakest", weakest)
                .clause(
                        "{ranked?{leader} is top in {firsts>0?{firsts:0}|none} of {criteria:0} criteria[; furthest behind in {weakest}]"
                                + "|Too little is known to rank any company}");
    }

    /** The companies of which a criterion counts only a part, as another basis has it: what they have more makes their scores a range. */
    private Optional<String> bounds() {
        return criteria.stream()
                .flatMap(criterion -> {
                    List<String> partly = screen.companies().stream()
                            .filter(company ->
                                    study.evidence().of(company, criterion).atLeast())
                            .map(study::name)
                            .toList();
                    return partly.isEmpty()
                            ? Stream.empty()
                            : Stream.of(criterion.title() + " of " + Words.listed(partly));
                })
                .reduce((some, more) -> some + "; " + Words.inSentence(more))
                .map(partly ->
                        partly + ": a part, on another basis than the others; a score that counts it is a range.");
    }

    /** Which companies are listed, where not all are. */
    private String listed() {
        int all = sorted.places().size();
        return places.size() == all
                ? ""
                : "The first " + places.size() + " of " + all + "; all of them are on " + ScreenStudy.SHEET + ". ";
    }

    /** The words over the values of a criterion; of a table, whose columns are many people's, with the unit. */
    private String head(Criterion criterion) {
        String unit = screen.unit(criterion);
        return isOfTable() && !unit.isEmpty() ? criterion.title() + ", " + unit : criterion.title();
    }

    private boolean isOfTable() {
        return study.evidence().table().isPresent();
    }

    /** {@code (of 3; t a year)}, in the order of the criteria; nothing where they stand over the values. */
    private String units() {
        String units = (isOfTable() ? Stream.<Criterion>empty() : criteria.stream())
                .map(Criterion::unit)
                .filter(unit -> !unit.isEmpty())
                .collect(Collectors.joining("; "));
        return units.isEmpty() ? "" : " (" + units + ")";
    }

    /** Between which ends scores lie; where all are exact, of what they are made, as far as names have room under columns. */
    private Optional<Exhibit> scores() {
        if (hasRange()) {
            return Optional.of(ranges(DRAWN));
        }
        return places.size() <= FEW && criteria.size() > 1 ? Optional.of(parts()) : Optional.empty();
    }

    /** Whether a score is a range, since a value that weighs is not known, or may be larger than it is known. */
    private boolean hasRange() {
        Values values = study.model().values();
        return screen.companies().stream()
                .anyMatch(company -> !values.of(screen.evidence(company)).equals(Value.of("A")));
    }

    private Exhibit parts() {
        List<Chart.Series> parts = criteria.stream()
                .map(criterion -> Chart.series(
                        screen.title(criterion), span(places, place -> sorted.contribution(criterion, place))))
                .toList();
        return Exhibit.of(
                said.live("apart", weighed(apart())),
                "Points that each criterion adds to the score",
                Chart.stack("Points that each criterion adds to the score", "Points")
                        .parts(parts, model)
                        .total("Score", span(places, sorted::score))
                        .named(span(places, sorted::name))
                        .labelled(Shown.TWO_DECIMALS)
                        .build());
    }

    /** The criterion whose points differ most between companies. */
    private Formula apart() {
        Function<Criterion, Key> least = criterion -> points("fewest points", Fn.MIN_OF_KNOWN, criterion);
        Function<Criterion, Key> most = criterion -> points("most points", Fn.MAX_OF_KNOWN, criterion);
        Formula.Span widths = span(criteria, criterion -> {
            Key end = most.apply(criterion);
            return model.calculation(end.sub("less the fewest"), end.minus(least.apply(criterion)));
        });
        Formula widest = Formula.call(Fn.MAX, widths);
        return words().with("apart", widest.rounded(2).isAbove(ZERO))
                .with("criterion", Formula.lookUp(span(criteria, screen::title), widest, widths))
                .with("least", Formula.lookUp(span(criteria, least), widest, widths))
                .with("most", Formula.lookUp(span(criteria, most), widest, widths))
                .clause("{apart?{criterion} sets companies apart most: {least:0.00} to {most:0.00} points"
                        + "|No criterion sets companies apart}");
    }

    /** An end of the points under a criterion. */
    private Key points(String which, Fn end, Criterion criterion) {
        return said.value(
                which,
                criterion.name(),
                Formula.call(end, span(places, place -> sorted.contribution(criterion, place))));
    }

    private Exhibit ranges(int companies) {
        List<Integer> drawn = places.stream().limit(companies).toList();
        return Exhibit.of(
                said.live("ranges", Leaders.exact(screen, exact())),
                "Score, lowest to highest possible; dark: exact",
                Chart.ranges(
                                "Score, lowest to highest possible",
                                "Score",
                                span(drawn, sorted::low),
                                span(drawn, sorted::high),
                                model)
                        .scaled(isUnitRange() ? Chart.Scale.between(0, 1) : Chart.Scale.OPEN)
                        .build());
    }

    /** Whether scores lie from 0 to 1; z-scores have no end. */
    private boolean isUnitRange() {
        return study.screen().criteria().stream()
                .allMatch(criterion -> criterion.normalisation().isUnitRange());
    }

    private Exhibit firsts(RankCertainty sure, int companies) {
        return Exhibit.of(
                        said.live("first", sure.first()),
                        "Draws in which a company comes first, with any weights, %",
                        sure.chart(companies))
                .withSource(draws());
    }

    /** The number of companies that have a score that nothing unknown could move. */
    private Key exact() {
        return said.value("exact scores", Leaders.letter(screen.all(screen::evidence), "A"));
    }

    /** Why each company stands where it does; for one that is not ranked, what is missing. */
    private Exhibit reasons() {
        return Exhibit.of(
                said.live("missing", missing()),
                "Why each company stands where it does",
                ReasonPage.table("Why", sorted, places, 0).build());
    }

    /** Which criteria are not known, and of how many companies. */
    private Formula missing() {
        List<Formula> parts = new ArrayList<>();
        Formula before = ZERO;
        for (Criterion criterion : criteria) {
            Formula count = unknown(criterion);
            parts.add(words().with("later", before.isAbove(ZERO))
                    .with("criterion", Words.inSentence(criterion.title()))
                    .with("count", count)
                    .clause("{count>0?{later?, }{criterion} for {count:0}}"));
            before = before.plus(count);
        }
        Formula unranked = Leaders.letter(screen.all(screen::evidence), "C");
        return weighed(words().with("some", before.isAbove(ZERO))
                .with("each", Wording.inARow("", parts))
                .with("unranked", unranked)
                .clause("{some?Companies for which a criterion is not known: {each}"
                        + "|{unranked>0?Companies for which a criterion is not known: {unranked:0}"
                        + "|Every criterion that weighs is known of every company}}"));
    }

    /** The number of companies of which a criterion is not known. */
    private Key unknown(Criterion criterion) {
        Formula.Span gaps = screen.all(company -> screen.gap(criterion, company));
        return said.value(
                "companies without",
                criterion.name(),
                Formula.countOfKnown(gaps).minus(Formula.call(Fn.COUNT_EQUAL, gaps, ZERO)));
    }

    // ---------------------------------------------------------------- how sure, and leagues

    /** Whether ranks stand beside the scores, where a table of companies has its scatter. */
    private boolean areFew() {
        return places.size() <= FEWEST && !isOfTable();
    }

    /** All ranks of few companies, in place of the chart of who comes first. */
    private Exhibit ranks(RankCertainty sure) {
        return Exhibit.of(
                        said.live("passed", order(sure)),
                        "Draws in which a company has each rank, with any weights, %",
                        sure.ranks().build())
                .withSource(draws());
    }

    private Exhibit certainty(RankCertainty sure) {
        return Exhibit.of(
                        said.live("passed", sure.passed()),
                        "Draws in which a company has each rank, with any weights, %; and the smallest change of one weight, the"
                                + " others in proportion, that lets it rise",
                        sure.table())
                .withSource(draws());
    }

    private String draws() {
        return robustness
                .map(sure -> Shown.WHOLE.text(Value.of((double) sure.any().draws()))
                        + " draws of weights; does not follow a change")
                .orElse("");
    }

    private Optional<Block> leagues() {
        List<Formula> firsts = new ArrayList<>();
        for (LeagueRanks league : study.leagues()) {
            firsts.add(first(league.league().name(), league.first(), league.best(), league.level(), league.orRival()));
        }
        for (LiveScreen own : study.ownLeagues()) {
            SortedList list = own.sorted();
            firsts.add(first(
                    own.screen().name() + ", by weights of its own",
                    list.isTaken(1).then(list.name(1), text(Value.NOT_AVAILABLE)),
                    list.score(1),
                    list.level(),
                    new Leaders(own, list).words(model).clause("[{couldLead?; {rivals}}]")));
        }
        if (firsts.isEmpty()) {
            return Optional.empty();
        }
        Formula told = words().with("each", Wording.inARow("", firsts)).clause("First in each league.{each}");
        return Optional.of(new Block.Prose("", ImmutableList.of(said.live("leagues", told))));
    }

    /** {@code Overseas: Lynas Rare Earths (0.49) or MP Materials}, or {@code MP Materials (1.00, level with 1 other)}. */
    private static Formula first(String league, Formula company, Formula score, Formula level, Formula rival) {
        Formula others = level.minus(ONE);
        return words().with("league", league)
                .with("company", company)
                .with("known", score.isKnown())
                .with("score", score)
                .with("others", others)
                .with("rival", rival)
                .say(
                        " {league}: {company}{known? ({score:0.00}{others>0?, level with {others:0} {others=1?other|others}}){rival}}.| {league}: not known.");
    }
}
