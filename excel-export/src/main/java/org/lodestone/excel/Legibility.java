package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.excel.Theme.Role;

/**
 * Whether what a page says can be read: how far each of its colours must stand out from the ground it is on.
 *
 * @param colours of a theme, where they differ from the standard
 */
record Legibility(ImmutableMap<Role, Colour> colours) {

    /** The contrast of text that the Web Content Accessibility Guidelines ask for. */
    private static final double TEXT = 4.5;
    /** The contrast of a sign for no figure, which may stand back: that which the guidelines ask for of graphics. */
    private static final double SIGN = 3;
    /** The contrast of a mark of a chart, which has a label, a dash or a neighbour beside its colour. */
    private static final double MARK = 1.5;

    private static final ImmutableList<Pair> PAIRS = ImmutableList.of(
            new Pair(Role.INK, Optional.empty(), TEXT),
            new Pair(Role.INK, Optional.of(Role.STRIP), TEXT),
            new Pair(Role.INK, Optional.of(Role.HEAT), TEXT),
            new Pair(Role.PRIMARY, Optional.empty(), TEXT),
            new Pair(Role.PRIMARY, Optional.of(Role.STRIP), TEXT),
            new Pair(Role.GREY, Optional.empty(), TEXT),
            new Pair(Role.GREY, Optional.of(Role.STRIP), TEXT),
            new Pair(Role.FAINT, Optional.empty(), SIGN),
            new Pair(Role.WARNING, Optional.empty(), TEXT),
            new Pair(Role.WARNING, Optional.of(Role.STRIP), TEXT),
            new Pair(Role.INPUT, Optional.empty(), TEXT),
            new Pair(Role.INPUT, Optional.of(Role.INPUT_FILL), TEXT),
            new Pair(Role.LINK, Optional.empty(), TEXT),
            new Pair(Role.SIMULATED, Optional.empty(), TEXT),
            new Pair(Role.SERIES_1, Optional.empty(), MARK),
            new Pair(Role.SERIES_2, Optional.empty(), MARK),
            new Pair(Role.SERIES_3, Optional.empty(), MARK),
            new Pair(Role.SERIES_4, Optional.empty(), MARK),
            new Pair(Role.SERIES_5, Optional.empty(), MARK));

    /**
     * A colour and what it is on.
     *
     * @param ground another colour of the theme; empty for white paper
     * @param least by how much they must differ
     */
    private record Pair(Role mark, Optional<Role> ground, double least) {}

    /** The faults of colours that cannot be read, by the colour that is to be changed. */
    ImmutableMap<Role, String> faults() {
        Map<Role, String> faults = new LinkedHashMap<>();
        for (Pair pair : PAIRS) {
            Colour mark = Theme.colour(pair.mark(), colours);
            Colour ground =
                    pair.ground().map(role -> Theme.colour(role, colours)).orElse(Colour.WHITE);
            if (mark.contrast(ground) < pair.least()) {
                faults.putIfAbsent(changed(pair), fault(pair, mark, ground));
            }
        }
        return ImmutableMap.copyOf(faults);
    }

    /** The standard colours go together, so that one of the two is a theme's own. */
    private Role changed(Pair pair) {
        Role mark = Theme.given(pair.mark(), colours);
        return pair.ground().filter(ground -> !colours.containsKey(mark)).orElse(mark);
    }

    private static String fault(Pair pair, Colour mark, Colour ground) {
        String on = pair.ground().map(role -> role + " (" + ground + ")").orElse("white");
        String remedy = pair.ground().isEmpty() ? "Make it darker." : "Make the one darker or the other lighter.";
        return String.format(
                Locale.ROOT,
                "%s (%s) on %s can hardly be read: the contrast is %.2f to 1, and %s is the least. %s",
                pair.mark(),
                mark,
                on,
                mark.contrast(ground),
                pair.least(),
                remedy);
    }
}
