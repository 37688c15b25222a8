package org.lodestone.reports.chain;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * A stage as one of its measures tells it: by amounts of several countries, by printed shares, or not at all.
 *
 * @param measure empty where the dataset has no figures by country for the stage
 * @param supply the amounts; empty where only shares are printed
 */
public record StageRow(Stage stage, Optional<Measure> measure, Optional<Supply> supply) {

    /** The rows of all stages, from the ground on. Printed shares speak only for a stage without amounts. */
    static ImmutableList<StageRow> of(Supplies supplies) {
        return supplies.dataset().chain().stages().stream()
                .flatMap(stage -> of(supplies, stage).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static List<StageRow> of(Supplies supplies, Stage stage) {
        Dataset dataset = supplies.dataset();
        List<StageRow> measured = measures(dataset, stage, Measure::isOfOutput)
                .flatMap(measure -> byCountry(supplies, measure).stream())
                .map(supply -> new StageRow(stage, Optional.of(supply.measure()), Optional.of(supply)))
                .toList();
        if (!measured.isEmpty()) {
            return measured;
        }
        List<StageRow> printed = measures(dataset, stage, measure -> measure.kind() == Measure.Kind.SHARE)
                .filter(measure -> PrintedFigure.observed(dataset, measure).stream()
                        .anyMatch(figure -> figure.place().isCountry()))
                .map(measure -> new StageRow(stage, Optional.of(measure), Optional.empty()))
                .toList();
        return printed.isEmpty() ? List.of(new StageRow(stage, Optional.empty(), Optional.empty())) : printed;
    }

    static Stream<Measure> measures(Dataset dataset, Stage stage, Predicate<Measure> which) {
        return dataset.measures().values().stream()
                .filter(measure -> measure.stage().equals(stage.id()))
                .filter(which);
    }

    /** The observed supply of a measure, if it is by country: the figure of one country alone has no share. */
    static Optional<Supply> byCountry(Supplies supplies, Measure measure) {
        return supplies.supply(measure.id())
                .or(() -> supplies.supply(measure.id(), ""))
                .filter(supply -> !supply.observed().isEmpty())
                .filter(supply -> supply.hasShares(supply.latest()));
    }

    /** Whether amounts of several countries are known, so that shares can be worked out. */
    public boolean isMeasured() {
        return supply.isPresent();
    }

    /** Whether all that is known of the stage is shares that somebody printed. */
    public boolean isPrinted() {
        return measure.isPresent() && supply.isEmpty();
    }

    /** By which it is told from other rows, whatever they are called. */
    public String id() {
        return stage.id() + measure.map(m -> ", " + m.id()).orElse("");
    }

    /** The stage with its measure, where that has another name: {@code Smelting and separation, magnet rare earths refined}. */
    public String label() {
        return stage.name()
                + measure.map(Measure::name)
                        .filter(name -> !name.equals(stage.name()))
                        .map(name -> ", " + Words.inSentence(name))
                        .orElse("");
    }

    @Override
    public String toString() {
        return OneLine.of(stage.name(), measure.map(Measure::name).orElse("no figures"));
    }
}
