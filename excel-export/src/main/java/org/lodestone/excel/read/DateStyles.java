package org.lodestone.excel.read;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which styles show a number as a date, and which date a number is. */
record DateStyles(BitSet dates, boolean from1904) {

    private static final int SECONDS_OF_DAY = 86_400;

    /** The last day of the year 9999. */
    private static final double LAST = 2_958_466;

    /** Parts of a format that are shown as they stand, and those that say in which language or colour. */
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|_.|[*].|\\[(?![hms]+\\])[^\\[\\]]*\\]");

    /** More than a day in hours, minutes or seconds. */
    private static final Pattern ELAPSED = Pattern.compile("\\[[hms]+\\]");

    /** Parts of seconds. */
    private static final Pattern FRACTION = Pattern.compile("s[.]0+");

    static DateStyles none(boolean from1904) {
        return new DateStyles(new BitSet(), from1904);
    }

    static DateStyles read(Parts parts, String part, boolean from1904) throws IOException {
        Map<String, String> formats = new HashMap<>();
        BitSet dates = new BitSet();
        try (Xml xml = parts.readKept(part)) {
            while (xml.next()) {
                if (xml.isStart("numFmt")) {
                    formats.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
                } else if (xml.isStart("cellXfs")) {
                    readStyles(xml, formats, dates);
                }
            }
        }
        return new DateStyles(dates, from1904);
    }

    private static void readStyles(Xml xml, Map<String, String> formats, BitSet dates) {
        int style = 0;
        while (xml.nextIn("cellXfs")) {
            if (xml.isStart("xf")) {
                String id = xml.attribute("numFmtId");
                dates.set(style++, formats.containsKey(id) ? isDate(formats.get(id)) : isBuiltInDate(id));
            }
        }
    }

    /** Formats that every program knows by number (ECMA-376, 18.8.30), with those of East Asia. */
    private static boolean isBuiltInDate(String id) {
        if (!id.matches("[0-9]{2}")) {
            return false;
        }
        int number = Integer.parseInt(id);
        return (number >= 14 && number <= 22)
                || (number >= 27 && number <= 36)
                || number == 45
                || number == 47
                || (number >= 50 && number <= 58);
    }

    static boolean isDate(String format) {
        int end = format.indexOf(';');
        String first = (end < 0 ? format : format.substring(0, end)).toLowerCase(Locale.ROOT);
        String bare = QUOTED.matcher(first).replaceAll("");
        if (ELAPSED.matcher(bare).find() || bare.contains("general")) {
            return false;
        }
        boolean named = bare.chars().anyMatch(c -> "ydmhs".indexOf(c) >= 0);
        boolean digits = FRACTION.matcher(bare).replaceAll("s").chars().anyMatch(c -> c == '0' || c == '#');
        return named && !digits;
    }

    boolean isDate(int style) {
        return dates.get(style);
    }

    /** A day, a moment, or a time of day; throws with what is wrong where the number is none. */
    String date(String number) {
        double value = Double.parseDouble(number);
        long seconds = Math.round(value * SECONDS_OF_DAY);
        long day = Math.floorDiv(seconds, SECONDS_OF_DAY);
        LocalTime time = LocalTime.ofSecondOfDay(Math.floorMod(seconds, (long) SECONDS_OF_DAY));
        if (!(value >= 0) || value >= LAST) {
            throw new IllegalArgumentException("is formatted as a date and holds " + number
                    + ", which is no day. Format it as a number, or correct it.");
        }
        if (day == 0 && !from1904) {
            return time.format(DateTimeFormatter.ISO_LOCAL_TIME);
        }
        if (day == 60 && !from1904) {
            throw new IllegalArgumentException(
                    "is formatted as a date and holds 60, the 29th of February 1900, a day that was none. Correct it.");
        }
        LocalDate date = from1904
                ? LocalDate.of(1904, 1, 1).plusDays(day)
                : LocalDate.of(1899, 12, day < 60 ? 31 : 30).plusDays(day);
        return time.equals(LocalTime.MIDNIGHT)
                ? date.toString()
                : LocalDateTime.of(date, time).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
