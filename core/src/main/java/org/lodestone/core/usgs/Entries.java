package org.lodestone.core.usgs;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Multiset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.usgs.UsgsReading.UsgsFile;
import org.lodestone.core.usgs.UsgsReading.UsgsProblem;

/** Collects the entries of files: each becomes a figure, says again what another says, or is a problem. */
final class Entries {

    private final List<UsgsFigure> figures = new ArrayList<>();
    private final List<UsgsFigure> gaps = new ArrayList<>();
    private final List<UsgsProblem> problems = new ArrayList<>();
    private final Multiset<String> repeated = HashMultiset.create();

    /** Where an entry stands, and whose it is. The line is 0 where the whole file is meant. */
    record At(String file, int line, String chapter, String commodity) {
        static At of(UsgsFigure figure) {
            return new At(figure.file(), figure.line(), figure.chapter(), figure.commodity());
        }

        /** A whole file, as far as its name says whose it is. */
        static At wholeFile(String file) {
            return ReleaseName.of(file)
                    .flatMap(name -> Commodities.find(name.code()))
                    .map(of -> new At(file, 0, of.chapter(), of.commodity()))
                    .orElseGet(() -> new At(file, 0, "", ""));
        }
    }

    /** An entry as it is printed, as far as that is known; its parts are empty where it is not. */
    record Printed(String place, String measure, String period, String text) {
        static final Printed NOTHING = new Printed("", "", "", "");

        static Printed of(UsgsFigure figure) {
            return new Printed(
                    figure.place().name(),
                    figure.name(),
                    figure.period().toString(),
                    figure.value().printed());
        }
    }

    /** Adds what {@code figure} makes of an entry, or what it refuses. */
    void add(At at, String column, Printed printed, Supplier<UsgsFigure> figure) {
        try {
            requireCommodity(at.commodity());
            UsgsFigure read = figure.get();
            requireWhole(read);
            figures.add(read);
        } catch (IllegalArgumentException e) {
            problem(at, column, printed, String.valueOf(e.getMessage()));
        }
    }

    private static void requireCommodity(String name) {
        if (CommodityName.of(name).letters().isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' is no commodity. Look up in the chapter which it is.");
        }
    }

    /** Refuses a figure that does not say when it is, or whose value cannot be in its unit. */
    private static void requireWhole(UsgsFigure figure) {
        if (figure.period().toString().isEmpty()) {
            throw new IllegalArgumentException("the year is missing. Look it up in the chapter.");
        }
        figure.value().requireAmount(figure.unit());
    }

    void problem(At at, String column, Printed printed, String reason) {
        OptionalInt line = at.line() == 0 ? OptionalInt.empty() : OptionalInt.of(at.line());
        problems.add(new UsgsProblem(
                at.chapter(),
                at.commodity(),
                column,
                new Unread(
                        at.file(),
                        line,
                        printed.place(),
                        printed.measure(),
                        printed.period(),
                        printed.text(),
                        reason)));
    }

    int size() {
        return figures.size() + problems.size();
    }

    /** The reading of {@code files}, each entry of which was added here. */
    UsgsReading reading(List<UsgsFile> files) {
        OneTable.Gathered gathered = OneTable.gathered(figures);
        List<UsgsFigure> settled = settled(StatedBases.adopted(gathered.figures()));
        return new UsgsReading(
                files.stream().map(file -> counted(file, settled)).collect(ImmutableList.toImmutableList()),
                ImmutableList.copyOf(settled),
                ImmutableList.copyOf(gaps),
                gathered.sums(),
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
     * differ there is a gap, since nothing tells which is meant. Reserves that are not applicable in the row of a refinery
     * say nothing of those in the row of the mine.
     */
    private List<UsgsFigure> settled(List<UsgsFigure> gathered) {
        List<UsgsFigure> settled = new ArrayList<>();
        Multimaps.asMap(Multimaps.index(gathered, Entries::subject)).values().forEach(all -> {
            List<UsgsFigure> said = applicable(all);
            if (said.stream().allMatch(figure -> isSame(figure, said.get(0)))) {
                UsgsFigure kept = said.stream()
                        .reduce((one, other) ->
                                other.notes().size() > one.notes().size() ? other : one)
                        .orElseThrow();
                settled.add(kept);
                all.forEach(figure -> repeated.add(figure.file()));
                repeated.remove(kept.file());
            } else {
                all.stream().filter(figure -> !said.contains(figure)).forEach(figure -> repeated.add(figure.file()));
                gap(said);
            }
        });
        return settled;
    }

    /** Those of {@code all} that are applicable, or all where none is. */
    private static List<UsgsFigure> applicable(List<UsgsFigure> all) {
        List<UsgsFigure> said = all.stream()
                .filter(figure -> !OneTable.isNotApplicable(figure.value()))
                .toList();
        return said.isEmpty() ? all : said;
    }

    private void gap(List<UsgsFigure> said) {
        List<String> values = new ArrayList<>();
        for (UsgsFigure figure : said) {
            UsgsFigure other = figure.equals(said.get(0)) ? said.get(1) : said.get(0);
            problem(At.of(figure), "", Printed.of(figure), difference(figure, other));
            values.add(figure.value() + " in " + figure.file() + ":" + figure.line());
        }
        gaps.add(said.get(0)
                .replaced(
                        Observation.parse(Observation.Reason.NOT_AVAILABLE.code()),
                        "Not settled: " + String.join(", ", values) + "."));
    }

    private static String difference(UsgsFigure figure, UsgsFigure other) {
        String where = other.file().equals(figure.file()) ? "line " + other.line() : other.file() + ":" + other.line();
        return figure.name() + " of " + figure.place() + " in " + figure.period() + " is '" + figure.value()
                + "' here and '" + other.value() + "' in " + where
                + ", and nothing tells which is meant. Look it up in the chapter.";
    }

    private static boolean isSame(UsgsFigure one, UsgsFigure other) {
        return (one.value().printed().equals(other.value().printed())
                        && one.unit().equals(other.unit()))
                || one.value()
                        .inBaseUnit(one.unit())
                        .flatMap(mine ->
                                other.value().inBaseUnit(other.unit()).map(theirs -> mine.compareTo(theirs) == 0))
                        .orElse(false);
    }

    /** All that tells what a figure is of, without its value. */
    private static List<Object> subject(UsgsFigure figure) {
        return List.of(
                figure.edition(),
                CommodityName.of(figure.chapter()),
                CommodityName.of(figure.commodity()),
                figure.table(),
                figure.kind(),
                figure.name().toLowerCase(Locale.ROOT),
                figure.unit().dimension(),
                figure.unit().basis(),
                figure.place(),
                figure.period());
    }
}
