package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.robustness.Beneficiaries;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.ScreenStudy;

/** The cover of a screen of one's own universe: what was read, who comes first, and the way to every section. */
final class UniverseCover {

    /** How many companies are named, the first first. */
    private static final int NAMED = 5;

    private UniverseCover() {}

    static Part of(UniverseSection data, Optional<ScreenStudy> study, Optional<Robustness> robustness) {
        Model.Builder model = Model.builder().include(data.part().model());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.KeyFigures(ImmutableList.of(
                new Block.KeyFigure("Companies read", UniverseSection.READ, Shown.WHOLE, "rows of the table"),
                new Block.KeyFigure("Filtered out", UniverseSection.STOPPED, Shown.WHOLE, "stopped by a filter"),
                new Block.KeyFigure("Ranked", UniverseSection.RANKED, Shown.WHOLE, "by their scores"),
                new Block.KeyFigure(
                        "Provisional", UniverseSection.PROVISIONAL, Shown.WHOLE, "too little is known to rank them"))));
        blocks.add(new Block.Prose("Who comes first", first(study, robustness, model)));
        blocks.add(new Block.Contents(ImmutableList.of()));
        return Part.of(Section.presenting(FrontPage.NAME, data.title(), data.subtitle(), blocks), model.build());
    }

    private static ImmutableList<Block.Sentence> first(
            Optional<ScreenStudy> study, Optional<Robustness> robustness, Model.Builder model) {
        if (study.isEmpty()) {
            return ImmutableList.of(new Block.Sentence.Plain("No company passes the filters, so that none is ranked."));
        }
        model.include(study.get().model());
        robustness.ifPresent(one -> model.include(one.model()));
        ImmutableList<String> ranked = study.get().ranked();
        if (ranked.isEmpty()) {
            return ImmutableList.of(new Block.Sentence.Plain(
                    "Of no company enough is known to rank it. The sheet Screen says what is missing of the first."));
        }
        ImmutableList.Builder<Block.Sentence> said = ImmutableList.builder();
        for (int place = 1; place <= Math.min(NAMED, ranked.size()); place++) {
            Key key = Term.of("cover").sub("place " + place).key();
            said.add(new Block.Sentence.Live(
                    model.calculation(key, Beneficiaries.inOneSentence(study.get(), place, robustness))));
        }
        return said.build();
    }
}
