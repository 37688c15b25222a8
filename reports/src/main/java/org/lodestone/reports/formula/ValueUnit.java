package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;

/**
 * The unit of a value in a model: powers of bases, currencies and things that are counted, times a power of ten.
 *
 * <pre>
 * kt magnet REE             10^3 · t magnet REE
 * USD/kg of NdPr oxide      10^3 · USD · (t NdPr oxide)^-1
 * % magnet REE of REO       10^-2 · t magnet REE · (t REO)^-1
 * a ratio, a count, a year  a pure number
 * </pre>
 *
 * <p>Time is no dimension: {@code t REO/yr} is {@code t REO}, since a capacity stands for the output of a year. The unit of a product
 * follows from its factors.
 */
public final class ValueUnit {

    private enum Kind {
        ANY,
        UNKNOWN,
        KNOWN
    }

    /** Fits every other unit: that of zero, of a text, and of what is missing for good. */
    public static final ValueUnit ANY = new ValueUnit(Kind.ANY, ImmutableSortedMap.of(), 0);

    /** The unit of a number of which nobody says what it counts, or of one that is picked from a list of different units. */
    public static final ValueUnit UNKNOWN = new ValueUnit(Kind.UNKNOWN, ImmutableSortedMap.of(), 0);

    /** The unit of a pure number: a ratio, a count, a rank, a mark, a year. */
    public static final ValueUnit NUMBER = new ValueUnit(Kind.KNOWN, ImmutableSortedMap.of(), 0);

    private static final int PERCENT_SCALE = -2;

    /** The unit of a ratio in hundredths. */
    public static final ValueUnit PERCENT = new ValueUnit(Kind.KNOWN, ImmutableSortedMap.of(), PERCENT_SCALE);

    /** The unit of a number of shares. */
    public static final ValueUnit SHARES = of(Unit.SHARES);

    private static final String TONNE_OF = "t ";
    private static final Pattern CURRENCY = Pattern.compile("([0-9]{4} )?[A-Z]{3}");
    private static final Pattern MASS = Pattern.compile(" (kg|t|kt|Mt)\\b");

    /** The price of a tonne is a thousandth of the price of a kilogram, in which units of prices are counted. */
    private static final int KILOGRAMS_IN_A_TONNE = 3;

    private final Kind kind;
    private final ImmutableSortedMap<String, Integer> powers;
    private final int scale;
    private final Optional<Key> like;

    private ValueUnit(Kind kind, Map<String, Integer> powers, int scale) {
        this(kind, powers, scale, Optional.empty());
    }

    private ValueUnit(Kind kind, Map<String, Integer> powers, int scale, Optional<Key> like) {
        this.kind = kind;
        this.powers = ImmutableSortedMap.copyOf(powers);
        this.scale = scale;
        this.like = like;
    }

    /** The unit of another value of the model that this is stated in. */
    public static ValueUnit like(Key key) {
        return new ValueUnit(Kind.UNKNOWN, ImmutableSortedMap.of(), 0, Optional.of(key));
    }

    /** The value whose unit it is, where it is stated by one. */
    Optional<Key> like() {
        return like;
    }

    /**
     * The unit of an amount as a dataset has it. The price of a mass does not say a mass of what, and fits itself alone; with its
     * product it is {@link #ofPrice}.
     */
    public static ValueUnit of(Unit unit) {
        int scale = powerOfTen(unit.scale().doubleValue());
        String basis = unit.basis();
        return switch (unit.dimension()) {
            case MASS, MASS_PER_YEAR -> of(TONNE_OF + basis, scale);
            case MONEY, COUNT -> of(basis, scale);
            case MONEY_PER_SHARE -> of(basis, scale).over(SHARES);
            case EXCHANGE_RATE -> per(basis.substring(0, basis.indexOf('/')), basis.substring(basis.indexOf('/') + 1));
            case SHARE ->
                unit.contentOf()
                        .map(bases -> per(TONNE_OF + bases.get(0), TONNE_OF + bases.get(1))
                                .times(PERCENT))
                        .orElse(PERCENT);
            case RATE -> PERCENT;
            case TIME, MULTIPLE -> NUMBER;
            case AS_PRINTED, PRICE -> of(unit.toString(), 0);
        };
    }

    /** The unit of an amount whose unit may not be stated. */
    public static ValueUnit of(Optional<Unit> unit) {
        return unit.map(ValueUnit::of).orElse(UNKNOWN);
    }

