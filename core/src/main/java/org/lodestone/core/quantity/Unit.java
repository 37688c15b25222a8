package org.lodestone.core.quantity;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A unit and its basis: {@code kt magnet REE}, {@code t REO/yr}, {@code CNY mn}, {@code USD/kg}, {@code CNY/share}, {@code CNY/USD},
 * {@code mn carats}, {@code %}, {@code % NdPr oxide of REO}. Money of one year is {@code 2026 USD/kg}: it neither adds to nor is
 * compared with money of the day.
 *
 * <p>A unit of a source that is none of these stands in brackets, in the words of the source: {@code [dollars per troy
 * ounce]}. It is comparable with itself alone.
 *
 * @param dimension what is counted
 * @param basis what a tonne is a tonne of, the currency ({@code USD}, {@code 2026 USD}), the things that are counted, or the words in brackets, the two
 *     bases of a content ({@code NdPr oxide of REO}) or the two currencies of a rate ({@code CNY/USD}); empty for plain {@code %}, {@code x} and years
 * @param word the unit's own word: {@code kt}, {@code mn}, the {@code kg} of {@code USD/kg}; empty for plain money
 */
public record Unit(Dimension dimension, String basis, String word) {

    /** A share in percent: 48.4% has the amount 48.4. */
    public static final Unit PERCENT = new Unit(Dimension.SHARE, "", "%");
    /** A multiple, such as a price of 12 times earnings; also the unit of a bare number. */
    public static final Unit TIMES = new Unit(Dimension.MULTIPLE, "", "x");
    /** Growth in percent a year. */
    public static final Unit PERCENT_A_YEAR = new Unit(Dimension.RATE, "", "%/yr");
    /** A calendar year, such as that of a start. */
    public static final Unit CALENDAR_YEAR = new Unit(Dimension.TIME, "", "year");
    /** A number of shares of a company. */
    public static final Unit SHARES = new Unit(Dimension.COUNT, "shares", "");
    /** A number of years, such as a delay. */
    public static final Unit YEARS = new Unit(Dimension.TIME, "", "years");

    private static final ImmutableList<Unit> WITHOUT_BASIS =
            ImmutableList.of(PERCENT, TIMES, PERCENT_A_YEAR, CALENDAR_YEAR, YEARS);

    // "++" and "*+" take words one after the other; without the second plus Java stacks them, and many overflow it
    private static final Pattern MASS = Pattern.compile("(kg|t|kt|Mt) ([^ /]++(?: [^ /]++)*+)( ?/yr)?");
    private static final Pattern BARE_MASS = Pattern.compile("(kg|t|kt|Mt)( ?/yr)?");
    private static final String OF_A_YEAR = "([0-9]{4} )?";
    private static final int LETTERS = 3;
    private static final Pattern MONEY = Pattern.compile(OF_A_YEAR + "([A-Z]{3})(?: (mn|bn))?");
    private static final Pattern PRICE = Pattern.compile(OF_A_YEAR + "([A-Z]{3})/(kg|t)");
    private static final Pattern PER_SHARE = Pattern.compile("([A-Z]{3})/share");
    private static final Pattern RATE = Pattern.compile("([A-Z]{3})/([A-Z]{3})");
    private static final String OF = " of ";
    private static final Pattern CONTENT = Pattern.compile("% ([^ /]++(?: [^ /]++)*+)");
    private static final Pattern COUNT = Pattern.compile("(?:(thousand|mn|bn) )?(shares|carats|m³|litres|people)");
    private static final Pattern AS_PRINTED = Pattern.compile("\\[([^ \\[\\]]++(?: [^ \\[\\]]++)*+)\\]");

    /** Throws if the dimension has no such word, if it needs a basis and none is given, or if it has none and one is. */
    public Unit {
        if (!dimension.has(word)) {
            throw new UnitException("'" + word + "' is not a word for " + dimension + ".");
        }
        boolean withoutBasis =
                switch (dimension) {
                    case RATE, TIME, MULTIPLE -> true;
                    case SHARE -> basis.isEmpty();
                    default -> false;
                };
        if (basis.isEmpty() != withoutBasis) {
            throw new UnitException("A unit of " + dimension + (withoutBasis ? " has no basis." : " needs a basis."));
        }
        if (dimension == Dimension.SHARE && !basis.isEmpty() && basis.split(OF, -1).length != 2) {
            throw new UnitException("'" + word + " " + basis
                    + "' does not say of which basis which is a part. Write % NdPr oxide of REO, or % alone.");
        }
    }

