package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.lodestone.core.figure.Source;
import org.lodestone.reports.formula.Model;

/**
 * A report, ready to be written.
 *
 * @param title what it is about
 * @param subtitle the edition of the figures and the date they were gathered
 * @param sections its sections in order
 * @param model what stands behind every key the sections name
 * @param sources the sources its figures cite, by id
 * @param origin the dataset it is made from; empty where a reader's changes to it have nowhere to go back to
 */
public record Report(
        String title,
        String subtitle,
        ImmutableList<Section> sections,
        Model model,
        ImmutableMap<String, Source> sources,
        Optional<Origin> origin) {

    /** A report that is not made from a dataset. */
    public Report(
            String title,
            String subtitle,
            ImmutableList<Section> sections,
            Model model,
            ImmutableMap<String, Source> sources) {
        this(title, subtitle, sections, model, sources, Optional.empty());
    }

    /**
     * What a report is made from.
     *
     * @param dataset its name
     * @param edition id of the edition its figures are of; empty where it has none
     */
    public record Origin(String dataset, String edition) {
        @Override
        public String toString() {
            return edition.isEmpty() ? dataset : dataset + "@" + edition;
        }
    }

    /** This report with other sections. */
    public Report withSections(ImmutableList<Section> other) {
        return new Report(title, subtitle, other, model, sources, origin);
    }
}
