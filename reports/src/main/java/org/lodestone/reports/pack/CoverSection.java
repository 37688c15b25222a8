package org.lodestone.reports.pack;

import static org.lodestone.reports.formula.Formula.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** The cover: what this is, the key figures, the state of the checks, and the way to every section. */
final class CoverSection {

    private static final int CARDS = 8;

    private CoverSection() {}

    /** Whether a section ranks it: more than one country has a figure, and one of them more than nothing. */
    private static boolean isRanked(Supply supply) {
        return supply.hasShares(supply.latest()) && supply.producers(supply.latest()) > 0;
    }

    /** The first measure of reserves, of production and of capacity at each stage. */
    private static Collection<Measure> told(Dataset dataset) {
        Map<String, Measure> first = new LinkedHashMap<>();
        dataset.measures().values().stream()
                .filter(measure -> measure.kind() == Measure.Kind.PRODUCTION
                        || measure.kind() == Measure.Kind.CAPACITY
                        || measure.kind() == Measure.Kind.RESERVES)
                .forEach(measure -> first.putIfAbsent(measure.kind() + " " + measure.stage(), measure));
        return first.values();
    }

    private static List<Block.KeyFigure> figures(Dataset dataset, Supply supply) {
        Measure measure = supply.measure();
        Period year = supply.latest();
        String of = supply.edition().isEmpty() ? "" : ", " + dataset.editionName(supply.edition());
        return List.of(
                new Block.KeyFigure(
                        measure.name() + ", " + measure.unit(),
                        supply.total(year),
                        Shown.WHOLE,
                        (supply.allKnown(year) ? "sum of rows " : "sum of known rows ") + year + of),
                new Block.KeyFigure(
                        "Share of the largest",
                        supply.rankedShare(1, year),
                        Shown.PERCENT_2,
                        "of " + measure.name().toLowerCase(Locale.ROOT) + " " + year));
    }

    /** The amounts of measures for which one country alone has a figure. */
    private static List<Block.KeyFigure> alone(Supplies supplies, Model.Builder model) {
        List<Block.KeyFigure> figures = new ArrayList<>();
        for (Measure measure : told(supplies.dataset())) {
            supplies.supply(measure.id()).ifPresent(supply -> {
                Period year = supply.latest();
                if (supply.known(year).size() == 1) {
                    model.include(supply.model());
                    figures.add(new Block.KeyFigure(
                            measure.name() + ", " + measure.unit(),
                            supply.amount(supply.known(year).get(0), year),
                            Shown.WHOLE,
                            supply.known(year).get(0) + " " + year + ", the only figure"));
                }
            });
        }
        return figures;
    }

    /** What decides the first conclusions about growth and balance, in the scenario chosen. */
    private static List<Block.KeyFigure> forecast(Analyses analyses) {
        List<Block.KeyFigure> figures = new ArrayList<>();
        analyses.forecast().map(ForecastStudy::chosen).ifPresent(chosen -> {
            chosen.supplies().stream()
                    .findFirst()
                    .ifPresent(supply -> figures.add(new Block.KeyFigure(
                            supply.measure().name() + ", growth a year",
                            supply.averageGrowth(),
                            Shown.PERCENT_2,
                            "from " + supply.start() + " to " + supply.horizon() + ", scenario chosen")));
            chosen.balances().stream()
                    .findFirst()
                    .ifPresent(balance -> figures.add(new Block.KeyFigure(
                            "Balance, " + balance.unit(),
                            balance.after(balance.horizon()),
                            Shown.ONE_DECIMAL,
                            balance.horizon() + ", scenario chosen")));
        });
        return figures;
    }

    /** Whether all checks hold, and what the colours of cells say. */
    static Block state(Model.Builder model) {
        Key state = model.calculation(
                Term.of("state of the checks").key(),
                CheckSection.FAILING
                        .ref()
                        .isEqualTo(ZERO)
                        .then(
                                text("All checks hold."),
                                sentence(
                                        text("Checks that do not hold or are in doubt: "),
                                        CheckSection.FAILING.ref(),
                                        text(". See Checks."))));
        return new Block.Prose(
                "State",
                ImmutableList.of(
                        new Block.Sentence.Live(state),
                        new Block.Sentence.Plain(
                                "Blue cells are figures and assumptions and may be overtyped;"
                                        + " black ones are calculated, green ones repeat another sheet, and brown ones"
                                        + " were worked out outside the workbook. Type the code W over a figure to see what depends on it.")));
    }

    /** {@code leftOut} says which sections are left out, and why. */
    static Part of(Analyses analyses, List<String> leftOut) {
        Dataset dataset = analyses.dataset();
        Model.Builder model = Model.builder();
        List<Block.KeyFigure> figures = new ArrayList<>();
        told(dataset)
                .forEach(measure -> analyses.supplies()
                        .supply(measure.id())
                        .filter(CoverSection::isRanked)
                        .ifPresent(supply -> {
                            model.include(supply.model());
                            figures.addAll(figures(dataset, supply));
                        }));
        List<Block.KeyFigure> ahead = forecast(analyses);
        if (figures.isEmpty()) {
            figures.addAll(alone(analyses.supplies(), model));
        }
        int room = CARDS - ahead.size();
        figures.subList(Math.min(figures.size(), room), figures.size()).clear();
        figures.addAll(ahead);
        List<Block> blocks = new ArrayList<>();
        analyses.forecast().ifPresent(forecast -> {
            model.include(forecast.model());
            blocks.add(new Block.Selector(
                    "Scenario",
                    Scenarios.SELECTOR,
                    span(forecast.scenarios().names()),
                    "Choose another, and the forecast follows."));
        });
        if (!figures.isEmpty()) {
            blocks.add(new Block.KeyFigures(ImmutableList.copyOf(figures)));
        }
        blocks.add(state(model));
        blocks.add(new Block.Contents(ImmutableList.copyOf(leftOut)));
        return Part.of(
                Section.presenting("Cover", ResearchPack.title(dataset), ResearchPack.subtitle(dataset), blocks),
                model.build());
    }
}
