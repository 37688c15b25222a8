package org.lodestone.excel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.formula.Values;

/** The texts in the cells of a placed report. */
final class CellTexts {

    private final Placement placement;
    private final Values values;
    /** The cells of the sheets that were asked for. */
    private final Map<String, Map<Spot, Body>> sheets = new HashMap<>();

    CellTexts(Placement placement, Values values) {
        this.placement = placement;
        this.values = values;
    }

    /** The text of a cell; empty where there is nothing. */
    String at(Spot spot) {
        return Optional.ofNullable(
                        sheets.computeIfAbsent(spot.sheet(), this::bodies).get(spot))
                .map(body -> SafeText.of(body.value(values).inSentence()))
                .orElse("");
    }

    private Map<Spot, Body> bodies(String sheet) {
        Map<Spot, Body> bodies = new HashMap<>();
        for (Item item : placement.sheet(sheet).items()) {
            bodies.put(item.spot(), item.body());
        }
        return bodies;
    }
}
