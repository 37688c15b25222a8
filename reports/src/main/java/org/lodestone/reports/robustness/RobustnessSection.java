package org.lodestone.reports.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Formula.ONE;
import static org.lodestone.reports.formula.Formula.span;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.screen.CriterionScores;

/** The section on how sure the order of a screen is. */
public final class RobustnessSection {

    private static final int WEIGHT = 50;

    private static final Term ROBUSTNESS = Term.of("robustness");
    private static final String JAVA =
            "Worked out in Java with the weights and values as they were: brown cells do not follow.";

    private static final String OVERTAKINGS = "The smallest change by which each company passes the one above it";

    private static final String AMONG_THESE =
            "Only these companies are compared: one that is not here may come before them with other weights.";

    /** So many companies, the first, are set against all others. */
    private static final int RIVALS = 15;

    /** Below it, decimals of a figure matter. */
    private static final int FEW = 100;

    private final Robustness robustness;
    private final Model.Builder model;

    private RobustnessSection(Robustness robustness) {
        this.robustness = robustness;
        this.model = Model.builder().include(robustness.model());
    }

    /** The section of a workbook that has the table of acceptability beside the order already. */
    public static Part of(Robustness robustness) {
        return new RobustnessSection(robustness).part();
    }

    /** The section on its own, with the table of acceptability, where there are no cells that could change. */
    public static Part alone(Robustness robustness) {
        return new RobustnessSection(robustness).partAlone();
    }

    /** How often each company has each rank, shaded: the table that stands beside the order. */
    public static Table acceptability(Robustness robustness) {
        var table = ranksOf(robustness);
        for (String company : robustness.companies()) {
            table.shade(span(robustness.bands().stream()
                    .map(band -> Robustness.acceptability(company, band))
                    .toList()));
        }
        if (robustness.isOfShortlist()) {
            table.note(AMONG_THESE);
        }
        return table.note(JAVA + " " + draws(robustness)).build();
    }

    private static Table.ListBuilder<String> ranksOf(Robustness robustness) {
        var table = companies("Share of draws in which a company has each rank, with any weights", robustness);
        for (RankBand band : robustness.bands()) {
            table.value(capitalised(band), Shown.PERCENT, company -> Robustness.acceptability(company, band));
        }
        return table;
    }

