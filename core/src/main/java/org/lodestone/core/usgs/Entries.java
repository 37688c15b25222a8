package org.lodestone.core.usgs;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Problem;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.usgs.UsgsReading.UsgsFile;
import org.lodestone.core.usgs.UsgsReading.UsgsProblem;

/** Collects the entries of files: each becomes a figure, says again what another says, or is a problem. */
final class Entries {

    private final List<UsgsFigure> figures = new ArrayList<>();
    private final List<UsgsFigure> gaps = new ArrayList<>();
    private final List<UsgsProblem> problems = new ArrayList<>();
    private final Multiset<String> repeated = HashMultiset.create();

    /** Where an entry stands, and whose it is. */
    record At(String file, int line, String chapter, String commodity) {
        static At of(UsgsFigure figure) {
            return new At(figure.file(), figure.line(), figure.chapter(), figure.commodity());
        }
    }

    /** Adds what {@code figure} makes of an entry, or what it refuses. */
    void add(At at, String column, Supplier<UsgsFigure> figure) {
        try {
            figures.add(figure.get());
        } catch (IllegalArgumentException e) {
            problem(at, column, String.valueOf(e.getMessage()));
        }
    }

    void problem(At at, String column, String message) {
        String text = column.isEmpty() ? message : column + ": " + message;
        problems.add(new UsgsProblem(at.chapter(), at.commodity(), new Problem(at.file(), at.line(), column, text)));
    }

    int size() {
        return figures.size() + problems.size();
    }

    /** What was found in {@code files}, each entry of which was added here. */
    UsgsReading reading(List<UsgsFile> files) {
        List<UsgsFigure> settled = settled(OneTable.gathered(figures));
        return new UsgsReading(
                files.stream().map(file -> counted(file, settled)).collect(ImmutableList.toImmutableList()),
                ImmutableList.copyOf(settled),
                ImmutableList.copyOf(gaps),
                ImmutableList.sortedCopyOf(Comparator.comparing(UsgsProblem::problem), problems));
    }

    private UsgsFile counted(UsgsFile file, List<UsgsFigure> settled) {
        int found = (int) settled.stream()
                .filter(figure -> figure.file().equals(file.name()))
                .count();
        int again = repeated.count(file.name());
        return new UsgsFile(
                file.name(),
                file.edition(),
                file.sha256(),
                file.entries(),
                found,
                again,
                file.entries() - found - again);
    }

    /**
     * The figures without what is said more than once: of those that agree the one with most notes is kept, and where they
     * differ there is a gap, since nothing tells which is meant.
     */
    private List<UsgsFigure> settled(List<UsgsFigure> all) {
        Map<Slot, List<UsgsFigure>> bySlot = new LinkedHashMap<>();
        all.forEach(figure -> bySlot.computeIfAbsent(Slot.of(figure), slot -> new ArrayList<>())
                .add(figure));
        List<UsgsFigure> settled = new ArrayList<>();
        bySlot.values().forEach(said -> {
            if (agree(said)) {
                UsgsFigure kept = said.stream()
                        .reduce((one, other) ->
                                other.notes().size() > one.notes().size() ? other : one)
                        .orElseThrow();
                settled.add(kept);
                said.forEach(figure -> repeated.add(figure.file()));
                repeated.remove(kept.file());
            } else {
                gap(said);
            }
        });
        return settled;
    }

    private void gap(List<UsgsFigure> said) {
        List<String> values = new ArrayList<>();
        for (UsgsFigure figure : said) {
            UsgsFigure other = figure.equals(said.get(0)) ? said.get(1) : said.get(0);
            problem(At.of(figure), "", difference(figure, other));
            values.add(figure.value() + " in " + figure.file() + ":" + figure.line());
        }
        gaps.add(said.get(0).unsettled("Not settled: " + String.join(", ", values) + "."));
    }

    private static String difference(UsgsFigure figure, UsgsFigure other) {
        String where = other.file().equals(figure.file()) ? "line " + other.line() : other.file() + ":" + other.line();
        return figure.name() + " of " + figure.place() + " in " + figure.period() + " is '" + figure.value()
                + "' here and '" + other.value() + "' in " + where
                + ", and nothing tells which is meant. Look it up in the chapter.";
    }

    private static boolean agree(List<UsgsFigure> said) {
        return said.stream()
                .allMatch(figure -> isSame(figure.value(), said.get(0).value()));
    }

    private static boolean isSame(Observation one, Observation other) {
        return one.printed().equals(other.printed())
                || (one instanceof Observation.Exact exact
                        && other instanceof Observation.Exact same
                        && exact.value().compareTo(same.value()) == 0);
    }

    /** What a figure is of. */
    private record Slot(
            String edition,
            String chapter,
            String commodity,
            UsgsFigure.Table table,
            Measure.Kind kind,
            String name,
            Unit unit,
            Place place,
            Period period) {
        static Slot of(UsgsFigure figure) {
            return new Slot(
                    figure.edition(),
                    figure.chapter(),
                    figure.commodity(),
                    figure.table(),
                    figure.kind(),
                    figure.name().toLowerCase(Locale.ROOT),
                    figure.unit(),
                    figure.place(),
                    figure.period());
        }
    }
}
