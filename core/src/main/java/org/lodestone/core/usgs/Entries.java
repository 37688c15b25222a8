package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
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
import org.lodestone.core.usgs.UsgsReading.UsgsProblem;

/** Collects the entries of files: each becomes a figure or a problem. */
final class Entries {

    private final List<UsgsFigure> figures = new ArrayList<>();
    private final List<UsgsProblem> problems = new ArrayList<>();

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

    int figures(String file) {
        return (int)
                figures.stream().filter(figure -> figure.file().equals(file)).count();
    }

    ImmutableList<UsgsFigure> figures() {
        return ImmutableList.copyOf(figures);
    }

    ImmutableList<UsgsProblem> problems() {
        return ImmutableList.sortedCopyOf(Comparator.comparing(UsgsProblem::problem), problems);
    }

    /**
     * Takes out what is said more than once: of figures that agree the later, and of those that differ every one, since
     * nothing tells which is meant.
     */
    void settleRepetitions() {
        Map<Slot, List<UsgsFigure>> bySlot = new LinkedHashMap<>();
        figures.forEach(figure -> bySlot.computeIfAbsent(Slot.of(figure), slot -> new ArrayList<>())
                .add(figure));
        ImmutableSet.Builder<UsgsFigure> out = ImmutableSet.builder();
        for (List<UsgsFigure> said : bySlot.values()) {
            UsgsFigure first = said.get(0);
            boolean agree = said.stream().allMatch(figure -> isSame(figure.value(), first.value()));
            for (UsgsFigure figure : said.subList(said.size() > 1 && !agree ? 0 : 1, said.size())) {
                UsgsFigure other = figure.equals(first) ? said.get(1) : first;
                problem(At.of(figure), "", repetition(figure, other, agree));
                out.add(figure);
            }
        }
        figures.removeAll(out.build());
    }

    private static String repetition(UsgsFigure figure, UsgsFigure other, boolean agree) {
        String what = figure.name() + " of " + figure.place() + " in " + figure.period();
        String where = other.file().equals(figure.file()) ? "line " + other.line() : other.file() + ":" + other.line();
        return agree
                ? what + " is in " + where + " already. That one is used."
                : what + " is '" + figure.value() + "' here and '" + other.value() + "' in " + where
                        + ", and nothing tells which is meant. Look it up in the chapter.";
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
