package org.lodestone.reports.robustness;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.span;

import java.util.ArrayList;
import java.util.List;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on how sure the order of a screen is. */
public final class RobustnessSection {

    private static final int WEIGHT = 50;
    static final Term ROBUSTNESS = Term.of("robustness");

    static final String JAVA =
            "Worked out in Java with the weights and values as they were: brown cells do not follow.";

    private static final String AMONG_THESE =
            "Only these companies are compared: one that is not here may come before them with other weights.";

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

    static Table.ListBuilder<String> companies(String heading, Robustness robustness) {
        return Table.of(heading, robustness.companies()).label("Company", robustness::name);
    }

    private Part part() {
        RankTables tables = new RankTables(robustness, model);
        List<Block> blocks = new ArrayList<>(List.of(
                new OvertakingBlocks(robustness).sentences(),
                tables.trials(),
                tables.central(),
                tables.wins(company -> "above " + robustness.name(company)),
                tables.without()));
        robustness.indices().ifPresent(indices -> blocks.add(tables.indices(indices)));
        return part(
                "How sure the order is, and what would change it",
                robustness.isOfShortlist() ? AMONG_THESE + " " + JAVA : JAVA,
                blocks);
    }

    /** Its tables are narrow, for a terminal, and there is one for all that is said, since a CSV file has nothing else. */
    private Part partAlone() {
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
}
