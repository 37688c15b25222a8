package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import org.lodestone.reports.formula.Model;

/** Sections of a report with the model behind them: what an analysis contributes to a report. */
public record Part(ImmutableList<Section> sections, Model model) {

    public static Part of(Section section, Model model) {
        return new Part(ImmutableList.of(section), model);
    }
}
