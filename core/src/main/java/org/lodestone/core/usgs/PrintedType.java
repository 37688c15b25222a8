package org.lodestone.core.usgs;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure.Kind;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.usgs.Commodities.Named;

/**
 * The type of a row of an older file: {@code Rare earths, mine production, rare-earth-oxide equivalent, metric tons} is mine
 * production in REO.
 *
 * <p>The phrases between commas, colons, dashes and brackets say what is done ({@code mine production}), what of the
 * commodity is meant ({@code bentonite}), of what a tonne is a tonne ({@code lithium content}), in which unit, and remarks
 * ({@code estimated}, {@code excluding U.S. production}). A phrase that only names the commodity says nothing more.
 *
 * @param of the commodity, which may be one of several of its chapter
 * @param activity what is done: {@code Mine production}; empty where the type does not say it, and the column does
 * @param parts what of the commodity is meant; empty where it is all
 * @param content the basis it states; empty where it states none
 * @param remarks what is said besides, as sentences
 */
record PrintedType(
        Named of, String activity, ImmutableList<String> parts, String content, ImmutableList<String> remarks) {

    private static final ImmutableMap<String, String> MISPRINTS = ImmutableMap.<String, String>builder()
            .put("poduction", "production")
            .put("mne", "mine")
            .put("grosss", "gross")
            .put("ilmentite", "ilmenite")
            .put("puice", "pumice")
            .put("benficiated", "beneficiated")
            .put("eqivalent", "equivalent")
            .buildOrThrow();

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern FORMULA_IN_BRACKETS = Pattern.compile("\\(([A-Z][A-Za-z0-9]*)\\)");
    private static final Splitter PHRASES = Splitter.on(Pattern.compile("[,:;](?= |$)|\\s+[-–—]\\s*|[–—]|[()]"));
    private static final CharMatcher AROUND = CharMatcher.whitespace().or(CharMatcher.anyOf(".,:;\"'"));

    private static final Pattern CALCULATED = Pattern.compile(" or calculated equivalent$|^total (?=natural)");

    private static final Pattern DONE = Pattern.compile("(?i)\\b(?:production|capacity|reserves)\\b");
    private static final Pattern WORLD = Pattern.compile("(?i)world (?:total )?");
    private static final String UNIT =
            "(?:thousand |million )?(?:metric tons|tons|kilograms|(?:metric )?carats|cubic meters|dry (?:metric )?tons|metric dry tons)";
    private static final Pattern UNIT_ALONE = Pattern.compile("(?i)(?:in )?" + UNIT);
    private static final Pattern DRY = Pattern.compile("(?i).*\\bdry\\b.*");
    private static final Pattern UNIT_BEFORE = Pattern.compile("(?i)" + UNIT + "(?: of)? ");
    private static final Pattern UNIT_BEHIND = Pattern.compile("(?i) in " + UNIT);
    private static final Pattern REMARK = Pattern.compile("(?i)(?:estimated|exclud|includ).*");
    private static final Pattern CONTENT_OF =
            Pattern.compile("(?i)(.+ content|gross weight) of (?:combined totals for )?(.+?)(?: production)?");
    /** Ores and concentrates, which do not tell one thing that is counted from another. */
    private static final Pattern ORES = Pattern.compile("(?i).*\\b(?:ores?|concentrates?)\\b.*");

    private static final Pattern FOOTNOTE = Pattern.compile("[0-9]{1,2}");
    private static final Pattern OF_ITSELF = Pattern.compile("(?i)contained(?: content)?");
    private static final Pattern WEIGHT = Pattern.compile("(?i).*weights?");
    private static final Pattern RECOVERABLE = Pattern.compile("(?i)recoverable .+ content");

    static PrintedType parse(String text, Named commodity) {
        Reading reading = new Reading(commodity);
        String words = FORMULA_IN_BRACKETS.matcher(corrected(text)).replaceAll("[$1]");
        for (String phrase : PHRASES.split(words)) {
            String bare = AROUND.trimFrom(phrase.replace('[', '(').replace(']', ')'));
            reading.add(CALCULATED.matcher(bare).replaceAll(""));
        }
        return reading.type();
    }

    /** The text with known misprints put right, and the apostrophe of the newest release. */
    private static String corrected(String text) {
        return WORD.matcher(text.replace('\'', '’')).replaceAll(word -> {
            String right = MISPRINTS.get(word.group().toLowerCase(Locale.ROOT));
            return right == null ? word.group() : right;
        });
    }

    /** The phrases that were understood so far. */
    private static final class Reading {
        private Named of;
        private String activity = "";
        private String content = "";
        private final List<String> parts = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        Reading(Named of) {
            this.of = of;
        }

        PrintedType type() {
            return new PrintedType(of, activity, ImmutableList.copyOf(parts), content, ImmutableList.copyOf(remarks));
        }

        void add(String printed) {
            String phrase = withoutUnit(printed);
            Matcher contentOf = CONTENT_OF.matcher(phrase);
            if (phrase.isEmpty() || UNIT_ALONE.matcher(phrase).matches()) {
                content = content.isEmpty() && DRY.matcher(phrase).matches()
                        ? "dry " + Bases.ofCommodity(of.commodity())
                        : content;
            } else if (REMARK.matcher(phrase).matches()) {
                remarks.add(PrintedPlace.sentence(phrase));
            } else if (contentOf.matches()) {
                content = contentOf.group(1);
                if (ORES.matcher(contentOf.group(2)).matches()) {
                    remarks.add(PrintedPlace.sentence(phrase));
                } else {
                    add(contentOf.group(2));
                }
            } else if (OF_ITSELF.matcher(phrase).matches()) {
                content = of.commodity() + " content";
            } else if (phrase.equalsIgnoreCase("all forms")) {
                activity = activity.isEmpty() ? "Production, all forms" : activity + ", all forms";
            } else if (Bases.isContent(phrase)) {
                content = phrase;
                if (RECOVERABLE.matcher(phrase).matches()) {
                    remarks.add(PrintedPlace.sentence(phrase));
                }
            } else if (activity.isEmpty() && DONE.matcher(phrase).find()) {
                activity = activity(phrase);
            } else {
                addPart(phrase);
            }
        }

        private void addPart(String phrase) {
            if (FOOTNOTE.matcher(phrase).matches() || phrase.equalsIgnoreCase("rounded")) {
                return;
            }
            if (PrintedValue.isOne(phrase)) {
                throw new IllegalArgumentException("'" + phrase
                        + "' stands where the words for what is counted should, so the cells of this row seem to have moved"
                        + " by a column. Look it up in the chapter.");
            }
            of = of.meantIn(phrase);
            String rest = of.withoutEnd(phrase);
            if (!rest.isEmpty()) {
                parts.add(rest);
            }
        }

        /** The activity, without the commodity: {@code Mine production} for Molybdenum mine production. */
        private String activity(String phrase) {
            String done = WORLD.matcher(phrase).replaceFirst("");
            of = of.meantIn(done);
            return Words.byItself(of.withoutBeginning(done));
        }

        private static String withoutUnit(String phrase) {
            if (UNIT_ALONE.matcher(phrase).matches()) {
                return phrase;
            }
            Matcher before = UNIT_BEFORE.matcher(phrase);
            String rest = before.lookingAt() ? phrase.substring(before.end()) : phrase;
            Matcher behind = UNIT_BEHIND.matcher(rest);
            return behind.find() && behind.end() == rest.length() ? rest.substring(0, behind.start()) : rest;
        }
    }

    /** The kind that a column has in such a row: a type that says capacity, and only that, means it of production too. */
    Kind kind(Kind column) {
        return column == Kind.PRODUCTION && says("capacity") && !says("production") ? Kind.CAPACITY : column;
    }

    private boolean says(String word) {
        return activity.toLowerCase(Locale.ROOT).contains(word);
    }

    /**
     * The name of what a column of this kind counts: reserves and capacity stand beside the production that the type names.
     *
     * @param detail what the header of the column says more
     */
    String name(Kind kind, String detail) {
        List<String> more = new ArrayList<>(parts);
        if (!detail.isEmpty()) {
            more.add(detail);
        }
        return more.isEmpty() ? name(kind) : name(kind) + ": " + String.join(", ", more);
    }

    private String name(Kind kind) {
        boolean isOneThing = Stream.of("production", "capacity", "reserves")
                        .filter(this::says)
                        .count()
                == 1;
        switch (kind) {
            case RESERVES:
                return "Reserves";
            case CAPACITY:
                if (isOneThing && says("capacity")) {
                    return activity;
                }
                return activity.startsWith("Smelter") || activity.startsWith("Refinery")
                        ? activity.replaceFirst("production", "capacity")
                        : "Production capacity";
            default:
                return isOneThing && says("production") ? activity : "Production";
        }
    }

    /**
     * The id of the basis: what of {@code commodity} is meant, where it is not all, and otherwise what it is counted by. A
     * weight is a basis whatever is weighed.
     */
    String basis(Named commodity) {
        if (!parts.isEmpty() && !WEIGHT.matcher(content).matches()) {
            return Bases.id(String.join(", ", parts));
        }
        return content.isEmpty() ? Bases.ofCommodity(commodity.commodity()) : Bases.id(content);
    }
}
