package org.lodestone.core.usgs;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lodestone.core.chain.Measure.Kind;

/**
 * The header of a column of numbers in a file of 2022 to 2025: {@code Prod_kt_est_2023} is production in thousand tonnes,
 * estimated, of 2023, and {@code Cap_Sponge_t_2022} capacity for sponge.
 *
 * @param column where it stands
 * @param header as it is printed
 * @param detail what is meant beyond the type of the row, in words; empty where nothing is
 * @param unit the code of its unit; empty where another column has it
 * @param year empty where the header has none
 * @param notes the column of notes on it; −1 where there is none
 */
record WideHeader(
        int column, String header, Kind kind, String detail, String unit, boolean estimated, String year, int notes) {

    private static final Pattern RUN_TOGETHER = Pattern.compile("(?<=[A-Za-z])(?=[0-9]{4}$)");
    private static final Pattern NOTES = Pattern.compile("(?i).*_notes?");
    private static final Splitter WORDS = Splitter.on('_').omitEmptyStrings();

    /** The columns of numbers of {@code table}, from left to right. */
    static ImmutableList<WideHeader> of(RawTable table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(column -> of(table, column))
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<WideHeader> of(RawTable table, int column) {
        String header = table.columns().get(column);
        Optional<Kind> kind = isNotes(header) ? Optional.empty() : kind(header);
        return kind.map(counted -> {
            String unit = "";
            String year = "";
            boolean estimated = false;
            List<String> detail = new ArrayList<>();
            List<String> words = WORDS.splitToList(RUN_TOGETHER.matcher(header).replaceAll("_"));
            for (String word : words.subList(1, words.size())) {
                if (word.matches("[0-9]{4}")) {
                    year = word;
                } else if (word.equalsIgnoreCase("est")) {
                    estimated = true;
                } else if (PrintedUnit.code(word).isPresent()) {
                    unit = PrintedUnit.code(word).orElseThrow();
                } else {
                    detail.add(word);
                }
            }
            return new WideHeader(
                    column, header, counted, String.join(" ", detail), unit, estimated, year, notes(table, counted));
        });
    }

    static boolean isNotes(String header) {
        return NOTES.matcher(header).matches();
    }

    private static Optional<Kind> kind(String header) {
        List<String> words = WORDS.splitToList(header);
        return switch (words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT)) {
            case "prod", "production" -> Optional.of(Kind.PRODUCTION);
            case "cap", "capacity" -> Optional.of(Kind.CAPACITY);
            case "reserve", "reserves" -> Optional.of(Kind.RESERVES);
            default -> Optional.empty();
        };
    }

    private static int notes(RawTable table, Kind kind) {
        return Iterables.indexOf(
                table.columns(), header -> isNotes(header) && kind(header).equals(Optional.of(kind)));
    }
}
