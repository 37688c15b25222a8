package org.lodestone.reports.quota;

import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;

/** Charts of quotas: totals with their growth, and what of each is of which ore. */
final class QuotaCharts {

    private QuotaCharts() {}

    static boolean isNumber(Quotas quotas, Key key) {
        return quotas.value(key).number().isPresent();
    }

    static Optional<Block> charts(ImmutableList<Quotas> stages) {
        List<Chart> charts = new ArrayList<>();
        totals(stages).ifPresent(charts::add);
        stages.stream().filter(quotas -> quotas.ores().size() > 1).forEach(quotas -> charts.add(byOre(quotas)));
        return charts.isEmpty() ? Optional.empty() : Optional.of(new Block.Charts(ImmutableList.copyOf(charts)));
    }

    /** Stages with the unit of the first, over the years in which all of them have a total and its growth. */
    private static Optional<Chart> totals(ImmutableList<Quotas> stages) {
        Unit unit = stages.get(0).unit();
        List<Quotas> alike =
                stages.stream().filter(quotas -> quotas.unit().equals(unit)).toList();
        List<Period> years = stages.get(0).years().stream()
                .filter(year -> alike.stream().allMatch(quotas -> hasGrowth(quotas, year)))
                .toList();
        List<Period> run = lastRun(years);
        if (run.size() < 2) {
            return Optional.empty();
        }
        List<Chart.Series> series = new ArrayList<>();
        alike.forEach(quotas -> series.add(Chart.columns(
                quotas.stage().name(), span(run.stream().map(quotas::total).toList()))));
        alike.forEach(quotas -> series.add(Chart.line(
                quotas.stage().name() + ", growth",
                span(run.stream().map(year -> quotas.growth(year).orElseThrow()).toList()))));
        return Optional.of(new Chart(
                "Quotas, and their growth on the year before",
                Chart.Kind.COLUMNS_AND_LINES,
                unit.toString(),
                ImmutableList.copyOf(series)));
    }

    static boolean hasGrowth(Quotas quotas, Period year) {
        return quotas.growth(year).map(growth -> isNumber(quotas, growth)).orElse(false);
    }

    /** The last years without a gap, since a line would run over one as if nothing were missing. */
    private static List<Period> lastRun(List<Period> years) {
        int from = years.size();
        while (from > 0
                && (from == years.size() || years.contains(years.get(from).previous()))) {
            from--;
        }
        return years.subList(from, years.size());
    }

    private static Chart byOre(Quotas quotas) {
        List<Period> years = QuotaExhibits.yearsByOre(quotas);
        return new Chart(
                quotas.stage().name() + ": quota by ore",
                Chart.Kind.STACKED_COLUMNS,
                quotas.unit().toString(),
                quotas.ores().stream()
                        .map(ore -> Chart.columns(
                                QuotaExhibits.oreName(ore),
                                span(years.stream()
                                        .map(year -> quotas.ore(ore, year).orElseThrow())
                                        .toList())))
                        .collect(ImmutableList.toImmutableList()));
    }
}