    /** The unit of a price for a mass on a basis: {@code USD/kg} of {@code NdPr oxide}. */
    public static ValueUnit ofPrice(Unit price, String basis) {
        int scale = powerOfTen(price.scale().doubleValue()) + KILOGRAMS_IN_A_TONNE;
        return per(price.basis(), TONNE_OF + basis).times(new ValueUnit(Kind.KNOWN, Map.of(), scale));
    }

    /** The unit of an exchange rate: units of one currency for one of another. */
    public static ValueUnit ofRate(String currency, String base) {
        return per(currency, base);
    }

    /** The unit of a constant. One that converts between sizes of a unit is in that: a thousand tonnes in a kilotonne. */
    static ValueUnit ofConstant(double amount) {
        double power = Math.log10(amount);
        return power > 1 && power == Math.rint(power) ? new ValueUnit(Kind.KNOWN, Map.of(), (int) -power) : NUMBER;
    }

    /** The same in the base unit, where this may be in thousands or millions: t where it is Mt. */
    public ValueUnit unscaled() {
        return isKnown() ? new ValueUnit(Kind.KNOWN, powers, 0) : this;
    }

    private static ValueUnit of(String atom, int scale) {
        return new ValueUnit(Kind.KNOWN, ImmutableSortedMap.of(atom, 1), scale);
    }

    private static ValueUnit per(String atom, String other) {
        return of(atom, 0).over(of(other, 0));
    }

    private static int powerOfTen(double scale) {
        return (int) Math.rint(Math.log10(scale));
    }

    /** Whether it is known what is counted. */
    public boolean isKnown() {
        return kind == Kind.KNOWN;
    }

    /** Whether it fits every other. */
    public boolean isAny() {
        return kind == Kind.ANY;
    }

    /** Whether values in the two may be added as they stand; so they may where one of the units is not known. */
    public boolean fits(ValueUnit other) {
        return !isKnown() || !other.isKnown() || (scale == other.scale && countsAs(other));
    }

    /** The unit of values of both in one list; empty where they do not fit. */
    Optional<ValueUnit> together(ValueUnit other) {
        boolean saysMore = isAny() || (!isKnown() && other.isKnown());
        return fits(other) ? Optional.of(saysMore ? other : this) : Optional.empty();
    }

    /** Whether the two count the same things, if in other sizes: kt and t. */
    public boolean countsAs(ValueUnit other) {
        return powers.equals(other.powers);
    }

    /** Whether one of the two is in hundredths of the other. */
    boolean isHundredfold(ValueUnit other) {
        return Math.abs(scale - other.scale) == -PERCENT_SCALE;
    }

    /** The unit of a product. */
    public ValueUnit times(ValueUnit other) {
        return with(other, 1);
    }

    /** The unit of a quotient. */
    public ValueUnit over(ValueUnit other) {
        return with(other, -1);
    }

    private ValueUnit with(ValueUnit other, int power) {
        if (!isKnown() || !other.isKnown()) {
            return kind == Kind.UNKNOWN || other.kind == Kind.UNKNOWN ? UNKNOWN : ANY;
        }
        if (other.isPure()) {
            return this;
        }
        if (isPure() && power == 1) {
            return other;
        }
        if (power == -1 && scale == other.scale && countsAs(other)) {
            return NUMBER;
        }
        Map<String, Integer> all = new TreeMap<>(powers);
        other.powers.forEach((atom, one) -> all.merge(atom, one * power, ValueUnit::sumOrNone));
        return new ValueUnit(Kind.KNOWN, all, scale + power * other.scale);
    }

    private boolean isPure() {
        return scale == 0 && powers.isEmpty();
    }

    @SuppressWarnings("NullAway") // a map is told by null to forget a power that is zero
    private static Integer sumOrNone(int one, int other) {
        return one + other == 0 ? null : one + other;
    }

    /**
     * The unit that words after a number say: {@code %}, or the size of a mass, whose basis may be left out. Empty where they say none.
     *
     * @param of the unit of the number, whose basis is meant where a mass is said without one
     * @param bases those that words may name
     */
    static Optional<ValueUnit> said(String words, ValueUnit of, Collection<String> bases) {
        if (words.startsWith("%")) {
            return Optional.of(PERCENT);
        }
        Matcher mass = MASS.matcher(words);
        if (!mass.lookingAt()) {
            return Optional.empty();
        }
        int scale = powerOfTen(
                new Unit(Dimension.MASS, "any", mass.group(1)).scale().doubleValue());
        String after = words.substring(mass.end());
        boolean isMass = of.powers.size() == 1 && of.bases().findFirst().isPresent();
        return Optional.of(bases.stream()
                .filter(basis -> isNamed(basis, after))
                .max(Comparator.comparingInt(String::length))
                .map(basis -> of(TONNE_OF + basis, scale))
                .orElseGet(() -> new ValueUnit(Kind.KNOWN, isMass ? of.powers : Map.of("t", 1), scale)));
    }

