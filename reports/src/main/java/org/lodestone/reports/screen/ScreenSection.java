package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Control;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.screen.Evidence.CriterionValue;

/** The backup sheet on a screen: weights, ranks, the steps between a value and a rank, what is known and how sure the order is. */
record ScreenSection(ScreenStudy study, Weights weights, LiveScreen screen, ScreenTables tables, Model.Builder model) {

    private static final String PAGE = "Screen";
    private static final String STEPS = "Screen steps";
    private static final int CHECK_WEIGHT = 50;
    private static final String WEIGHTS = "ScreenWeights";
    private static final String RANKS = "ScreenRanks";

    /** Where a reader types weights. */
    enum Weights {
        ON_CONTROL,
        HERE
    }

    /** The sheet. */
    static Part of(ScreenStudy study, Weights weights) {
        LiveScreen screen = study.whole();
        return new ScreenSection(
                        study,
                        weights,
                        screen,
                        new ScreenTables(screen),
                        Model.builder().include(study.model()))
                .part();
    }

    private Part part() {
        model.name(span(criteria(), screen::ownWeight), WEIGHTS);
        model.name(screen.all(screen::rank), RANKS);
        List<Block> blocks = new ArrayList<>(List.of(tables.weights(weights), tables.levels()));
        blocks.addAll(tables.values());
        blocks.add(ranks());
        if (study.evidence().table().isEmpty()) {
            blocks.add(evidence());
        }
        study.ownLeagues().forEach(league -> blocks.addAll(ownLeague(league)));
        boolean isOfTable = study.evidence().table().isPresent();
        String use = "Type a value that is not known, and the company is ranked; the order on the sheet Screen follows";
        Section section = Section.of(
                ScreenStudy.SHEET,
                "From values to ranks, step by step",
                isOfTable ? use + ". Not printed" : use,
                Block.withContent(blocks));
        Part.Builder part = Part.builder(model)
                .section(isOfTable ? section.lookedUp() : section)
                .section(steps());
        if (weights == Weights.ON_CONTROL) {
            control(part);
        }
        fixed(part, screen);
        study.ownLeagues().forEach(league -> fixed(part, league));
        return part.build();
    }

    private void control(Part.Builder part) {
        study.ranked().stream()
                .findFirst()
                .ifPresent(first -> part.headline(new Control.Headline(
                        "First of the companies ranked",
                        "Rank",
                        Shown.TEXT,
                        study.sorted().first(),
                        byOwnWeights(first))));
        criteria().forEach(criterion -> part.lever(lever(criterion)));
    }

    /** Who comes first by the screen's own weights: who does now, unless a weight is typed. */
    private Key byOwnWeights(String first) {
        Formula typed = Formula.countOfKnown(span(criteria(), screen::typedWeight));
        return model.calculation(
                study.sorted().first().sub("by the screen's own weights"),
                typed.isAbove(ZERO).then(screen.name(first), study.sorted().first()));
    }

    /** The checks that the values under a rule of a user's own without a formula are those it was worked out with. */
    private void fixed(Part.Builder part, LiveScreen of) {
        String league = of.isWhole() ? "" : " in " + of.in().name();
        of.screen().criteria().stream()
                .filter(of.scores()::isFixed)
                .forEach(criterion -> part.check(Check.that(
                                model,
                                "Fixed scores under " + Words.inSentence(criterion.title()) + league
                                        + " belong to its values as they stand",
                                ONE.over(of.scores().current(criterion)).isEqualTo(ONE))
                        .waiting()
                        .withWeight(CHECK_WEIGHT)));
    }

    /** The one thing that a reader may change of a criterion: how much it weighs. */
    private Control.Lever lever(Criterion criterion) {
        return new Control.Lever(
                criterion.title(),
                "Weights of the screen",
                "weight",
                Shown.AS_IS,
                ImmutableList.of(new Control.Lever.Typed(
                        Optional.empty(), screen.typedWeight(criterion), screen.weight(criterion))),
                screen.ownWeight(criterion),
                screen.weightCounts(criterion),
                screen.weightChanged(criterion),
                screen.weightRefused(criterion),
                "0 or more",
                ImmutableList.of("Rank"),
                ImmutableList.of(PAGE));
    }

    private ImmutableList<Criterion> criteria() {
        return screen.screen().criteria();
    }

    private Table ranks() {
        var table = tables.ranks();
        for (LeagueRanks league : study.leagues()) {
            table.optional("Rank in " + league.league().name(), Shown.ORDINAL, league::rank);
        }
        return table.build();
    }

    /** The hidden sheet that the workbook works with between values and ranks. */
    private Section steps() {
        List<Block> blocks = new ArrayList<>(tables.steps());
        if (!study.leagues().isEmpty()) {
            blocks.add(leagueScores());
        }
        study.ownLeagues().forEach(league -> blocks.addAll(new ScreenTables(league).steps()));
        return Section.of(STEPS, "Between values and ranks", "What ranks and reasons follow from", blocks)
                .in(Section.Group.WORKING);
    }

    private Table leagueScores() {
        var table = tables.companies("league-scores", "Scores by which leagues are ranked");
        for (LeagueRanks league : study.leagues()) {
            table.value(league.league().name(), Shown.AS_IS, league::score);
        }
        return table.build();
    }

    /** A league by weights of its own. */
    private static List<Block> ownLeague(LiveScreen league) {
        ScreenTables own = new ScreenTables(league);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose(
                "League " + league.screen().name() + ", by weights of its own",
                ImmutableList.of(Block.Sentence.plain("Its companies are normalised and ranked among themselves."))));
        blocks.addAll(List.of(own.weights(Weights.ON_CONTROL), own.list()));
        blocks.addAll(own.values());
        blocks.add(own.ranks().build());
        return blocks;
    }

    // ---------------------------------------------------------------- evidence

    private Table evidence() {
        List<Asked> all = criteria().stream()
                .flatMap(criterion -> asked(criterion).stream().map(company -> new Asked(criterion, company)))
                .toList();
        return Table.of("What the values rest on, or why they are not known", all)
                .id("evidence")
                .grouped(asked -> asked.criterion().title())
                .label("Company", asked -> study.name(asked.company()))
                .sources(asked -> reading(asked).sources())
                .words("", asked -> reading(asked).atLeast() ? "at least" : "")
                .prose(
                        "Basis, or why it is not known",
                        asked -> Words.byItself(reading(asked).what()))
                .wide()
                .build();
    }

    private CriterionValue reading(Asked asked) {
        return study.evidence().of(asked.company(), asked.criterion());
    }

    /** A criterion of which a company is asked. */
    private record Asked(Criterion criterion, String company) {}

    /** The companies of which the screen, or a league, asks a criterion. */
    private List<String> asked(Criterion criterion) {
        Stream<String> leagues = study.ownLeagues().stream()
                .filter(league -> league.screen().criteria().stream()
                        .anyMatch(one -> one.name().equals(criterion.name())))
                .flatMap(league -> league.companies().stream());
        return Stream.concat(screen.companies().stream(), leagues).distinct().toList();
    }
}
