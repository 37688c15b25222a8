package org.lodestone.reports.comparison;

import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.market.Price;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** A dataset as it stood when its default edition came out. */
final class AsOf {

    private AsOf() {}

    /**
     * The dataset without what the series of its default edition published later: figures and prices of newer editions. All
     * else stays, assumptions and other series too.
     */
    static Dataset edition(Dataset dataset) {
        Optional<Edition> meant = dataset.edition(dataset.defaultEdition());
        if (meant.isEmpty()) {
            return dataset;
        }
        List<Figure> figures = dataset.figures().stream()
                .filter(figure -> !isLater(dataset, figure.edition(), meant.get()))
                .toList();
        List<Price> prices = dataset.prices().stream()
                .filter(price -> !isLater(dataset, price.edition(), meant.get()))
                .toList();
        return dataset.supposing(DatasetTables.FIGURES, figures).supposing(DatasetTables.PRICES, prices);
    }

    /**
     * The supply of a measure in the default edition, or where that has nothing of it, in another series. What an older release
     * of the same series says is not said by this one.
     */
    static Optional<Supply> supply(Supplies supplies, String measure) {
        Dataset dataset = supplies.dataset();
        if (!dataset.measures().containsKey(measure)) {
            return Optional.empty();
        }
        Optional<String> series = series(dataset, dataset.defaultEdition());
        return supplies.supply(measure)
                .filter(supply -> supply.edition().equals(dataset.defaultEdition())
                        || series.isEmpty()
                        || !series(dataset, supply.edition()).equals(series));
    }

    private static Optional<String> series(Dataset dataset, String edition) {
        return dataset.edition(edition).map(Edition::series);
    }

    private static boolean isLater(Dataset dataset, String edition, Edition meant) {
        return dataset.edition(edition)
                .filter(other -> other.series().equals(meant.series()))
                .filter(other -> other.released().compareTo(meant.released()) > 0)
                .isPresent();
    }
}
