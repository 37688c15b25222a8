package org.lodestone.reports.quota;

import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
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

    static ImmutableList<Block> charts(ImmutableList<Quotas> stages) {
        ImmutableList<Chart> byOre = stages.stream()
                .filter(quotas -> quotas.ores().size() > 1)
                .map(QuotaCharts::byOre)
                .collect(ImmutableList.toImmutableList());
        return Stream.of(totals(stages), byOre)
                .filter(charts -> !charts.isEmpty())
                .map(Block.Charts::new)
                .collect(ImmutableList.toImmutableList());
    }

    /** Stages with the unit of the first, over the years in which all of them have a total and its growth. */
    private static ImmutableList<Chart> totals(ImmutableList<Quotas> stages) {
        Unit unit = stages.get(0).unit();
        List<Quotas> alike =
                stages.stream().filter(quotas -> quotas.unit().equals(unit)).toList();
        List<Period> years = stages.get(0).years().stream()
                .filter(year -> alike.stream().allMatch(quotas -> hasGrowth(quotas, year)))
                .toList();
        List<Period> run = lastRun(years);
        if (run.size() < 2) {
            return ImmutableList.of();
        }
        Chart.Builder totals = Chart.columns("Quotas", unit.toString());
        Chart.Builder growth = Chart.lines("Growth of quotas on the year before", "%");
        for (Quotas quotas : alike) {
            String stage = quotas.stage().name();
            totals.series(stage, span(run.stream().map(quotas::total).toList()));
            growth.series(
                    stage,
                    span(run.stream()
                            .map(year -> quotas.growth(year).orElseThrow())
                            .toList()));
        }
        return ImmutableList.of(totals.build(), growth.build());
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
        return Chart.stack(
                        quotas.stage().name() + ": quota by ore", quotas.unit().toString())
                .series(quotas.ores().stream()
                        .map(ore -> Chart.series(
                                QuotaExhibits.oreName(ore),
                                span(years.stream()
                                        .map(year -> quotas.ore(ore, year).orElseThrow())
                                        .toList())))
                        .toList())
                .build();
    }
}
