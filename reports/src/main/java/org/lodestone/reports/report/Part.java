package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import org.lodestone.reports.formula.Model;

/** Sections of a report with the model behind them: what an analysis contributes to a report. */
public record Part(ImmutableList<Section> sections, Model model) {

    /** The sections of both, one after the other. */
    public Part plus(Part next) {
        return new Part(
                ImmutableList.<Section>builder()
                        .addAll(sections)
                        .addAll(next.sections)
                        .build(),
                model.plus(next.model));
    }

    public static Part of(Section section, Model model) {
        return new Part(ImmutableList.of(section), model);
    }
}
