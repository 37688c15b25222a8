package org.lodestone.reports.chain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.chain.Chain;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;

/** A chain of two stages, ore and metal, with made-up figures of 2024. */
public final class SmallChain {

    public static final Stage ORE = new Stage("ore", 1, "Ore", ImmutableList.of("metal"), "");
    public static final Stage METAL = new Stage("metal", 2, "Metal", ImmutableList.of(), "");

    private static final Measure MINED = measure("mined", "Ore mined", ORE, Measure.Kind.PRODUCTION, "t gross");
    private static final Measure SMELTED = measure("smelted", "Metal made", METAL, Measure.Kind.CAPACITY, "t gross/yr");
    private static final Measure SLAG = measure("slag", "Slag made", METAL, Measure.Kind.PRODUCTION, "t slag");
    private static final Measure PRINTED = measure("metal-share", "Share of metal", METAL, Measure.Kind.SHARE, "%");

    private final List<Figure> figures = new ArrayList<>();
    private final List<Assumption> assumptions = new ArrayList<>();

    private static Measure measure(String id, String name, Stage stage, Measure.Kind kind, String unit) {
        return new Measure(id, name, stage.id(), kind, Unit.parse(unit), "");
    }

    public SmallChain threshold(String percent) {
        assumptions.add(new Assumption(
                ChainAnalysis.THRESHOLD,
                "Base",
                Optional.empty(),
                0,
                "Threshold",
                Observation.parse(percent),
                Unit.parse("%"),
                Period.NONE,
                Assumption.Origin.ASSUMED,
                "For the test",
                ImmutableList.of()));
        return this;
    }

    public SmallChain mined(String place, String amount) {
        return figure(MINED, place, 2024, amount, How.REPORTED);
    }

    public SmallChain smelted(String place, String amount) {
        return figure(SMELTED, place, 2024, amount, How.REPORTED);
    }

    /** Of another kind than metal, at the same stage. */
    public SmallChain slag(String place, String amount) {
        return figure(SLAG, place, 2024, amount, How.REPORTED);
    }

    public SmallChain printedShareOfMetal(String place, int year, String percent) {
        return figure(PRINTED, place, year, percent, How.REPORTED);
    }

    public SmallChain forecastShareOfMetal(String place, int year, String percent) {
        return figure(PRINTED, place, year, percent, How.FORECAST);
    }

    private SmallChain figure(Measure measure, String place, int year, String value, How how) {
        figures.add(new Figure(
                measure,
                Place.parse(place),
                Period.year(year),
                "",
                "E1",
                "",
                Observation.parse(value),
                measure.unit(),
                new Citation(ImmutableList.of("made-up"), Reliability.READ, how, "")));
        return this;
    }

    public Dataset dataset() {
        return Dataset.builder("small")
                .defaultEdition("E1")
                .editions(ImmutableMap.of(
                        "E1",
                        new Edition("E1", "Edition 1", "Nobody", Period.year(2025), "E", ImmutableList.of("made-up"))))
                .chain(Chain.of(List.of(ORE, METAL)))
                .measures(ImmutableMap.of(
                        MINED.id(), MINED, SMELTED.id(), SMELTED, SLAG.id(), SLAG, PRINTED.id(), PRINTED))
                .figures(figures)
                .rows(DatasetTables.ASSUMPTIONS, assumptions)
                .build();
    }

    public ChainAnalysis chain() {
        return ChainAnalysis.of(dataset()).orElseThrow();
    }
}
