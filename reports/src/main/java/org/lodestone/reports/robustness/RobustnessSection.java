package org.lodestone.reports.robustness;

import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on how sure the order of a screen is. */
public final class RobustnessSection {

    private static final Term ROBUSTNESS = Term.of("robustness");
    private static final String JAVA =
            "Worked out in Java with the weights and values as they were: brown cells do not follow.";

    /** Below it, decimals of a figure matter. */
    private static final int FEW = 100;

    private final Robustness robustness;
    private final Model.Builder model;

    private RobustnessSection(Robustness robustness) {
        this.robustness = robustness;
        this.model = Model.builder().include(robustness.model());
    }

    public static Part of(Robustness robustness) {
        return new RobustnessSection(robustness).part();
    }

    /** How often each company has each rank, shaded: the table that stands beside the order. */
    public static Table acceptability(Robustness robustness) {
        var table = companies("Share of draws in which a company has each rank, with any weights", robustness);
        for (int rank : ranks(robustness)) {
            table.value("Rank " + rank, Shown.PERCENT, company -> Robustness.acceptability(company, rank));
        }
        for (String company : robustness.companies()) {
            table.shade(span(ranks(robustness).stream()
                    .map(rank -> Robustness.acceptability(company, rank))
                    .toList()));
        }
        return table.note(JAVA + " " + robustness.any().draws() + " sets of weights, every one as likely as any other.")
                .build();
    }

    private static List<Integer> ranks(Robustness robustness) {
        return IntStream.rangeClosed(1, robustness.companies().size()).boxed().toList();
    }

    private static Table.ListBuilder<String> companies(String heading, Robustness robustness) {
        return Table.of(heading, robustness.companies()).label("Company", robustness.study()::name);
    }

    private Part part() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(overtakings());
        blocks.add(trials());
        blocks.add(central());
        blocks.add(wins());
        blocks.add(without());
        robustness.indices().ifPresent(indices -> blocks.add(indices(indices)));
        return Part.of(
                Section.of("Screen robustness", "How sure the order is, and what would change it", JAVA, blocks),
                model.build());
    }

    // ---------------------------------------------------------------- what would change it

    private Block overtakings() {
        ImmutableList.Builder<Block.Sentence> sentences = ImmutableList.builder();
        for (Overtaking overtaking : robustness.overtakings()) {
            List<String> said = new ArrayList<>(overtaking.sentences());
            overtaking.oneScore().stream()
                    .findFirst()
                    .flatMap(change -> figure(overtaking, change).stream()
                            .boxed()
                            .findFirst()
                            .map(value -> inFigures(change.criterion(), value)))
                    .ifPresent(said::add);
            sentences.add(new Block.Sentence.Plain(String.join(" ", said)));
        }
        return new Block.Prose("The smallest change by which each company passes the one above it", sentences.build());
    }

    private OptionalDouble figure(Overtaking overtaking, ScoreChange change) {
        return robustness.study().result().criterion(change.criterion()).valueOf(change.to());
    }

    private String inFigures(String name, double value) {
        Criterion criterion = robustness.study().result().criterion(name).criterion();
        String unit = criterion.unit().isEmpty() ? "" : " (" + criterion.unit() + ")";
        Shown shown = Math.abs(value) >= FEW ? Shown.WHOLE : Shown.TWO_DECIMALS;
        return "That score stands for " + shown.text(Value.of(value)) + unit + ".";
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
        return robustness.study().screen().criteria().stream()
                .filter(one -> robustness.study().result().criterion(one.name()).share() > 0)
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
                .label("Company", robustness.study()::name);
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

    private Table wins() {
        var table = companies("Share of draws in which a company scores above another, with any weights", robustness);
        for (String other : robustness.companies()) {
            table.column(
                    "above " + robustness.study().name(other),
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
        return table.note("A tie counts half.").build();
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
        return robustness.study().result().criterion(criterion).criterion().title();
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
