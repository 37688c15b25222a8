package org.lodestone.excel;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestone.excel.SheetPlan.Area;
import org.lodestone.excel.SheetPlan.Item;

/**
 * The cells in which levers are typed, as one area of a workbook. Rows between them show what is in force, so that it has several
 * parts.
 *
 * <pre>Levers = Control!$D$12:$I$12,Control!$D$14:$I$14,Control!$D$16:$D$21</pre>
 */
final class LeverCells {

    static final String NAME = "Levers";

    private LeverCells() {}

    /** The cells that the name refers to; empty where nothing is typed. */
    static Optional<String> of(Placement placement) {
        List<Area> areas = new ArrayList<>();
        placement.sheets().stream()
                .flatMap(plan -> plan.items().stream())
                .filter(item ->
                        item.face() == Face.LEVER && item.body().asHome().isPresent())
                .map(Item::spot)
                .sorted(Comparator.comparing(Spot::sheet).thenComparing(Spot.BY_PLACE))
                .forEach(spot -> add(new Area(spot, spot), areas));
        return areas.isEmpty()
                ? Optional.empty()
                : Optional.of(areas.stream()
                        .map(area -> area.first().absolute()
                                + (area.first().equals(area.last())
                                        ? ""
                                        : ":" + area.last().anchored()))
                        .collect(joining(",")));
    }

    /** Adds cells, as one with those to their left or above them where both together are a rectangle. */
    private static void add(Area more, List<Area> areas) {
        for (int i = areas.size() - 1; i >= 0; i--) {
            Area area = areas.get(i);
            if (continues(area, more)) {
                areas.remove(i);
                add(new Area(area.first(), more.last()), areas);
                return;
            }
        }
        areas.add(more);
    }

    private static boolean continues(Area area, Area more) {
        boolean right = area.first().row() == more.first().row()
                && area.last().row() == more.last().row()
                && area.last().column() + 1 == more.first().column();
        boolean below = area.first().column() == more.first().column()
                && area.last().column() == more.last().column()
                && area.last().row() + 1 == more.first().row();
        return area.first().sheet().equals(more.first().sheet()) && (right || below);
    }
}
