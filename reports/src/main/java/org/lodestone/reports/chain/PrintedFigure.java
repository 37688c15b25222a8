package org.lodestone.reports.chain;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;
import org.lodestone.core.place.Place;
import org.lodestone.reports.formula.Key;

/**
 * A figure that is shown as printed, since nothing to divide it by is known: a share without its amounts, or the amount of
 * one country alone.
 *
 * @param used whether it says who has a stage
 */
public record PrintedFigure(Figure figure, Key key, boolean used) {

    /** The figures of a measure that are no outlook, the newest first. */
    static ImmutableList<Figure> observed(Dataset dataset, Measure measure) {
        return dataset.figures().stream()
                .filter(figure -> figure.measure().id().equals(measure.id()))
                .filter(figure -> figure.citation().how() != How.FORECAST)
                .filter(figure -> figure.place().kind() != Place.Kind.WORLD)
                .sorted(Comparator.comparing(Figure::period, Comparator.reverseOrder()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The one that counts for a country: its newest, and of several of one year the first in the dataset. */
    static Optional<Figure> newest(Dataset dataset, Measure measure, Place place) {
        return observed(dataset, measure).stream()
                .filter(figure -> figure.place().equals(place))
                .findFirst();
    }

    @Override
    public String toString() {
        return figure.toString();
    }
}
