package org.lodestone.excel;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Report;

/** The line under a table or chart that says whose figures it shows: {@code Source: USGS MCS 2025; IEA GCMO 2025; Lodestone.} */
final class SourceLine {

    /** More than these are counted: the sheet of sources lists all. */
    private static final int NAMED = 3;

    private final Report report;
    private final String all;
    private final Map<Key, Behind> values = new HashMap<>();
    private int walks;

    /** @param all where all sources are listed: {@code listed on Sources} */
    SourceLine(Report report, String all) {
        this.report = report;
        this.all = all;
    }

    /**
     * The line for some values; empty where they rest on no source.
     *
     * <p>What the house expects is its own: its sources, which may be dozens, are named only where nothing else is shown.
     *
     * @param more words that follow the sources; none where it is empty
     */
    Optional<String> of(Stream<Key> keys, String more) {
        Cited cited = cited(keys.toList());
        boolean own = cited.own();
        List<String> names = cited.ids().stream().map(this::name).distinct().toList();
        List<String> parts = new ArrayList<>(names.size() > NAMED + 1 ? names.subList(0, NAMED) : names);
        if (names.size() > parts.size()) {
            parts.add((names.size() - NAMED) + " more, " + all);
        }
        if (!more.isEmpty()) {
            parts.add(more);
        } else if (own) {
            parts.add(report.publication().house());
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of("Source: " + String.join("; ", parts) + ".");
    }

    /** The sources behind some values, the most cited first. */
    ImmutableList<String> ids(Stream<Key> keys) {
        return cited(keys.toList()).ids();
    }

    /** The sources that the line for some values names. */
    ImmutableList<Source> named(Stream<Key> keys) {
        ImmutableList<String> ids = cited(keys.toList()).ids();
        List<String> names = ids.stream().map(this::name).distinct().toList();
        Set<String> told = new HashSet<>(names.size() > NAMED + 1 ? names.subList(0, NAMED) : names);
        return ids.stream()
                .filter(id -> told.contains(name(id)))
                .flatMap(id -> Stream.ofNullable(report.sources().get(id)))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The sources behind some values, the most cited first.
     *
     * @param own whether some of the values are the house's own
     */
    private record Cited(ImmutableList<String> ids, boolean own) {}

    private Cited cited(List<Key> keys) {
        List<Behind> shown = keys.stream().map(this::behind).toList();
        List<Behind> observed =
                shown.stream().filter(value -> !value.isExpected.get()).toList();
        Map<String, Integer> cited = new LinkedHashMap<>();
        boolean own = collect(observed, cited);
        if (observed.size() < shown.size()) {
            own = true;
            if (cited.isEmpty()) {
                collect(shown, cited);
            }
        }
        return new Cited(
                cited.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(Map.Entry::getKey)
                        .collect(ImmutableList.toImmutableList()),
                own);
    }

    /** Counts the sources of the values and of what these are calculated from; whether some are the house's own. */
    private boolean collect(List<Behind> values, Map<String, Integer> cited) {
        boolean own = false;
        walks++;
        Deque<Behind> open = new ArrayDeque<>(); // of sources cited as often, that of the first value comes first
        values.forEach(value -> value.join(open));
        while (!open.isEmpty()) {
            Behind value = open.remove();
            for (String source : value.content.citedSources()) {
                cited.merge(source, 1, Integer::sum);
            }
            own |= value.isOwn();
            value.used.get().forEach(used -> used.join(open));
        }
        return own;
    }

    private Behind behind(Key key) {
        return Remembered.of(key, values, Behind::new);
    }

    /** A value with all that it is calculated from. There is one for each key, told from others by itself. */
    private final class Behind {

        private final Content content;
        /** The values that it is calculated from. */
        private final Supplier<ImmutableList<Behind>> used;
        /** Whether it is calculated from what the house assumed or worked out. */
        private final Supplier<Boolean> isExpected;
        /** The last walk that came by, which is told sooner than a set of thousands is asked. */
        private int walk;

        Behind(Key key) {
            content = report.model().content(key);
            used = Suppliers.memoize(() -> report.model().usedBy(key).stream()
                    .map(SourceLine.this::behind)
                    .collect(ImmutableList.toImmutableList()));
            isExpected = Suppliers.memoize(
                    () -> used.get().stream().anyMatch(one -> one.isChosen() || one.isExpected.get()));
        }

        /** Joins those that a walk has still to look at, once. */
        void join(Deque<Behind> open) {
            if (walk != walks) {
                walk = walks;
                open.add(this);
            }
        }

        /** A choice of words, such as the days of prices, expects nothing. */
        private boolean isChosen() {
            return content.isComputed()
                    || content.asAssumption()
                            .filter(assumption -> assumption.value().number().isPresent())
                            .isPresent();
        }

        /** Whether the house assumed or worked it out. */
        boolean isOwn() {
            return content.isComputed()
                    || content.asAssumption()
                            .filter(assumption -> assumption.sources().isEmpty())
                            .isPresent();
        }
    }

    /** The short name of a source; its id where the report has none of that id. */
    String name(String id) {
        return Optional.ofNullable(report.sources().get(id))
                .map(Source::shortName)
                .orElse(id);
    }
}
