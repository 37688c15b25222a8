package org.lodestone.reports.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;

/**
 * An exhibit or table that a part shows on the front page beside the argument.
 *
 * @param block an exhibit, or a table with its heading
 * @param place where it stands
 * @param weight of several for one place the heaviest stand there
 */
public record Panel(Block block, Place place, int weight) {

    /** The panels that parts bring for a place, the heaviest first. */
    public static ImmutableList<Panel> of(List<Part> parts, Place place) {
        return parts.stream()
                .flatMap(part -> part.panels().stream())
                .filter(panel -> panel.place() == place)
                .sorted(Comparator.comparingInt(Panel::weight).reversed())
                .collect(toImmutableList());
    }

    /** Where something stands on the front page. */
    public enum Place {
        /** One of two exhibits side by side, each half a page wide. */
        EXHIBIT,
        /** A table over the whole width, such as the names that stand to benefit. */
        TABLE,
        /** Changes that would turn the finding: half a page wide, beside the next dates. */
        TURN
    }
}
