package org.lodestone.reports.pack;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Doubt;
import org.lodestone.core.figure.Unread;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/**
 * Names what sources printed and could not be read: on every sheet that shows its measure, and all of it among the checks, with
 * what was read in a unit that is in doubt.
 */
record NotRead(Dataset dataset) {

    /** More than these are counted; the table of all is among the checks. */
    private static final int NAMED = 12;

    private static final int WEIGHT = 100;

    /** The section, with what could not be read of the measures that it shows ahead of all else. */
    Section noted(Section section) {
        if (section.group().isCore() || section.longTable().isPresent()) {
            return section;
        }
        ImmutableList<Unread> missing = dataset.measures().values().stream()
                .filter(measure -> !dataset.unread(measure).isEmpty() && shows(section, measure))
                .flatMap(measure -> dataset.unread(measure).stream())
                .collect(toImmutableList());
        return missing.isEmpty()
                ? section
                : section.withBlocks(ImmutableList.<Block>builder()
                        .add(sentences(missing))
                        .addAll(section.blocks())
                        .build());
    }

    /** Checks that are in doubt: one of each measure of which something could not be read, and one of what is of none. */
    Part part() {
        Model.Builder model = Model.builder();
        Part.Builder part = Part.builder(model);
        List<Unread> others = new ArrayList<>(dataset.unread());
        Set<String> checked = new HashSet<>();
        for (Measure measure : dataset.measures().values()) {
            check(measure.name(), dataset.unread(measure), model).ifPresent(part::check);
            others.removeAll(dataset.unread(measure));
        }
        check("other entries", others, model).ifPresent(part::check);
        for (Doubt doubt : dataset.doubts()) {
            String name =
                    "Its unit is beyond doubt: " + doubt.measure().name() + ", " + dataset.editionName(doubt.edition());
            if (checked.add(name)) {
                part.check(Check.inDoubt(model, name, "in doubt").withWeight(WEIGHT));
            }
        }
        return part.build();
    }

    private static Optional<Check> check(String what, List<Unread> missing, Model.Builder model) {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Check.inDoubt(
                                model, "Every entry of its sources was read: " + what, missing.size() + " not read")
                        .withWeight(WEIGHT));
    }

    /** All of it, in a table; none where all was read. */
    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        if (!dataset.unread().isEmpty()) {
            tables.add(table());
        }
        if (!dataset.doubts().isEmpty()) {
            tables.add(Table.of("Figures whose unit is in doubt", dataset.doubts())
                    .id("doubtful-units")
                    .prose("Measure", doubt -> doubt.measure().name())
                    .prose("Why", Doubt::reason)
                    .note("They are among the figures as they are printed, and totals, shares and changes with them.")
                    .build());
        }
        return tables;
    }

    private Table table() {
        return Table.of("Entries of sources that could not be read", dataset.unread())
                .id("unread-entries")
                .prose("Where", Unread::at)
                .words("Place", Unread::place)
                .prose("Measure", Unread::measure)
                .words("Period", Unread::period)
                .words("As printed", Unread::text)
                .prose("Why", Unread::reason)
                .note("None of these is among the figures. Totals, shares and concentration are without them.")
                .build();
    }

    private static boolean shows(Section section, Measure measure) {
        return section.rows()
                .flatMap(Row::values)
                .map(value -> value.key().what().id())
                .anyMatch(what -> what.equals(measure.id()) || what.startsWith(measure.id() + ": "));
    }

    private static Block sentences(List<Unread> missing) {
        Stream<String> named = missing.stream().limit(NAMED).map(NotRead::sentence);
        Stream<String> others = missing.size() > NAMED
                ? Stream.of("And " + (missing.size() - NAMED) + " more, which Checks lists.")
                : Stream.of();
        return new Block.Prose(
                "Not read, and missing here: totals, shares and concentration are without it",
                Stream.concat(named, others).map(Block.Sentence.Plain::new).collect(toImmutableList()));
    }

    /** {@code Mine production, Russia (recoverable), 2022: 20000 (antim_world.csv:9). It is not a place.} */
    private static String sentence(Unread one) {
        String what = Stream.of(one.measure(), one.place(), one.period())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return what + (one.text().isEmpty() ? "" : ": " + one.text()) + " (" + one.at() + "). " + one.reason();
    }
}
