package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.UnitException;
import org.lodestone.core.research.Publication;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Units;

/**
 * A report, ready to be written.
 *
 * @param title what it is about
 * @param subtitle the edition of the figures and the date they were gathered
 * @param sections its sections in order
 * @param model what stands behind every key the sections name
 * @param sources the sources its figures cite, by id
 * @param origin the dataset it is made from; empty where a reader's changes to it have nowhere to go back to
 * @param publication who publishes it, under which name
 * @param date the date that a file of it carries as its own, since the library knows no clock
 */
public record Report(
        String title,
        String subtitle,
        ImmutableList<Section> sections,
        Model model,
        ImmutableMap<String, Source> sources,
        Optional<Origin> origin,
        Publication publication,
        LocalDate date) {

    /**
     * Throws where something could not be placed: a value that the model lacks, a selector of what cannot be picked. Throws where a
     * formula takes values together whose units do not fit.
     */
    public Report {
        Part laid = new Part(sections, model).laidOut();
        sections = laid.sections();
        model = laid.model();
        requireWhole(sections, model);
    }

    private static void requireWhole(List<Section> sections, Model model) {
        Set<Key> known = new HashSet<>();
        Set<Key> picked = new HashSet<>();
        Units units = Units.require(model);
        for (Section section : sections) {
            section.head()
                    .flatMap(Block.Sentence::keys)
                    .forEach(key -> require(key, "Section '" + section.name() + "', head: ", model, known));
            for (Block block : section.allBlocks().toList()) {
                String where = "Section '" + section.name() + "', " + block.name() + ": ";
                block.keys().forEach(key -> require(key, where, model, known));
                block.problem(model).ifPresent(problem -> {
                    throw new IllegalArgumentException(where + problem);
                });
                block.misfit(units).ifPresent(misfit -> {
                    throw new UnitException(where + misfit);
                });
                block.as(Block.Selector.class)
                        .filter(selector -> !picked.add(selector.key()))
                        .ifPresent(selector -> {
                            throw new IllegalArgumentException(where + "another selector picks '" + selector.key()
                                    + "' already. Keep one, and show it as a value here.");
                        });
            }
        }
        model.names().forEach((key, name) -> require(key, "The name '" + name + "': ", model, known));
        model.spanNames()
                .forEach((span, name) ->
                        span.keys().forEach(key -> require(key, "The name '" + name + "': ", model, known)));
    }

    /** Throws where the model lacks a value that is shown, or another that it is calculated from. */
    private static void require(Key shown, String where, Model model, Set<Key> known) {
        Deque<Key> open = new ArrayDeque<>();
        open.push(shown);
        while (!open.isEmpty()) {
            Key key = open.pop();
            if (!known.add(key)) {
                continue;
            }
            if (!model.has(key)) {
                throw new IllegalArgumentException(where + "the model has no value for '" + key + "'"
                        + (key.equals(shown) ? "" : ", from which '" + shown + "' is calculated")
                        + ". Include the model that has it, or leave out what needs it.");
            }
            model.usedBy(key).forEach(open::push);
        }
    }

    /** A report that is not made from a dataset, which Lodestone publishes; its date is the first of 1970 unless it is {@link #dated}. */
    public Report(
            String title,
            String subtitle,
            ImmutableList<Section> sections,
            Model model,
            ImmutableMap<String, Source> sources) {
        this(title, subtitle, sections, model, sources, Optional.empty(), Publication.of(title), LocalDate.EPOCH);
    }

    /**
     * The dataset that a report is made from, and its edition.
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

    /** This report as somebody else publishes it. */
    public Report publishedBy(Publication other) {
        return new Report(title, subtitle, sections, model, sources, origin, other, date);
    }

    /** This report with another date. */
    public Report dated(LocalDate other) {
        return new Report(title, subtitle, sections, model, sources, origin, publication, other);
    }

    /** This report with other sections. */
    public Report withSections(List<Section> other) {
        return new Report(title, subtitle, ImmutableList.copyOf(other), model, sources, origin, publication, date);
    }

    @Override
    public String toString() {
        return OneLine.of(
                title,
                OneLine.count(sections, "section"),
                OneLine.count(model.contents(), "value"),
                OneLine.count(sources, "source"));
    }
}
