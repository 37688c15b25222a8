package org.lodestone.reports.supply;

import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Words;

/** Charts of a measure: by country over years, and who has how much of the latest. */
final class SupplyCharts {

    private SupplyCharts() {}

    static Block.Charts charts(Supply supply, Optional<History> history) {
        List<Chart> charts = new ArrayList<>();
        String unit = supply.measure().unit().toString();
        history.ifPresentOrElse(
                h -> {
                    Chart.Builder stack =
                            Chart.stack(supply.measure().name() + " by country, each year as last revised", unit);
                    for (Place place : h.largest()) {
                        stack.series(
                                place.name(),
                                span(h.years().stream()
                                        .map(year -> h.amount(place, year))
                                        .toList()));
                    }
                    charts.add(stack.others(
                                    "All others",
                                    span(h.years().stream().map(h::rest).toList()))
                            .total(
                                    "Sum of rows",
                                    span(h.years().stream().map(h::total).toList()))
                            .build());
                },
                () -> {
                    if (supply.years().size() > 1
                            && !SupplySection.shares(supply).isEmpty()) {
                        List<Chart.Series> series = supply.rows().stream()
                                .limit(5)
                                .map(place -> Chart.series(
                                        place.name(),
                                        span(supply.years().stream()
                                                .map(year -> supply.amount(place, year))
                                                .toList())))
                                .toList();
                        charts.add(Chart.stack(supply.measure().name() + " of the largest countries", unit)
                                .series(series)
                                .build());
                    }
                });
        Period year = supply.latest();
        int last = SupplySection.listed(supply);
        if (supply.hasShares(year) && last > 0) {
            List<Key> slices = new ArrayList<>();
            for (int rank = 1; rank <= last; rank++) {
                slices.add(supply.rankedShare(rank, year));
            }
            slices.add(supply.restShare(last, year));
            charts.add(Chart.bars(
                            "Who has how much of "
                                    + Words.inSentence(supply.measure().name()) + " in " + year,
                            "%")
                    .series("Share", span(slices))
                    .build());
        }
        return new Block.Charts(ImmutableList.copyOf(charts));
    }
}