    /** The unit that {@code text} names; refuses a mass that does not say a mass of what. */
    public static Unit parse(String text) {
        Optional<Unit> plain =
                WITHOUT_BASIS.stream().filter(unit -> unit.word().equals(text)).findFirst();
        if (plain.isPresent()) {
            return plain.get();
        }
        return match(MASS, text, m -> new Unit(massDimension(m), m.group(2), m.group(1)))
                .or(() -> match(COUNT, text, m -> new Unit(Dimension.COUNT, m.group(2), orEmpty(m.group(1)))))
                .or(() -> match(AS_PRINTED, text, m -> new Unit(Dimension.AS_PRINTED, m.group(1), "")))
                .or(() -> match(
                        PER_SHARE, text, m -> new Unit(Dimension.MONEY_PER_SHARE, currency(text, m.group(1)), "share")))
                .or(() -> match(
                        RATE,
                        text,
                        m -> new Unit(
                                Dimension.EXCHANGE_RATE,
                                currency(text, m.group(1)) + "/" + currency(text, m.group(2)),
                                "")))
                .or(() -> match(CONTENT, text, m -> new Unit(Dimension.SHARE, m.group(1), "%")))
                .or(() -> match(PRICE, text, m -> new Unit(Dimension.PRICE, money(text, m), m.group(3))))
                .or(() -> match(MONEY, text, m -> new Unit(Dimension.MONEY, money(text, m), orEmpty(m.group(3)))))
                .orElseThrow(() -> new UnitException("'" + text + "' is not a unit. " + remedy(text)));
    }

    /** The size of one such unit in the base unit of its dimension: t, one of the currency, money per kg, 1, share. */
    public BigDecimal scale() {
        return dimension.scale(word);
    }

    /** Whether it is a mass, or a mass each year. */
    public boolean isMass() {
        return dimension == Dimension.MASS || dimension == Dimension.MASS_PER_YEAR;
    }

    /** Whether amounts in the two units can be added: the same dimension on the same basis. */
    public boolean comparableWith(Unit other) {
        return dimension == other.dimension && basis.equals(other.basis);
    }

    /** The two bases of a content, the part and the whole: NdPr oxide and REO; empty for all else. */
    public Optional<ImmutableList<String>> contentOf() {
        return dimension == Dimension.SHARE && !basis.isEmpty()
                ? Optional.of(ImmutableList.copyOf(basis.split(OF, 2)))
                : Optional.empty();
    }

    /** The currency of money, whether it is real or nominal; empty for what is none. */
    public String currency() {
        return isMoney() ? basis.substring(basis.length() - LETTERS) : "";
    }

    /** The year in whose money real amounts are; empty where they are nominal, and for what is no money. */
    public OptionalInt moneyOf() {
        return isMoney() && basis.length() > LETTERS
                ? OptionalInt.of(Integer.parseInt(basis.substring(0, basis.indexOf(' '))))
                : OptionalInt.empty();
    }

    private boolean isMoney() {
        return dimension == Dimension.MONEY || dimension == Dimension.PRICE || dimension == Dimension.MONEY_PER_SHARE;
    }

    /** The same unit on another basis: {@code kt Co} where this is {@code kt cobalt}. */
    public Unit on(String otherBasis) {
        return new Unit(dimension, otherBasis, word);
    }

    @Override
    public String toString() {
        return switch (dimension) {
            case MASS -> word + " " + basis;
            case SHARE -> basis.isEmpty() ? word : word + " " + basis;
            case MASS_PER_YEAR -> word + " " + basis + "/yr";
            case MONEY -> word.isEmpty() ? basis : basis + " " + word;
            case PRICE, MONEY_PER_SHARE -> basis + "/" + word;
            case EXCHANGE_RATE -> basis;
            case COUNT -> word.isEmpty() ? basis : word + " " + basis;
            case AS_PRINTED -> "[" + basis + "]";
            default -> word;
        };
    }

    private static Optional<Unit> match(Pattern pattern, String text, Function<MatchResult, Unit> unit) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(unit.apply(matcher)) : Optional.empty();
    }

    private static Dimension massDimension(MatchResult match) {
        return match.group(3) == null ? Dimension.MASS : Dimension.MASS_PER_YEAR;
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static String money(String text, MatchResult match) {
        return orEmpty(match.group(1)) + currency(text, match.group(2));
    }

    private static String currency(String text, String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new UnitException(
                    "'" + text + "' is not a unit: " + code + " is no currency. Use an ISO 4217 code such as CNY.", e);
        }
    }

    private static String remedy(String text) {
        if (BARE_MASS.matcher(text).matches()) {
            return "Say a mass of what: t REO, t gross, kt magnet REE/yr.";
        }
        return "Write a mass with its basis (t REO, kt magnet REE/yr), money (CNY mn, 2026 USD mn), a price (USD/kg, 2026 USD/kg, CNY/share, CNY/USD), shares, carats, m³,"
                + " litres or people (mn carats), %, a content (% NdPr oxide of REO), %/yr, year, years or x; any other in brackets, as its source has it"
                + " ([dollars per troy ounce]).";
    }
}
