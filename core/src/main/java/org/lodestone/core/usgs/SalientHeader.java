package org.lodestone.core.usgs;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;

/**
 * The header of a column of salient statistics: {@code Imports_Metal_kg} is imports, of metal, in kilograms, and {@code
 * Bauxite_Price_dt} is a price, of bauxite, in dollars per tonne.
 *
 * <p>Some headers are damaged, and are read only as far as a rule settles them, which each figure then says:
 *
 * <ul>
 *   <li>other words stand behind the unit;
 *   <li>the unit ran into the word before it: {@code USprod_Minet}, {@code Price_High-puritydkg};
 *   <li>it lost its beginning, or all of it, and the statistic has one unit alone ({@code NIR_ct}, {@code Employment_um}), or
 *       all other amounts of the file are in one unit that ends so ({@code Exports_g} where the others are in kilograms);
 *   <li>it is another than the statistic can be in, and that has one unit alone ({@code NIR_Concentrate_t});
 *   <li>two columns say that they are in two units: the first is in the first;
 *   <li>the description of the file has another unit: tungsten trioxide, {@code Price_WO3_dt}, is priced by the metric ton unit, a
 *       hundredth of a tonne.
 * </ul>
 *
 * @param name what it counts: {@code Imports: Metal}
 * @param code of its unit
 * @param doubt what was settled by a rule, as a sentence; empty where nothing had to be
 */
record SalientHeader(String name, String code, String doubt) {

    private static final ImmutableMap<String, String> STATISTICS = ImmutableMap.<String, String>builder()
            .put("usprod", "Production")
            .put("imports", "Imports")
            .put("import", "Imports")
            .put("exports", "Exports")
            .put("export", "Exports")
            .put("shipments", "Shipments")
            .put("consump", "Consumption")
            .put("price", "Price")
            .put("stocks", "Stocks")
            .put("employment", "Employment")
            .put("nir", "Net import reliance")
            .buildOrThrow();

    private static final String RELIANCE = "Net import reliance";
    private static final String EMPLOYMENT = "Employment";
    private static final String PRICE = "Price";

    /** Statistics that are in one unit alone. */
    private static final ImmutableMap<String, String> ONLY_CODE = ImmutableMap.of(RELIANCE, "pct", EMPLOYMENT, "num");

    /** Prices whose header says dollars per tonne, and the description of the file dollars per metric ton unit. */
    private static final ImmutableSet<String> BY_METRIC_TON_UNIT = ImmutableSet.of("Price: WO3");

    private static final ImmutableMap<String, String> MISPRINTS =
            ImmutableMap.of("Seconday", "Secondary", "Apprnt", "Apparent");

    /** Words before a unit, with which its {@code t} or {@code g} may have run together. */
    private static final ImmutableSet<String> WORDS = ImmutableSet.copyOf(
            Splitter.on(' ')
                    .split(
                            "mine mill smelter refinery primary secondary concentrate concentrates ore ores oxide oxides metal metals"
                                    + " alloy alloys compounds chemicals powder unwrought wrought refined scrap other total reported apparent"
                                    + " estimated industry consumer producer gov government recycled crude natural synthetic gaas"));

    private static final Splitter WORDS_OF_HEADER = Splitter.on('_').omitEmptyStrings();
    private static final Pattern TWO_UNITS = Pattern.compile("([a-z]+?)(d[a-z]+|ctslb)\\(bothused\\)");

    /** The fewest amounts of a file that must agree before one without a unit is taken to be in theirs. */
    private static final int ENOUGH = 3;

    /** The unit of figures on {@code basis}. */
    Unit unit(String basis) {
        return PrintedUnit.parse(code, basis);
    }

