package org.lodestone.reports.chain;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.core.place.Place;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.supply.Supplies;

/**
 * A figure that is shown as printed, since nothing to divide it by is known: a share without its amounts, or the amount of
 * one country alone.
 *
 * @param used whether it says who has a stage
 */
public record PrintedFigure(Figure figure, Key key, boolean used) {

    /** The figures of all stages by the measures of some kind, each under a key of its own. */
    static ImmutableList<PrintedFigure> of(Supplies supplies, List<StageRow> rows, Predicate<Measure> which) {
        Dataset dataset = supplies.dataset();
        ImmutableList.Builder<PrintedFigure> printed = ImmutableList.builder();
        Set<Key> taken = new HashSet<>();
        for (Stage stage : dataset.chain().stages()) {
            StageRow.measures(dataset, stage, which).forEach(measure -> {
                boolean speaks = rows.stream()
                        .anyMatch(row ->
                                row.isPrinted() && row.measure().orElseThrow().equals(measure));
                for (Figure figure : observed(dataset, measure)) {
                    Key key = key(supplies, figure);
                    boolean used = speaks
                            && figure.place().isCountry()
                            && newest(dataset, measure, figure.place())
                                    .filter(figure::equals)
                                    .isPresent();
                    printed.add(new PrintedFigure(
                            // several may print a figure of one year: each keeps its own
                            figure, Numbered.free(key, n -> key.in(Case.of("print " + n)), taken::add), used));
                }
            });
        }
        return printed.build();
    }

    /** The key of a figure of a statistic, under which it stands wherever it is shown. */
    public static Key ofStatistic(Figure figure) {
        return Term.of(figure.measure())
                .of(Subject.of(figure.place()))
                .at(figure.period())
                .in(Case.of(Stream.of(figure.edition(), figure.scenarioCase())
                        .filter(word -> !word.isEmpty())
                        .collect(joining(", "))));
    }

    private static Key key(Supplies supplies, Figure figure) {
        return figure.measure().kind() == Measure.Kind.STATISTIC
                ? ofStatistic(figure)
                : ofSupply(supplies, figure).orElseGet(() -> asPrinted(figure));
    }

    private static Key asPrinted(Figure figure) {
        return Term.of(figure.measure())
                .sub("as printed")
                .of(Subject.of(figure.place()))
                .at(figure.period());
    }

    /** The key under which the supply of an edition has the figure, so that it stands once; empty where that has another. */
    private static Optional<Key> ofSupply(Supplies supplies, Figure figure) {
        return supplies.editions(figure.measure().id()).stream()
                .filter(supply -> supply.edition().equals(figure.edition()))
                .flatMap(supply -> Stream.of(supply.amount(figure.place(), figure.period()))
                        .filter(supply.model()::has)
                        .filter(key -> supply.model()
                                .content(key)
                                .equals(new Content.Figure(
                                        Value.of(figure.value()), ValueUnit.of(figure.unit()), figure.citation()))))
                .findFirst();
    }

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
