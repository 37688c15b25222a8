package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.DataException;
import org.lodestone.reports.report.Report;

/**
 * How the pages of a house look: its colours, its font and its logo. Where it says nothing, pages look as {@link #STANDARD}.
 *
 * <pre>
 * {
 *   "house": "Harbour Research",
 *   "font": "Arial",
 *   "logo": "harbour.png",
 *   "colours": {"primary": "#5B1A2E", "series_2": "#0F6E6E"}
 * }
 * </pre>
 *
 * @param house its name, which goes before the one a dataset gives; empty where that one stands
 * @param font the family of all text. Columns are as wide as Calibri needs: figures in a wider one are made smaller to fit
 * @param colours those that differ from the standard
 */
public record Theme(Optional<String> house, String font, Optional<Logo> logo, ImmutableMap<Role, Colour> colours) {

    /** The file beside a dataset that has the theme of its house. */
    public static final String FILE = "theme.json";

    /** Names of fonts that a workbook can have in the code of a footer. */
    private static final Pattern FONT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} -]{0,30}");

    /** Lodestone's own look. */
    public static final Theme STANDARD = new Theme(Optional.empty(), "Calibri", Optional.empty(), ImmutableMap.of());

    /** The purpose of a colour. */
    public enum Role {
        /** Text, and results of formulas. */
        INK("#1A1F27"),
        /** Titles, heads of tables and rules. */
        PRIMARY("#10304F"),
        /** Text that stands back: units, sources, notes. */
        GREY("#5F6773"),
        /** The signs for no figure, n/a and nm, and the tabs of backup sheets. */
        FAINT("#8A929E"),
        /** The line between two rows. */
        HAIRLINE("#D5DAE1"),
        /** The ground of a strip of key figures. */
        STRIP("#F2F5F8"),
        /** Text that a reader should look at twice. */
        WARNING("#A33A00"),
        /** Inputs: published figures, assumptions, levers. */
        INPUT("#0033CC"),
        /** The ground of a cell that is to be changed. */
        INPUT_FILL("#FFF8DC"),
        /** Values of other sheets, and links. */
        LINK("#00703C"),
        /** Values that were simulated or solved for. */
        SIMULATED("#8A4B14"),
        /** The first series of a chart, which is as the primary colour unless a theme gives it its own. */
        SERIES_1("#10304F"),
        /** The second series of a chart. */
        SERIES_2("#0F6E6E"),
        /** The third series, and the one point of a chart that its title is about. */
        SERIES_3("#D0702A"),
        /** The fourth series of a chart. */
        SERIES_4("#86B3D1"),
        /** The fifth series of a chart. */
        SERIES_5("#D8C9A8"),
        /** The outer part of a fan. */
        FAN_LIGHT("#DEE8F1"),
        /** The inner part of a fan. */
        FAN_DARK("#B9CFE2"),
        /** The highest value of a table that is shaded from white. */
        HEAT("#9FC1DC");

        private final String standard;

        Role(String standard) {
            this.standard = standard;
        }

        /** Its colour in {@link Theme#STANDARD}. */
        public Colour standard() {
            return Colour.parse(standard);
        }

        /** The word in a file: {@code input_fill}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Throws where a page would not be read: text too faint on its ground, a name that is empty. */
    public Theme {
        house.filter(String::isBlank).ifPresent(blank -> {
            throw new IllegalArgumentException("The name of the house is empty. Give it, or leave it out.");
        });
        if (!FONT.matcher(font).matches()) {
            throw new IllegalArgumentException(
                    "'" + font + "' is not the name of a font. Write its family in up to 31 letters, digits, blanks and"
                            + " hyphens: Arial.");
        }
        new Legibility(colours).faults().values().stream().findFirst().ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /**
     * The theme in a file, with its logo beside it. Throws a {@link DataException} with every problem it has: a field that is
     * none, a colour that is none, text that nobody could read on its ground.
     */
    public static Theme read(Path file) {
        return ThemeReader.read(file);
    }

    /** The theme beside the tables in a folder; the standard one where there is none. */
    public static Theme in(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? read(file) : STANDARD;
    }

    /** The colour for a purpose. */
    public Colour colour(Role role) {
        return colour(role, colours);
    }

    static Colour colour(Role role, ImmutableMap<Role, Colour> colours) {
        Role given = given(role, colours);
        return Optional.ofNullable(colours.get(given)).orElse(given.standard());
    }

    /** The purpose whose colour is taken: a theme that has no colour for the first series takes its primary one. */
    static Role given(Role role, ImmutableMap<Role, Colour> colours) {
        return role == Role.SERIES_1 && !colours.containsKey(role) ? Role.PRIMARY : role;
    }

    /** The colours of the series of a chart, dark to light. */
    public ImmutableList<Colour> series() {
        return ImmutableList.of(
                colour(Role.SERIES_1),
                colour(Role.SERIES_2),
                colour(Role.SERIES_3),
                colour(Role.SERIES_4),
                colour(Role.SERIES_5));
    }

    /** A report as the house publishes it. */
    Report signed(Report report) {
        return house.map(one -> report.publishedBy(report.publication().withHouse(one)))
                .orElse(report);
    }

    /** This theme with another name of the house. Throws if it is blank. */
    public Theme withHouse(String name) {
        return new Theme(Optional.of(name), font, logo, colours);
    }

    /** This theme in another family of fonts. Throws if it is no name that a workbook can hold. */
    public Theme withFont(String family) {
        return new Theme(house, family, logo, colours);
    }

    /** This theme with another logo. */
    public Theme withLogo(Logo picture) {
        return new Theme(house, font, Optional.of(picture), colours);
    }

    /** This theme with other colours for some purposes. */
    public Theme with(Map<Role, Colour> others) {
        Map<Role, Colour> all = new LinkedHashMap<>(colours);
        all.putAll(others);
        return new Theme(house, font, logo, ImmutableMap.copyOf(all));
    }

    @Override
    public String toString() {
        return OneLine.of("theme", house, font, OneLine.some(colours.size(), "colour"));
    }

    /**
     * A colour as the web writes it: {@code #10304F}.
     *
     * @param red from 0 to 255
     * @param green from 0 to 255
     * @param blue from 0 to 255
     */
    public record Colour(int red, int green, int blue) {

        /** White, {@code #FFFFFF}: the ground of a page. */
        public static final Colour WHITE = new Colour(255, 255, 255);

        private static final Pattern WRITTEN = Pattern.compile("#[0-9A-Fa-f]{6}");

        /** Throws if a part is not from 0 to 255. */
        public Colour {
            requireByte(red);
            requireByte(green);
            requireByte(blue);
        }

        private static void requireByte(int part) {
            if (part < 0 || part > 255) {
                throw new IllegalArgumentException(
                        "'" + part + "' is no part of a colour. Each part is from 0 to 255.");
            }
        }

        /** Reads {@code #10304F}. */
        public static Colour parse(String text) {
            if (!WRITTEN.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is not a colour. Write # and six digits from 0 to F, two"
                                + " each for red, green and blue: #10304F.");
            }
            int value = Integer.parseInt(text.substring(1), 16);
            return new Colour(value >> 16, value >> 8 & 0xFF, value & 0xFF);
        }

        /** The colour on the way to another, of which it takes a part from 0 to 1. */
        Colour mixed(Colour other, double part) {
            return new Colour(
                    mixed(red, other.red, part), mixed(green, other.green, part), mixed(blue, other.blue, part));
        }

        private static int mixed(int own, int other, double part) {
            return (int) Math.round(own + part * (other - own));
        }

        /** Its six digits, as the files of a workbook have them: {@code 10304F}. */
        String hex() {
            return String.format(Locale.ROOT, "%02X%02X%02X", red, green, blue);
        }

        /**
         * How far it stands out from another, as the Web Content Accessibility Guidelines measure it.
         *
         * <pre>contrast = (lighter + 0.05) / (darker + 0.05)</pre>
         *
         * <p>From 1 for the same colour to 21 for black on white; the guidelines ask 4.5 of text.
         */
        public double contrast(Colour other) {
            double one = luminance();
            double two = other.luminance();
            return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
        }

        /** The light that it gives: 0 is black, 1 white. */
        private double luminance() {
            return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        }

        private static double linear(int part) {
            double share = part / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        }

        @Override
        public String toString() {
            return "#" + hex();
        }
    }
}
