package org.lodestone.reports.robustness;

import static org.lodestone.reports.formula.Definitions.ONE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Counted;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.robustness.Robustness.RankBand;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenStudy;

/** The section on how sure the order of a screen is. */
record RobustnessSection(Robustness robustness, Model.Builder model) {

    private static final int WEIGHT = 50;

    static RobustnessSection of(Robustness robustness) {
        return new RobustnessSection(robustness, Model.builder().include(robustness.model()));
    }

    /** The part of a screen with how sure its order is at the end of its section. */
    static Part under(Part screen, Robustness robustness) {
        RobustnessSection sure = of(robustness);
        List<Block> blocks = sure.blocks();
        return screen.withSections(section -> section.name().equals(ScreenStudy.SHEET)
                        ? section.withBlocks(Stream.concat(section.blocks().stream(), blocks.stream())
                                .toList())
                        : section)
                .plus(sure.checked());
    }

    private static Table.ListBuilder<String> ranksOf(Robustness robustness) {
        var table = companies("Share of draws in which a company has each rank, with any weights", robustness)
                .id("rank-shares");
        for (RankBand band : robustness.bands()) {
            table.value(
                    Words.byItself(band.toString()),
                    Shown.PART_OF_DRAWS,
                    company -> Robustness.acceptability(company, band));
        }
        return table;
    }

    private static String draws(Robustness robustness) {
        return count(robustness) + " sets of weights, every one as likely as any other.";
    }

    private static String count(Robustness robustness) {
        return Shown.WHOLE.text(Value.of((double) robustness.any().draws()));
    }

    static Table.ListBuilder<String> companies(String heading, Robustness robustness) {
        return Table.of(heading, robustness.companies()).label("Company", robustness::name);
    }

    private List<Block> blocks() {
        RankTables tables = new RankTables(robustness, model);
        List<Block> blocks = new ArrayList<>(List.of(new OvertakingBlocks(robustness).sentences()));
        if (robustness.companies().size() > Robustness.ON_A_PAGE) {
            blocks.add(ranksOf(robustness)
                    .note(Counted.SIMULATED + ". " + draws(robustness))
                    .build());
        }
        blocks.addAll(List.of(
                tables.trials(),
                tables.central(),
                tables.wins(company -> "Above " + robustness.name(company)),
                tables.without()));
        robustness.indices().ifPresent(indices -> blocks.add(tables.indices(indices)));
        return blocks;
    }

    /** A sheet of its own. Its tables are narrow, for a terminal, and there is one for all that is said, since a CSV file has nothing else. */
    Part alone() {
        RankTables tables = new RankTables(robustness, model);
        List<Block> blocks = new ArrayList<>(List.of(
                ranksOf(robustness).note(draws(robustness)).build(),
                new OvertakingBlocks(robustness).table(),
                tables.trial(robustness.near()),
                tables.trial(robustness.any()),
                tables.central(),
                tables.wins(company -> company),
                tables.without()));
        robustness.indices().ifPresent(indices -> blocks.add(tables.indices(indices)));
        return Part.of(
                Section.of(
                        "Screen robustness",
                        title(robustness.companies().get(0)),
                        count(robustness) + " draws of weights with seed "
                                + robustness.any().seed(),
                        blocks),
                model.build());
    }

    /** How sure the rank of a company is, as a title. */
    private String title(String company) {
        ScreenResult result = robustness.result();
        int rank = result.rank(result.universe().position(company)).orElseThrow();
        String better = rank == 1 ? "first" : "in place " + rank + " or better";
        return robustness.name(company) + " is " + better + " of the "
                + robustness.companies().size() + " ranked in "
                + within(rank, robustness.near(), company) + " of draws with weights up to " + percent(Robustness.BAND)
                + " higher or lower, and in " + within(rank, robustness.any(), company)
                + " with any weights of these criteria, figures as they stand";
    }

    private String within(int rank, RankAcceptability trial, String company) {
        return percent(robustness.ranks(trial, company).shareWithin(rank));
    }

    /** In whole percent; what is not quite none or all is not told as such. */
    private static String percent(double share) {
        String rounded = Shown.WHOLE.text(Value.of(100 * share)) + "%";
        if (share > 0 && rounded.equals("0%")) {
            return "under 1%";
        }
        return share < 1 && rounded.equals("100%") ? "over 99%" : rounded;
    }

    private Part checked() {
        return Part.builder(model)
                .check(Check.that(
                                model,
                                "How sure the order of the screen is belongs to its weights and values as they stand",
                                ONE.over(Robustness.CURRENT).isEqualTo(ONE))
                        .waiting()
                        .withWeight(WEIGHT))
                .build();
    }
}
