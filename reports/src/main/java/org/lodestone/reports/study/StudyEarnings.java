package org.lodestone.reports.study;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.project.StudyFigure.Item;
import org.lodestone.core.project.StudyFigure.Tax;
import org.lodestone.core.project.StudyFigure.Years;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.internal.study.Corner;
import org.lodestone.reports.internal.study.Range;

/**
 * The earnings of each year as a study has them, and from which figures that follows.
 *
 * @param way in words: {@code EBITDA as printed}
 * @param isAfterTax whether nothing is left to be taxed
 * @param levels the amounts by years, each as terms over figures
 */
record StudyEarnings(String way, boolean isAfterTax, ImmutableList<Level> levels) {

    /**
     * An amount that holds for some years.
     *
     * @param years of operation; each of the life where the study names none
     * @param terms the formula over the values of figures
     */
    record Level(Years years, Range amount, Function<StudyModel.Values, Formula> terms) {}

    /** A printed amount that holds for some years, and the row that says it first. */
    private record Stated(Years years, Range amount, StudyFigure figure) {
        Level level() {
            return new Level(years, amount, figures -> figures.inYear(figure));
        }
    }

    /** All ways in which a study with a life says what it earns, the plainest first. */
    static ImmutableList<StudyEarnings> of(StudyRows study) {
        List<StudyEarnings> ways = new ArrayList<>();
        add(ways, "EBITDA as printed", false, levels(printed(study, study.of(Item.EBITDA))));
        if (ways.isEmpty()) {
            add(ways, "revenue less opex", false, less(study));
        }
        if (ways.isEmpty()) {
            add(ways, "volume times price less unit cost", false, margin(study));
        }
        if (ways.isEmpty()) {
            add(ways, "operating cash flow taken for EBITDA", false, levels(printed(study, flows(study, false))));
        }
        add(ways, "cash flow after tax as printed", true, levels(printed(study, flows(study, true))));
        return ImmutableList.copyOf(ways);
    }

    private static List<StudyFigure> flows(StudyRows study, boolean afterTax) {
        return study.of(Item.CASH_FLOW).stream()
                .filter(row -> row.tax().filter(Tax.AFTER::equals).isPresent() == afterTax)
                .toList();
    }

    private static List<Level> levels(List<Stated> stated) {
        return stated.stream().map(Stated::level).toList();
    }

    private static void add(List<StudyEarnings> ways, String way, boolean isAfterTax, List<Level> levels) {
        if (!levels.isEmpty()) {
            ways.add(new StudyEarnings(way, isAfterTax, ImmutableList.copyOf(levels)));
        }
    }

    /** The first row of each span of years, widened to what the others say; what is printed of the whole life is of each of its years. */
    private static List<Stated> printed(StudyRows study, List<StudyFigure> rows) {
        Map<Years, List<StudyFigure>> byYears =
                Multimaps.asMap(Multimaps.index(rows, row -> row.years().isTotal() ? Years.EACH : row.years()));
        return byYears.entrySet().stream()
                .map(entry -> new Stated(
                        entry.getKey(),
                        entry.getValue().stream()
                                .map(row -> inYear(study, row))
                                .reduce(StudyAmounts::widened)
                                .orElseThrow(),
                        entry.getValue().get(0)))
                .toList();
    }

    private static Range inYear(StudyRows study, StudyFigure row) {
        Range amount = study.amount(row);
        return row.years().isTotal() ? StudyAmounts.over(amount, study.life().orElseThrow()) : amount;
    }

    private static List<Level> less(StudyRows study) {
        List<Stated> sales = printed(study, study.of(Item.REVENUE));
        List<Stated> costs = printed(
                study,
                study.of(Item.OPEX).stream()
                        .filter(row -> row.product().isEmpty())
                        .toList());
        return sales.stream()
                .flatMap(sale -> costs.stream()
                        .filter(cost -> cost.years().equals(sale.years()))
                        .map(cost -> new Level(
                                sale.years(),
                                StudyAmounts.minus(sale.amount(), cost.amount()),
                                figures -> figures.inYear(sale.figure()).minus(figures.inYear(cost.figure())))))
                .toList();
    }

    private static List<Level> margin(StudyRows study) {
        return study.products()
                .flatMap(product -> margin(study, product).stream())
                .limit(1)
                .toList();
    }

    private static Optional<Level> margin(StudyRows study, String product) {
        Optional<StudyFigure> price = study.of(Item.PRICE, product).filter(row -> isInMoneyOf(study, row));
        Optional<StudyFigure> cost = study.of(Item.OPEX, product).filter(row -> isInMoneyOf(study, row));
        if (price.isEmpty() || cost.isEmpty()) {
            return Optional.empty();
        }
        Range left = StudyAmounts.minus(StudyAmounts.of(price.get()), StudyAmounts.of(cost.get()));
        Optional<StudyFigure> volume = study.of(Item.VOLUME, product);
        if (volume.isPresent()) {
            return Optional.of(new Level(
                    volume.get().years().isTotal() ? Years.EACH : volume.get().years(),
                    StudyAmounts.times(inYear(study, volume.get()), left),
                    figures -> figures.margin(volume.get(), price.get(), cost.get())));
        }
        return study.of(Item.OPEX).stream()
                .filter(row -> row.product().isEmpty())
                .findFirst()
                .map(all -> new Level(
                        all.years(),
                        StudyAmounts.times(
                                StudyAmounts.over(
                                        StudyAmounts.of(all),
                                        StudyAmounts.of(cost.get()).central()),
                                left),
                        figures -> figures.inYear(all)
                                .times(figures.printed(price.get()).minus(figures.printed(cost.get())))
                                .over(figures.printed(cost.get()))));
    }

    private static boolean isInMoneyOf(StudyRows study, StudyFigure row) {
        return row.unit()
                .filter(unit -> unit.dimension() == Dimension.PRICE)
                .flatMap(unit -> study.money().filter(money -> money.basis().equals(unit.basis())))
                .isPresent();
    }

    /** The amount of each year of a life. A year of which nothing is said is like the last before it, or less. */
    ImmutableList<Range> byYear(int life) {
        return IntStream.rangeClosed(1, life).mapToObj(this::inYear).collect(toImmutableList());
    }

    private Range inYear(int year) {
        Optional<Range> said = levels.stream()
                .filter(level -> level.years().has(year))
                .findFirst()
                .map(Level::amount);
        return said.orElseGet(() -> {
            Range like = lastBefore(year).amount();
            double least = like.central() * Corner.LOW.later();
            return new Range(Math.min(least, like.low()), like.central(), like.high());
        });
    }

    private Level lastBefore(int year) {
        return levels.stream()
                .filter(level -> level.years().last() < year)
                .reduce((first, last) -> last)
                .orElse(levels.get(0));
    }
}
