package org.lodestone.core.usgs;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodestone.core.chain.Measure.Kind;

/** The steps of a chain that the words of a release tell apart, from the ground on. */
enum ReleaseStage {
    MINING("Mining", "\\b(?:mines?|mined)\\b"),
    SMELTING("Smelting", "\\bsmelters?\\b"),
    REFINING("Refining", "\\brefinery\\b"),
    /** Production of which the release does not say more. */
    PRODUCTION("Production", "(?!)");

    private final String title;
    private final Pattern words;

    ReleaseStage(String title, String words) {
        this.title = title;
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /** The step that production of this name is. */
    static ReleaseStage ofProduction(String name) {
        return toldBy(name).orElse(PRODUCTION);
    }

    /**
     * The step that reserves or capacity of this name belong to: that of its words, or of the only production there is;
     * reserves are mined where anything is.
     */
    static ReleaseStage beside(Collection<ReleaseStage> production, Kind kind, String name) {
        if (kind == Kind.RESERVES && (production.isEmpty() || production.contains(MINING))) {
            return MINING;
        }
        return toldBy(name)
                .orElseGet(() -> kind == Kind.RESERVES || production.size() == 1
                        ? production.iterator().next()
                        : PRODUCTION);
    }

    private static Optional<ReleaseStage> toldBy(String name) {
        return Arrays.stream(values())
                .filter(step -> step.words.matcher(name).find())
                .findFirst();
    }
}