    /**
     * The meaning of the header in {@code column} of {@code table}; refuses one that no rule settles.
     *
     * @param amounts the columns of statistics
     */
    static SalientHeader of(RawTable table, int column, ImmutableList<Integer> amounts) {
        String header = table.columns().get(column);
        Optional<SalientHeader> plain = plain(header).or(() -> runTogether(header));
        return plain.map(read -> read.asDescribed(header))
                .or(() -> oneOfTwo(table, column))
                .or(() -> ofOnlyUnit(header))
                .or(() -> inUnitOfAll(header, table, amounts))
                .orElseThrow(() -> new IllegalArgumentException("the header does not end in the code of a unit that "
                        + statistic(header).toLowerCase(Locale.ROOT)
                        + " can be in, such as Imports_Metal_kg, or it lost its end. Look it up in the description of the"
                        + " file."));
    }

    private SalientHeader asDescribed(String header) {
        return code.equals("dt") && BY_METRIC_TON_UNIT.contains(name)
                ? new SalientHeader(
                        name,
                        "dmtu",
                        "The header '" + header
                                + "' says dollars per ton; the description of the file says per dry metric ton"
                                + " unit, a hundredth of a ton.")
                : this;
    }

    /** A header one word of which is the code of a unit that it can be in; of several the last. */
    private static Optional<SalientHeader> plain(String header) {
        List<String> words = words(header);
        for (int i = words.size() - 1; i > 0; i--) {
            String doubt = i == words.size() - 1
                    ? ""
                    : "The header '" + header + "' has its unit, '" + words.get(i) + "', before other words.";
            List<String> others = without(words, i);
            Optional<SalientHeader> read = PrintedUnit.code(words.get(i))
                    .flatMap(code -> name(others, code)
                            .or(() -> price(others, code))
                            .map(name -> new SalientHeader(name, code, doubt)));
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** A header whose last word ends in the code of a unit: the longest that fits. */
    private static Optional<SalientHeader> runTogether(String header) {
        String last = lastOf(header).toLowerCase(Locale.ROOT);
        return PrintedUnit.CODES.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .filter(code -> last.endsWith(code) && last.length() > code.length())
                .filter(code -> code.length() > 1 || WORDS.contains(last.substring(0, last.length() - 1)))
                .flatMap(code -> in(
                        code,
                        words(header.substring(0, header.length() - code.length())),
                        "The header '" + header + "' has the unit without a sign before it.")
                        .stream())
                .findFirst();
    }

    /** One of two columns under one header that names both their units: the first has the first. */
    private static Optional<SalientHeader> oneOfTwo(RawTable table, int column) {
        String header = table.columns().get(column);
        Matcher units = TWO_UNITS.matcher(lastOf(header));
        boolean areTwo = table.columns().stream().filter(header::equals).count() == 2;
        if (!areTwo || !units.matches()) {
            return Optional.empty();
        }
        Optional<String> first = PrintedUnit.code(units.group(1));
        Optional<String> second = PrintedUnit.code(units.group(2));
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        return (table.columns().indexOf(header) == column ? first : second)
                .flatMap(code -> in(
                        code,
                        withoutLast(header),
                        "Two columns have the header '" + header + "'; the first is taken to be in the first unit."));
    }

    private static Optional<SalientHeader> ofOnlyUnit(String header) {
        return Optional.ofNullable(ONLY_CODE.get(statistic(header)))
                .flatMap(code -> in(
                        code,
                        withoutLast(header),
                        "The header '" + header + "' does not end in '" + code + "', the only unit it can be in."));
    }

    /** A header that lost its unit, or the beginning of it, in a file whose other amounts are all in one. */
    private static Optional<SalientHeader> inUnitOfAll(String header, RawTable table, ImmutableList<Integer> amounts) {
        if (statistic(header).equals(PRICE)) {
            return Optional.empty();
        }
        List<String> codes = new ArrayList<>();
        for (int column : amounts) {
            String other = table.columns().get(column);
            plain(other)
                    .or(() -> runTogether(other))
                    .map(SalientHeader::code)
                    .filter(code -> isAmount(dimension(code)))
                    .ifPresent(codes::add);
        }
        boolean agree = codes.size() >= ENOUGH && codes.stream().distinct().count() == 1;
        return agree && codes.get(0).endsWith(lastOf(header))
                ? in(
                        codes.get(0),
                        withoutLast(header),
                        "The header '" + header + "' lost its unit; all other amounts of the file are in '"
                                + codes.get(0) + "'.")
                : Optional.empty();
    }

    private static Optional<SalientHeader> in(String code, List<String> words, String doubt) {
        return name(words, code).map(name -> new SalientHeader(name, code, doubt));
    }

    // ---------------------------------------------------------------- the words of a header

    private static List<String> words(String header) {
        return WORDS_OF_HEADER.splitToList(header);
    }

    /** The words after the last sign between words; none where the header ends in it. */
    private static String lastOf(String header) {
        return header.substring(header.lastIndexOf('_') + 1);
    }

    private static List<String> withoutLast(String header) {
        return words(header.substring(0, Math.max(0, header.lastIndexOf('_'))));
    }

    private static List<String> without(List<String> words, int index) {
        List<String> others = new ArrayList<>(words);
        others.remove(index);
        return others;
    }

    private static Optional<String> known(String word) {
        return Optional.ofNullable(STATISTICS.get(word.toLowerCase(Locale.ROOT)));
    }

    /** The statistic that is counted: one of those that are known, or the first word of the header. */
    private static String statistic(String header) {
        return words(header).stream()
                .flatMap(word -> known(word).stream())
                .findFirst()
                .orElseGet(() -> words(header).stream().findFirst().orElse(header));
    }

    /**
     * The name of what {@code words} count in a unit: the first statistic among them that can be in it, and the others. Where
     * none of them is known, the first word is one.
     */
    private static Optional<String> name(List<String> words, String code) {
        for (int i = 0; i < words.size(); i++) {
            Optional<String> fitting = known(words.get(i)).filter(statistic -> fits(statistic, code));
            if (fitting.isPresent()) {
                return Optional.of(named(fitting.get(), without(words, i)));
            }
        }
        boolean isUnknown = words.stream().allMatch(word -> known(word).isEmpty());
        return isUnknown && !words.isEmpty() && fits(words.get(0), code)
                ? Optional.of(named(words.get(0), without(words, 0)))
                : Optional.empty();
    }

    /** The name of a price that is not called one, and is in the unit of one: by the carat of imports. */
    private static Optional<String> price(List<String> words, String code) {
        boolean hasAnotherUnit =
                words.stream().flatMap(word -> known(word).stream()).anyMatch(ONLY_CODE::containsKey);
        return isPrice(dimension(code)) && !hasAnotherUnit ? Optional.of(named(PRICE, words)) : Optional.empty();
    }

    private static String named(String statistic, List<String> more) {
        String detail = String.join(" ", more);
        for (var misprint : MISPRINTS.entrySet()) {
            detail = detail.replace(misprint.getKey(), misprint.getValue());
        }
        return detail.isEmpty() ? statistic : statistic + ": " + detail;
    }

    private static boolean fits(String statistic, String code) {
        Dimension dimension = dimension(code);
        return switch (statistic) {
            case RELIANCE -> dimension == Dimension.SHARE;
            case EMPLOYMENT -> code.equals("num");
            case PRICE -> isPrice(dimension);
            default -> !code.equals("num") && !isPrice(dimension);
        };
    }

    private static boolean isPrice(Dimension dimension) {
        return dimension == Dimension.PRICE || dimension == Dimension.AS_PRINTED;
    }

    private static boolean isAmount(Dimension dimension) {
        return dimension == Dimension.MASS || dimension == Dimension.COUNT || dimension == Dimension.MONEY;
    }

    private static Dimension dimension(String code) {
        return PrintedUnit.parse(code, "any").dimension();
    }
}
