package org.lodestone.core.usgs;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /**
     * The step of what does not say it: the one that other names say, of the same in another edition or of the capacity beside
     * it, where that is one alone.
     */
    static ReleaseStage unsaid(Collection<UsgsFigure> figures) {
        Set<ReleaseStage> told = figures.stream()
                .filter(figure -> figure.kind() == Kind.PRODUCTION || figure.kind() == Kind.CAPACITY)
                .flatMap(figure -> toldBy(figure.name()).stream())
                .collect(Collectors.toSet());
        return told.size() == 1 ? told.iterator().next() : PRODUCTION;
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

    /** The step that the words of {@code name} say, if they say one. */
    static Optional<ReleaseStage> toldBy(String name) {
        return Arrays.stream(values())
                .filter(step -> step.words.matcher(name).find())
                .findFirst();
    }
}
