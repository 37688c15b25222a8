package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;

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
        return dataset.toBuilder()
                .figures(dataset.figures().stream()
                        .filter(figure -> !isLater(dataset, figure.edition(), meant.get()))
                        .collect(toImmutableList()))
                .prices(dataset.prices().stream()
                        .filter(price -> !isLater(dataset, price.edition(), meant.get()))
                        .collect(toImmutableList()))
                .build();
    }

    private static boolean isLater(Dataset dataset, String edition, Edition meant) {
        return dataset.edition(edition)
                .filter(other -> other.series().equals(meant.series()))
                .filter(other -> other.released().compareTo(meant.released()) > 0)
                .isPresent();
    }
}
