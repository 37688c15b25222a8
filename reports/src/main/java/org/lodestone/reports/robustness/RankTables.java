package org.lodestone.reports.robustness;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.internal.model.Counted;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.robustness.RankAcceptability.CompanyRanks;
import org.lodestone.reports.robustness.Robustness.LeaveOneOut;

/**
 * Tables of ranks under drawn weights, of the weights with which each company comes first, and without each criterion.
 *
 * @param model takes what was counted
 */
record RankTables(Robustness robustness, Model.Builder model) {

    /** The number of companies, from the first on, that are set against all others. */
    private static final int RIVALS = 15;

    private Key computed(String what, String of, double value) {
        return Counted.add(
                model,
                Robustness.CURRENT,
                Robustness.ROBUSTNESS.sub(what).of(Subject.of(of)),
                value,
                Counted.SIMULATED);
    }

    Table trials() {
        var table = RobustnessSection.companies(
                        "Ranks with any weights, and with weights near those chosen", robustness)
                .id("ranks-by-weights");
        ranks(robustness.any(), ", any", table);
        return ranks(robustness.near(), ", near", table)
                .note("Near: " + robustness.near().range() + ".")
                .build();
    }

    Table trial(RankAcceptability trial) {
        return ranks(
                        trial,
                        "",
                        RobustnessSection.companies("Ranks with " + trial.range(), robustness)
                                .id("ranks-by-weights", trial.range().toString()))
                .build();
    }

    private Table.ListBuilder<String> ranks(RankAcceptability trial, String which, Table.ListBuilder<String> table) {
        return table.value("Mean rank" + which, Shown.TWO_DECIMALS, of("mean rank", trial, CompanyRanks::expectedRank))
                .value("Best" + which, Shown.ORDINAL, of("best rank", trial, CompanyRanks::bestRank))
                .value("Worst" + which, Shown.ORDINAL, of("worst rank", trial, CompanyRanks::worstRank))
                .value("First" + which, Shown.PART_OF_DRAWS, of("first", trial, ranks -> ranks.share(1)));
    }

    private Function<String, Key> of(String what, RankAcceptability trial, ToDoubleFunction<CompanyRanks> number) {
        return company ->
                computed(what + ", " + trial.range(), company, number.applyAsDouble(robustness.ranks(trial, company)));
    }

    private List<Criterion> weighing() {
        return robustness.result().screen().criteria().stream()
                .filter(one -> robustness.result().criterion(one.name()).share() > 0)
                .toList();
    }

    Table central() {
        List<String> first = robustness.companies().stream()
                .filter(one -> !robustness
                        .ranks(robustness.any(), one)
                        .centralWeights()
                        .isEmpty())
                .toList();
        var table = Table.of("Central weights: the mean of those with which a company comes first", first)
                .id("central-weights")
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

    Table wins(UnaryOperator<String> header) {
        var table = RobustnessSection.companies(
                        "Share of draws in which a company scores above another, with any weights", robustness)
                .id("pairwise-shares");
        List<String> rivals = robustness.companies().stream().limit(RIVALS).toList();
        for (String other : rivals) {
            table.column(
                    header.apply(other),
                    company -> company.equals(other)
                            ? Cell.BLANK
                            : new Cell.Of(
                                    Counted.add(
                                            model,
                                            Robustness.CURRENT,
                                            Robustness.ROBUSTNESS
                                                    .sub("scores above")
                                                    .of(Subject.of(company))
                                                    .in(Case.of(other)),
                                            robustness.wins().share(robustness.place(company), robustness.place(other)),
                                            Counted.SIMULATED),
                                    Shown.PART_OF_DRAWS));
        }
        return table.note("A tie counts half."
                        + (rivals.size() < robustness.companies().size()
                                ? " Above whom: the first " + rivals.size() + "."
                                : ""))
                .build();
    }

    Table without() {
        var table = RobustnessSection.companies("Ranks without one criterion", robustness)
                .id("ranks-without-one");
        for (LeaveOneOut one : robustness.without()) {
            one.ranking()
                    .ifPresent(ranking -> table.value(
                            "Without " + Words.inSentence(title(one.criterion())),
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

    Table indices(SobolIndices indices) {
        return Table.of("Which weights the ranks vary with", indices.inputs())
                .id("weight-influence")
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
