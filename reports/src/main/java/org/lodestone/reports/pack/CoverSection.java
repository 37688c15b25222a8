package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;

/** The cover, of what parts bring: key figures, the state of the checks, and the way to every section. */
final class CoverSection {

    private static final int CARDS = 8;

    private CoverSection() {}

    /** @param leftOut which sections are left out, and why */
    static Part of(String title, String subtitle, List<Part> parts, List<String> leftOut) {
        Model.Builder model = Model.builder();
        List<Block> blocks = new ArrayList<>();
        ImmutableList<Block.KeyFigure> figures = figures(parts);
        if (!figures.isEmpty()) {
            blocks.add(new Block.KeyFigures(figures));
        }
        blocks.add(state(model));
        blocks.add(new Block.Contents(ImmutableList.copyOf(leftOut)));
        return Part.of(Section.presenting("Cover", title, subtitle, blocks), model.build());
    }

    /** As many as there is room for: where there are more, whoever brings most gives up its last. */
    private static ImmutableList<Block.KeyFigure> figures(List<Part> parts) {
        List<List<Block.KeyFigure>> figures = parts.stream()
                .map(part -> (List<Block.KeyFigure>) new ArrayList<>(part.keyFigures()))
                .toList();
        while (figures.stream().mapToInt(List::size).sum() > CARDS) {
            List<Block.KeyFigure> most =
                    figures.stream().max(Comparator.comparingInt(List::size)).orElseThrow();
            most.remove(most.size() - 1);
        }
        return figures.stream().flatMap(List::stream).collect(toImmutableList());
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
}
