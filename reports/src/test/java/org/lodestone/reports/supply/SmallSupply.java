package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/** A dataset of figures alone, such as one release of a statistic on one resource. */
public final class SmallSupply {

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final Map<String, Edition> editions = new LinkedHashMap<>(Map.of(
            "E1", new Edition("E1", "Edition 1", "Nobody", Period.year(2025), "E", ImmutableList.of("made-up"))));

    public SmallSupply measure(String id, String name, Measure.Kind kind, String unit) {
        measures.put(id, new Measure(id, name, "mining", kind, Unit.parse(unit), ""));
        return this;
    }

    public SmallSupply mined(String place, int year, String amount) {
        measures.computeIfAbsent(
                "mined",
                id -> new Measure(id, "Mine production", "mining", Measure.Kind.PRODUCTION, Unit.parse("kg Ge"), ""));
        return figure("mined", place, year, "", amount);
    }

    /** Releases of one series, of which the last is used: {@code MCS2024}. */
    public SmallSupply releases(int... years) {
        editions.clear();
        for (int year : years) {
            String id = "MCS" + year;
            editions.put(
                    id,
                    new Edition(
                            id,
                            "MCS " + year,
                            "USGS",
                            Period.year(year),
                            "Mineral Commodity Summaries",
                            ImmutableList.of("made-up")));
        }
        return this;
    }

    public SmallSupply figure(String measure, String place, int year, String scenarioCase, String amount) {
        return figure("E1", measure, place, year, scenarioCase, amount);
    }

    public SmallSupply figure(String edition, String measure, String place, int year, String amount) {
        return figure(edition, measure, place, year, "", amount);
    }

    private SmallSupply figure(
            String edition, String measure, String place, int year, String scenarioCase, String amount) {
        Measure of = measures.get(measure);
        figures.add(new Figure(
                of,
                Place.parse(place),
                Period.year(year),
                scenarioCase,
                edition,
                "",
                Observation.parse(amount),
                of.unit(),
                Citation.of("made-up")));
        return this;
    }

    public Dataset dataset() {
        return Dataset.builder("small")
                .resource("Small")
                .defaultEdition(Iterables.getLast(editions.keySet()))
                .editions(editions)
                .measures(measures)
                .figures(figures)
                .build();
    }
}