    private static String capitalised(RankBand band) {
        String words = band.toString();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String draws(Robustness robustness) {
        return robustness.any().draws() + " sets of weights, every one as likely as any other.";
    }

    private static Table.ListBuilder<String> companies(String heading, Robustness robustness) {
        return Table.of(heading, robustness.companies()).label("Company", robustness::name);
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>(List.of(
                overtakings(), trials(), central(), wins(company -> "above " + robustness.name(company)), without()));
        robustness.indices().ifPresent(indices -> blocks.add(indices(indices)));
        return part(
                "How sure the order is, and what would change it",
                robustness.isOfShortlist() ? AMONG_THESE + " " + JAVA : JAVA,
                blocks);
    }

    /** Its tables are narrow, for a terminal, and there is one for all that is said, since a CSV file has nothing else. */
    private Part partAlone() {
        List<Block> blocks = new ArrayList<>(List.of(
                ranksOf(robustness).note(draws(robustness)).build(),
                overtakingTable(),
                trial(robustness.near()),
                trial(robustness.any()),
                central(),
                wins(company -> company),
                without()));
        robustness.indices().ifPresent(indices -> blocks.add(indices(indices)));
        return part(
                robustness.title(robustness.companies().get(0)),
                robustness.any().draws() + " draws of weights with seed "
                        + robustness.any().seed(),
                blocks);
    }

    private Part part(String title, String subtitle, List<Block> blocks) {
        return Part.builder(model)
                .section(Section.of("Screen robustness", title, subtitle, blocks))
                .check(Check.that(
                                model,
                                "How sure the order of the screen is belongs to its weights and values as they stand",
                                Robustness.AS_RUN.ref().isEqualTo(ONE))
                        .withWeight(WEIGHT))
                .build();
    }

    // ---------------------------------------------------------------- what would change it

    private Block overtakings() {
        return new Block.Prose(
                OVERTAKINGS,
                robustness.overtakings().stream()
                        .map(overtaking -> new Block.Sentence.Plain(inWords(overtaking)))
                        .collect(toImmutableList()));
    }

    private Table overtakingTable() {
        return Table.of(OVERTAKINGS, robustness.overtakings())
                .label("Company", overtaking -> overtaking.behind().name())
                .prose("How it passes", this::inWords)
                .build();
    }

    private String inWords(Overtaking overtaking) {
        List<String> said = new ArrayList<>(overtaking.ofWeights());
        ofFigure(overtaking).or(overtaking::ofScore).ifPresent(said::add);
        return String.join(" ", said);
    }

    /** The figures of which one would have to be another, in their own units; empty where a score stands for none. */
    private Optional<String> ofFigure(Overtaking overtaking) {
        if (overtaking.ofScore().isEmpty()) {
            return Optional.empty();
        }
        String figures = overtaking.oneScore().stream()
                .flatMap(change -> instead(overtaking, change).stream())
                .collect(Collectors.joining(", or "));
        return figures.isEmpty() ? Optional.empty() : Optional.of(overtaking.overtakes("with " + figures));
    }

    private Optional<String> instead(Overtaking overtaking, ScoreChange change) {
        CriterionScores scores = robustness.result().criterion(change.criterion());
        OptionalDouble from = scores.raw(
                robustness.result().universe().position(overtaking.behind().id()));
        OptionalDouble to = scores.valueOf(change.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        Criterion criterion = scores.criterion();
        String unit = criterion.unit().isEmpty() ? "" : " " + criterion.unit();
        return Optional.of(figure(to.getAsDouble()) + unit + " instead of " + figure(from.getAsDouble()) + " for "
                + Words.inSentence(criterion.title()));
    }

    private static String figure(double value) {
        Shown shown = Math.abs(value) >= FEW || value == Math.rint(value) ? Shown.WHOLE : Shown.TWO_DECIMALS;
        return shown.text(Value.of(value));
    }

    // ---------------------------------------------------------------- ranks under drawn weights

    private Key computed(String what, String of, double value) {
        return model.computed(ROBUSTNESS.sub(what).of(Subject.of(of)), Value.of(value), JAVA);
    }

    private Table trials() {
        return companies("Ranks with any weights, and with weights near those chosen", robustness)
                .value("Mean rank, any", Shown.TWO_DECIMALS, one -> mean(robustness.any(), one))
                .value("Best, any", Shown.ORDINAL, one -> best(robustness.any(), one))
                .value("Worst, any", Shown.ORDINAL, one -> worst(robustness.any(), one))
                .value("First, any", Shown.PERCENT, one -> first(robustness.any(), one))
                .value("Mean rank, near", Shown.TWO_DECIMALS, one -> mean(robustness.near(), one))
                .value("Best, near", Shown.ORDINAL, one -> best(robustness.near(), one))
                .value("Worst, near", Shown.ORDINAL, one -> worst(robustness.near(), one))
                .value("First, near", Shown.PERCENT, one -> first(robustness.near(), one))
                .note("Near: " + robustness.near().range() + ".")
                .build();
    }

    private Table trial(RankAcceptability trial) {
        return companies("Ranks with " + trial.range(), robustness)
                .value("Mean rank", Shown.TWO_DECIMALS, one -> mean(trial, one))
                .value("Best", Shown.ORDINAL, one -> best(trial, one))
                .value("Worst", Shown.ORDINAL, one -> worst(trial, one))
                .value("First", Shown.PERCENT, one -> first(trial, one))
                .build();
    }

    private Key mean(RankAcceptability trial, String company) {
        return computed(
                "mean rank, " + trial.range(),
                company,
                robustness.ranks(trial, company).expectedRank());
    }

    private Key best(RankAcceptability trial, String company) {
        return computed(
                "best rank, " + trial.range(),
                company,
                robustness.ranks(trial, company).bestRank());
    }

    private Key worst(RankAcceptability trial, String company) {
        return computed(
                "worst rank, " + trial.range(),
                company,
                robustness.ranks(trial, company).worstRank());
    }

    private Key first(RankAcceptability trial, String company) {
        return computed(
                "first, " + trial.range(),
                company,
                robustness.ranks(trial, company).share(1));
    }

    private List<Criterion> weighing() {
        return robustness.result().screen().criteria().stream()
                .filter(one -> robustness.result().criterion(one.name()).share() > 0)
                .toList();
    }

    private Table central() {
        List<String> first = robustness.companies().stream()
                .filter(one -> !robustness
                        .ranks(robustness.any(), one)
                        .centralWeights()
                        .isEmpty())
                .toList();
        var table = Table.of("Central weights: the mean of those with which a company comes first", first)
                .label("Company", robustness::name);
        for (Criterion criterion : weighing()) {
            table.value(
                    criterion.title(),
                    Shown.PERCENT,
                    company -> computed(
                            "central weight of " + criterion.name(),
                            company,
                            robustness
                                    .ranks(robustness.any(), company)
                                    .centralWeights()
                                    .getOrDefault(criterion.name(), 0.0)));
        }
        return table.note("Companies that come first with no weights at all are left out.")
                .build();
    }

    private Table wins(UnaryOperator<String> header) {
        var table = companies("Share of draws in which a company scores above another, with any weights", robustness);
        List<String> rivals = robustness.companies().stream().limit(RIVALS).toList();
        for (String other : rivals) {
            table.column(
                    header.apply(other),
                    Column.Role.VALUE,
                    company -> company.equals(other)
                            ? Cell.BLANK
                            : new Cell.Of(
                                    model.computed(
                                            ROBUSTNESS
                                                    .sub("scores above")
                                                    .of(Subject.of(company))
                                                    .in(Case.of(other)),
                                            Value.of(robustness
                                                    .wins()
                                                    .share(robustness.place(company), robustness.place(other))),
                                            JAVA),
                                    Shown.PERCENT));
        }
        return table.note("A tie counts half."
                        + (rivals.size() < robustness.companies().size()
                                ? " Above whom: the first " + rivals.size() + "."
                                : ""))
                .build();
    }

    private Table without() {
        var table = companies("Ranks without one criterion", robustness);
        for (LeaveOneOut one : robustness.without()) {
            one.ranking()
                    .ifPresent(ranking -> table.value(
                            "without " + title(one.criterion()),
                            Shown.ORDINAL,
                            company -> computed(
                                    "rank without " + one.criterion(),
                                    company,
                                    ranking.ranks().get(robustness.place(company)))));
        }
        return table.note("The other criteria keep their proportions.").build();
    }

    private String title(String criterion) {
        return robustness.result().criterion(criterion).criterion().title();
    }

    private Table indices(SobolIndices indices) {
        return Table.of("Which weights the ranks vary with", indices.inputs())
                .label("Weight of", input -> title(input.name()))
                .value(
                        "First-order index",
                        Shown.TWO_DECIMALS,
                        input -> computed("first-order index", input.name(), input.firstOrder()))
                .value("Total index", Shown.TWO_DECIMALS, input -> computed("total index", input.name(), input.total()))
                .note("Sobol indices of the mean rank shift, "
                        + robustness.near().range() + ", "
                        + indices.runs()
                        + " runs. First order: the share of its variance that would go if this weight were"
                        + " known; total: what would stay if all others were.")
                .build();
    }
}
