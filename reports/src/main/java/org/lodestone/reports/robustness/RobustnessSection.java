package org.lodestone.reports.robustness;

import static org.lodestone.reports.formula.Definitions.ONE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Counted;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on how sure the order of a screen is. */
final class RobustnessSection {

    private static final int WEIGHT = 50;
    static final Term ROBUSTNESS = Term.of("robustness");

    private final Robustness robustness;
    private final Model.Builder model;

    private RobustnessSection(Robustness robustness) {
        this.robustness = robustness;
        this.model = Model.builder().include(robustness.model());
    }

    /** The part of a screen with how sure its order is at the end of its section. */
    static Part under(Part screen, Robustness robustness) {
        RobustnessSection sure = new RobustnessSection(robustness);
        List<Block> blocks = sure.blocks();
        return screen.withSections(
                        section -> section.withBlocks(Stream.concat(section.blocks().stream(), blocks.stream())
                                .toList()))
                .plus(sure.checked());
    }

    /** The section on its own, with the table of acceptability, where there are no cells that could change. */
    static Part alone(Robustness robustness) {
        return new RobustnessSection(robustness).partAlone();
    }

    private static Table.ListBuilder<String> ranksOf(Robustness robustness) {
        var table = companies("Share of draws in which a company has each rank, with any weights", robustness);
        for (RankBand band : robustness.bands()) {
            table.value(capitalised(band), Shown.PART_OF_DRAWS, company -> Robustness.acceptability(company, band));
        }
        return table;
    }

    static String capitalised(RankBand band) {
        String words = band.toString();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
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
        List<Block> blocks = new ArrayList<>(List.of(
                new OvertakingBlocks(robustness).sentences(),
                ranksOf(robustness)
                        .note(Counted.SIMULATED + ". " + draws(robustness))
                        .build(),
                tables.trials(),
                tables.central(),
                tables.wins(company -> "Above " + robustness.name(company)),
                tables.without()));
        robustness.indices().ifPresent(indices -> blocks.add(tables.indices(indices)));
        return blocks;
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
        return Part.of(
                Section.of(
                        "Screen robustness",
                        robustness.title(robustness.companies().get(0)),
                        count(robustness) + " draws of weights with seed "
                                + robustness.any().seed(),
                        blocks),
                model.build());
    }

    private Part checked() {
        return Part.builder(model)
                .check(Check.that(
                                model,
                                "How sure the order of the screen is belongs to its weights and values as they stand",
                                ONE.over(Robustness.CURRENT.ref()).isEqualTo(ONE))
                        .waiting()
                        .withWeight(WEIGHT))
                .build();
    }
}
