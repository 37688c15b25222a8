package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Headline;
import org.lodestone.reports.report.LeverRow;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The sections on a screen: who ranks where and why, what each value is, and the steps between. */
public final class ScreenSection {

    private static final String WEIGHTS = "ScreenWeights";
    private static final String RANKS = "ScreenRanks";
    private static final String NAME = "Screen";
    private static final Term SCREEN = Term.of("screen");

    private final ScreenStudy study;
    private final ImmutableList<Block> sureness;
    private final LiveScreen screen;
    private final ScreenTables tables;
    private final Model.Builder model;

    private ScreenSection(ScreenStudy study, List<? extends Block> sureness) {
        this.study = study;
        this.sureness = ImmutableList.copyOf(sureness);
        this.screen = study.whole();
        this.tables = new ScreenTables(screen);
        this.model = Model.builder().include(study.model());
    }

    /**
     * The sections, without those on how sure the order is.
     *
     * @param sureness a few tables on that, to stand beside the order; their keys are not in the part's model
     */
    public static Part of(ScreenStudy study, List<? extends Block> sureness) {
        return new ScreenSection(study, sureness).part();
    }

    private Part part() {
        model.name(span(criteria().stream().map(screen::ownWeight).toList()), WEIGHTS);
        model.name(span(screen.each(screen::rank)), RANKS);
        Part.Builder part = Part.builder(model).section(screen());
        study.ownLeagues().forEach(league -> part.section(ownLeague(league)));
        if (study.evidence().table().isEmpty()) {
            part.section(evidence());
        }
        part.section(steps());
        study.ranked().stream()
                .findFirst()
                .ifPresent(first -> part.headline(new Headline(
                        "First by the screen",
                        "Rank",
                        Shown.TEXT,
                        study.sorted().name(1),
                        screen.name(first))));
        criteria().forEach(criterion -> part.lever(lever(criterion)));
        return part.build();
    }

    /** What a reader may change of the screen: how much a criterion weighs. */
    private LeverRow lever(Criterion criterion) {
        return new LeverRow(
                criterion.title(),
                "Weights of the screen",
                "weight",
                Shown.AS_IS,
                ImmutableList.of(
                        new LeverRow.Typed(Optional.empty(), screen.typedWeight(criterion), screen.weight(criterion))),
                screen.ownWeight(criterion),
                screen.weightChanged(criterion),
                screen.weightRefused(criterion),
                "0 or more",
                Optional.empty(),
                ImmutableList.of("Rank"),
                ImmutableList.of(NAME));
    }

    private ImmutableList<Criterion> criteria() {
        return screen.screen().criteria();
    }

    // ---------------------------------------------------------------- who ranks where