    private static boolean isNamed(String basis, String after) {
        int end = 1 + basis.length();
        return after.startsWith(basis, 1) && (after.length() == end || !Character.isLetterOrDigit(after.charAt(end)));
    }

    /** The bases of the masses that are counted, or by which something is divided. */
    Stream<String> bases() {
        return powers.keySet().stream().filter(ValueUnit::isMass).map(ValueUnit::basis);
    }

    private static boolean isMass(String atom) {
        return atom.startsWith(TONNE_OF);
    }

    private static String basis(String atom) {
        return atom.substring(TONNE_OF.length());
    }

    /** The unit of the square root of a value; unknown where it has none. */
    ValueUnit root() {
        if (!isKnown()) {
            return this;
        }
        if (scale % 2 != 0 || powers.values().stream().anyMatch(power -> power % 2 != 0)) {
            return UNKNOWN;
        }
        Map<String, Integer> halves = new TreeMap<>();
        powers.forEach((atom, power) -> halves.put(atom, power / 2));
        return new ValueUnit(Kind.KNOWN, halves, scale / 2);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueUnit unit
                && kind == unit.kind
                && scale == unit.scale
                && like.equals(unit.like)
                && powers.equals(unit.powers);
    }

    @Override
    public int hashCode() {
        return 31 * powers.hashCode() + scale;
    }

    /** The unit as a dataset would state it, {@code kt magnet REE}, {@code USD/kg NdPr oxide}, {@code %}; else by its powers. */
    @Override
    public String toString() {
        if (!isKnown()) {
            return isAny() ? "any unit" : "no known unit";
        }
        if (powers.isEmpty()) {
            return scale == 0 ? "a pure number" : scale == PERCENT_SCALE ? "%" : "10^" + scale;
        }
        List<String> counted = atoms(1);
        List<String> per = atoms(-1);
        boolean isSimple = counted.size() == 1 && per.size() < 2 && counted.size() + per.size() == powers.size();
        return (isSimple
                        ? per.isEmpty() ? amount(counted.get(0), scale) : ratio(counted.get(0), per.get(0))
                        : Optional.<String>empty())
                .orElseGet(this::byPowers);
    }

    private List<String> atoms(int power) {
        return powers.entrySet().stream()
                .filter(atom -> atom.getValue() == power)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Optional<String> amount(String atom, int power) {
        if (isMass(atom)) {
            return word(Dimension.MASS, power).map(word -> word + " " + basis(atom));
        }
        return CURRENCY.matcher(atom).matches()
                ? word(Dimension.MONEY, power).map(word -> (atom + " " + word).strip())
                : word(Dimension.COUNT, power).map(word -> (word + " " + atom).strip());
    }

    private Optional<String> ratio(String counted, String per) {
        if (isMass(counted)) {
            return scale == PERCENT_SCALE && isMass(per)
                    ? Optional.of("% " + basis(counted) + " of " + basis(per))
                    : Optional.of(per)
                            .filter(atom -> CURRENCY.matcher(atom).matches())
                            .flatMap(atom -> amount(atom, -scale))
                            .map(money -> "t " + basis(counted) + "/" + money);
        }
        if (isMass(per)) {
            return word(Dimension.PRICE, scale - KILOGRAMS_IN_A_TONNE)
                    .map(word -> counted + "/" + word + " " + basis(per));
        }
        return scale == 0 ? Optional.of(counted + "/" + (per.equals("shares") ? "share" : per)) : Optional.empty();
    }

    private static Optional<String> word(Dimension dimension, int power) {
        return dimension.word(BigDecimal.ONE.scaleByPowerOfTen(power));
    }

    private String byPowers() {
        String above = powers.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .map(one -> spelled(one.getKey(), one.getValue()))
                .collect(Collectors.joining(" · "));
        String below = powers.entrySet().stream()
                .filter(one -> one.getValue() < 0)
                .map(one -> " / " + spelled(one.getKey(), -one.getValue()))
                .collect(Collectors.joining());
        return (scale == 0 ? "" : "10^" + scale + " ") + (above.isEmpty() ? "1" : above) + below;
    }

    private static String spelled(String atom, int power) {
        return power == 1 ? atom : "(" + atom + ")^" + power;
    }
}
