package org.lodestone.reports.pack;

import static org.lodestone.reports.formula.Formula.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.supply.Supply;

/** The cover: what this is, the key figures, the state of the checks, and the way to every section. */
final class CoverSection {

    private CoverSection() {}

    static Part of(Dataset dataset, List<String> leftOut) {
        Model.Builder model = Model.builder();
        List<Block.KeyFigure> figures = new ArrayList<>();
        dataset.measures().values().forEach(measure -> {
            if (dataset.figures(measure.id(), dataset.defaultEdition()).isEmpty()) {
                return;
            }
            Supply.of(dataset, measure.id()).ifPresent(supply -> {
                model.include(supply.model());
                Period year = supply.latest();
                String of = dataset.editionName(supply.edition());
                figures.add(new Block.KeyFigure(
                        measure.name() + ", " + measure.unit(),
                        supply.total(year),
                        Shown.WHOLE,
                        (supply.allKnown(year) ? "sum of rows " : "sum of known rows ") + year + ", " + of));
                figures.add(new Block.KeyFigure(
                        supply.places().get(0) + ", share",
                        supply.share(supply.places().get(0), year),
                        Shown.PERCENT_2,
                        "of " + measure.name().toLowerCase(java.util.Locale.ROOT) + " " + year));
            });
        });
        Key state = model.calculation(
                Term.of("state of the checks").key(),
                CheckSection.FAILING
                        .ref()
                        .isEqualTo(ZERO)
                        .then(
                                text("All checks hold."),
                                sentence(
                                        CheckSection.FAILING.ref(),
                                        text(" checks do not hold, or cannot be worked out: see Checks."))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.KeyFigures(ImmutableList.copyOf(figures)));
        blocks.add(new Block.Prose(
                "State",
                ImmutableList.of(
                        new Block.Sentence.Live(state),
                        new Block.Sentence.Plain("Blue cells are figures and assumptions and may be overtyped;"
                                + " black ones are calculated, green ones repeat another sheet, brown ones are"
                                + " Java's. Type the code W over a figure to see what depends on it."))));
        blocks.add(new Block.Contents(leftOut.stream()
                .map(name -> name + ": the dataset has no figures for it.")
                .collect(ImmutableList.toImmutableList())));
        return Part.of(
                Section.presenting("Cover", ResearchPack.title(dataset), ResearchPack.subtitle(dataset), blocks),
                model.build());
    }
}