    private Section screen() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("", ImmutableList.of(first(), counted())));
        blocks.add(tables.weights());
        if (!screen.screen().levels().isEmpty()) {
            blocks.add(tables.levels());
        }
        blocks.add(tables.list());
        blocks.add(Block.charts(tables.chart(study.ranked().size())));
        blocks.addAll(sureness);
        blocks.add(ranks());
        blocks.add(tables.values());
        tables.standings().ifPresent(blocks::add);
        blocks.add(tables.normalised());
        return Section.of(
                NAME,
                screen.screen().name() + ": who ranks where, and why",
                "Change a weight, or type a value that is missing, and the order follows",
                blocks);
    }

    private Block.Sentence first() {
        SortedList sorted = study.sorted();
        return say(
                "first",
                sorted.name(1).ref(),
                text(" comes first, with a score of "),
                sorted.score(1).ref().fixed(2),
                text(isUnitRange() ? " of 1. " : ". "),
                sorted.reason(1).ref());
    }

    private boolean isUnitRange() {
        return criteria().stream().allMatch(one -> one.normalisation().isUnitRange());
    }

    private static String whole(int number) {
        return Shown.WHOLE.text(Value.of((double) number));
    }

    private Block.Sentence counted() {
        if (screen.isShortlist()) {
            return say(
                    "shown",
                    text("Shown are the first " + screen.companies().size() + " of "
                            + whole(study.result().ranked().length())
                            + " companies that are ranked, of " + screen.amongInWords()
                            + " that passed the filters. Scores,"
                            + " ranks and order follow when a weight is changed; brown numbers are taken from all"
                            + " companies and do not."));
        }
        return say(
                "counted",
                screen.count().ref().fixed(0),
                text(" of " + screen.companies().size()
                        + " companies are ranked. Of the others too little is known: each has the interval its score could"
                        + " take, and no rank."));
    }

    private Block.Sentence say(String what, Formula... parts) {
        Key key = SCREEN.sub("sentence on " + what).key();
        return new Block.Sentence.Live(model.calculation(key, sentence(parts)));
    }

    private Table ranks() {
        var table = tables.ranks();
        for (LeagueRanks league : study.leagues()) {
            table.optional("Rank in " + league.league().name(), Shown.ORDINAL, league::rank);
        }
        return table.build();
    }

    // ---------------------------------------------------------------- a league by its own weights

    private Section ownLeague(LiveScreen league) {
        ScreenTables own = new ScreenTables(league);
        String name = league.screen().name();
        List<Block> blocks = new ArrayList<>(List.of(own.weights(), own.list()));
        blocks.add(Block.charts(own.chart(study.result().in(name).ranked().length())));
        blocks.add(own.ranks().build());
        blocks.add(own.values());
        own.standings().ifPresent(blocks::add);
        blocks.addAll(List.of(own.normalised(), own.contributions(), own.lost(), own.gaps(), own.order()));
        return Section.of(
                "Screen, " + name,
                "The league " + name + ", by weights of its own",
                "Its companies are normalised and ranked among themselves",
                blocks);
    }

    // ---------------------------------------------------------------- evidence

    private Section evidence() {
        List<Block> blocks = new ArrayList<>();
        for (Criterion criterion : criteria()) {
            blocks.add(Table.of(criterion.title(), asked(criterion))
                    .label("Company", study::name)
                    .unit(company -> criterion.unit())
                    .sources(company -> reading(company, criterion).sources())
                    .value("Value", ScreenTables.shown(criterion), company -> LiveScreen.value(criterion, company))
                    .words("", company -> reading(company, criterion).atLeast() ? "at least" : "")
                    .prose(
                            "What it is, or why it is not known",
                            company -> reading(company, criterion).what())
                    .build());
        }
        return Section.of(
                "Screen evidence",
                "What is known of each company, and from where",
                "What is not known is left open, never filled in: type it on the sheet Screen, and the company is ranked",
                blocks);
    }

    private CriterionValue reading(String company, Criterion criterion) {
        return study.evidence().of(company, criterion);
    }

    /** The companies of which the screen, or a league, asks a criterion. */
    private List<String> asked(Criterion criterion) {
        Stream<String> leagues = study.ownLeagues().stream()
                .filter(league -> league.screen().criteria().stream()
                        .anyMatch(one -> one.name().equals(criterion.name())))
                .flatMap(league -> league.companies().stream());
        return Stream.concat(screen.companies().stream(), leagues).distinct().toList();
    }

    // ---------------------------------------------------------------- steps

    private Section steps() {
        List<Block> blocks =
                new ArrayList<>(List.of(tables.contributions(), tables.lost(), tables.gaps(), tables.order()));
        if (!study.leagues().isEmpty()) {
            blocks.add(leagueScores());
        }
        return Section.of(
                "Screen steps",
                "From scores to ranks, step by step",
                "What each criterion adds to a score, what is lacking to the best, and what rests on nothing",
                blocks);
    }

    private Table leagueScores() {
        var table = tables.companies("Scores by which leagues are ranked");
        for (LeagueRanks league : study.leagues()) {
            table.value(league.league().name(), Shown.AS_IS, league::score);
        }
        return table.build();
    }
}
