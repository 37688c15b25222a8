package org.lodestone.core.usgs;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lodestone.core.chain.Measure.Kind;

/**
 * What a row of an older file counts: {@code Rare earths, mine production, rare-earth-oxide equivalent, metric tons} is mine
 * production in REO.
 *
 * @param activity what is done: {@code Mine production}
 * @param parts what of the commodity is meant; empty where it is all
 * @param content the basis it states; empty where it states none
 */
record PrintedType(String commodity, String activity, String parts, String content) {

    private static final Pattern ACTIVITY = Pattern.compile(".*\\b(?:production|capacity|reserves)\\b.*");
    private static final Pattern UNIT = Pattern.compile("(?:thousand |million )?(?:metric tons|kilograms|carats)");

    static PrintedType parse(String text, String commodity) {
        String activity = "";
        String content = "";
        List<String> parts = new ArrayList<>();
        for (String phrase : Splitter.on(Pattern.compile("[,:] "))
                .trimResults()
                .omitEmptyStrings()
                .split(text)) {
            if (activity.isEmpty()
                    && ACTIVITY.matcher(phrase.toLowerCase(Locale.ROOT)).matches()) {
                activity = phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
            } else if (Bases.isContent(phrase)) {
                content = phrase;
            } else if (!UNIT.matcher(phrase).matches() && !isCommodity(phrase, commodity)) {
                parts.add(phrase);
            }
        }
        if (activity.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + text + "' does not say what is counted: production, capacity or reserves.");
        }
        return new PrintedType(commodity, activity, String.join(", ", parts), content);
    }

    private static boolean isCommodity(String phrase, String commodity) {
        return CommodityName.of(phrase).fits(commodity);
    }

    /** What a column of this kind counts: reserves and capacity stand beside the production that the type names. */
    String name(Kind kind) {
        String name = activity;
        if (kind == Kind.RESERVES) {
            name = "Reserves";
        } else if (kind == Kind.CAPACITY) {
            name = activity.startsWith("Smelter") || activity.startsWith("Refinery")
                    ? activity.replaceFirst("production", "capacity")
                    : "Production capacity";
        }
        return parts.isEmpty() ? name : name + ": " + parts;
    }

    /** The id of the basis, of {@code part} of a country where that is meant alone. */
    String basis(String part) {
        String material = part.isEmpty() ? parts : part;
        if (!material.isEmpty()) {
            return Bases.id(material);
        }
        return content.isEmpty() ? Bases.ofCommodity(commodity) : Bases.id(content);
    }
}
