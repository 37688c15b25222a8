package org.lodestone.core.project;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;

/**
 * A figure that a study of a project prints, such as its capital cost or its net present value.
 *
 * <p>Rows of one project and study belong together. Where sources disagree each reading is a row: of what goes into the recomputation the
 * first counts, and the others widen what it leaves open; of what comes out, each is judged.
 *
 * @param published when, or words where the source prints no date
 * @param product of which a volume, a price or a cost is; empty for all else
 * @param value as printed, so that half of its last digit is what rounding leaves open; empty where an assumption stands in its place
 * @param assumption id of the assumption in place of a value that is not printed
 * @param years the years of operation that it is of
 * @param terms whether money is real or nominal; empty where not stated
 * @param tax whether it is before or after tax; empty where not stated, and for what has no such side
 * @param rate discount rate of a net present value in percent; empty where not stated
 */
public record StudyFigure(
        String project,
        String study,
        String published,
        Item item,
        String product,
        Optional<Observation> value,
        Optional<Unit> unit,
        Optional<String> assumption,
        Years years,
        Optional<Terms> terms,
        Optional<Tax> tax,
        Optional<BigDecimal> rate,
        Citation citation) {

    private static final BigDecimal LEAST_RATE = BigDecimal.valueOf(-100);

    /** Throws where the unit is none of such an item, or the value cannot be. */
    public StudyFigure {
        if (value.isPresent() == assumption.isPresent()) {
            throw new IllegalArgumentException(item + " has "
                    + (value.isPresent() ? "a value and an assumption" : "neither a value nor an assumption")
                    + ". Give it one of the two.");
        }
        if (assumption.isPresent() && item != Item.TAX) {
            throw new IllegalArgumentException(item + " names the assumption '" + assumption.get()
                    + "', which only tax can. Give it the printed value.");
        }
        if (value.isPresent() && unit.isEmpty()) {
            throw new IllegalArgumentException(
                    item + " is '" + value.get() + "' of nothing: unit is empty. Write " + item.units + ".");
        }
        unit.filter(one -> !item.takes(one, years)).ifPresent(one -> {
            throw new IllegalArgumentException("'" + one + "' is no unit of " + item + ". Write " + item.units + ".");
        });
        value.flatMap(Observation::number).ifPresent(item::require);
        if (rate.isPresent() && item != Item.NPV) {
            throw new IllegalArgumentException("rate is '" + rate.get() + "', and " + item
                    + " is not discounted. Give it to npv, or empty the cell.");
        }
        rate.filter(percent -> percent.compareTo(LEAST_RATE) <= 0).ifPresent(percent -> {
            throw new IllegalArgumentException("rate '" + percent
                    + "' cannot be: at −100% or less nothing can be discounted. Write a rate such as 8.");
        });
        if (item.isOfProduct(unit) == product.isEmpty()) {
            throw new IllegalArgumentException(
                    product.isEmpty()
                            ? "product is empty, and " + item + " in '"
                                    + unit.map(Unit::toString).orElse("")
                                    + "' is of one. Name it in the same words as its other rows: NdPr oxide."
                            : "product is '" + product + "', and " + item + " is of none. Empty the cell.");
        }
    }

    /** The item of which a study prints a figure. */
    public enum Item {
        /** Money to build it, contingency included where that is printed. */
        CAPEX("money (USD mn)", Dimension.MONEY),
        /** Money spent each year to keep it running. */
        SUSTAINING_CAPEX("money (USD mn)", Dimension.MONEY),
        /** Cost of operation each year, or of each unit of a product. */
        OPEX("money (USD mn), or money for a mass of its product (USD/kg)", Dimension.MONEY, Dimension.PRICE),
        /** Sales each year. */
        REVENUE("money (USD mn)", Dimension.MONEY),
        /** Earnings each year before interest, tax, depreciation and amortisation. */
        EBITDA("money (USD mn)", Dimension.MONEY),
        /** Cash flow of operation each year, after tax. */
        CASH_FLOW("money (USD mn)", Dimension.MONEY),
        /** Net present value. */
        NPV("money (USD mn)", Dimension.MONEY),
        /** Internal rate of return. */
        IRR("%", Dimension.SHARE),
        /** Years from the start of operation until the money is back. */
        PAYBACK("years", Dimension.TIME),
        /** Years of operation. */
        LIFE("years", Dimension.TIME),
        /** Years of construction. */
        BUILD("years", Dimension.TIME),
        /** Amount of a product made each year. */
        VOLUME(
                "a mass of the product each year (t NdPr oxide/yr), over the whole life a mass",
                Dimension.MASS_PER_YEAR),
        /** Price that the study assumes for a product. */
        PRICE("money for a mass of the product (USD/kg)", Dimension.PRICE),
        /** Rate of tax on profit. */
        TAX("%", Dimension.SHARE),
        /** Part of full output that is reached in a year of operation. */
        RAMP("%", Dimension.SHARE),
        /** Years from the valuation date to the first cash flow: 0 where year 0 is not discounted, 1 for the end of a year. */
        TIMING("years", Dimension.TIME);

        private final String units;
        private final ImmutableList<Dimension> dimensions;

        Item(String units, Dimension... dimensions) {
            this.units = units;
            this.dimensions = ImmutableList.copyOf(dimensions);
        }

        private boolean takes(Unit unit, Years years) {
            if (this == VOLUME) {
                return unit.dimension() == (years.isTotal() ? Dimension.MASS : Dimension.MASS_PER_YEAR);
            }
            return dimensions.contains(unit.dimension());
        }

        private boolean isOfProduct(Optional<Unit> unit) {
            return this == VOLUME
                    || this == PRICE
                    || (this == OPEX
                            && unit.filter(one -> one.dimension() == Dimension.PRICE)
                                    .isPresent());
        }

        /** Refuses a number that such an item cannot be. */
        private void require(BigDecimal number) {
            switch (this) {
                case LIFE, BUILD -> requireThat(number.signum() > 0, number, "It is a number of years above zero.");
                case PAYBACK, CAPEX, SUSTAINING_CAPEX, VOLUME, PRICE ->
                    requireThat(number.signum() >= 0, number, "It is not below zero.");
                case TAX, RAMP ->
                    requireThat(
                            number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(100)) <= 0,
                            number,
                            "It lies between 0 and 100%.");
                case TIMING ->
                    requireThat(
                            number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0,
                            number,
                            "It is 0 where year 0 is not discounted, 0.5 for the middle of a year and 1 for its end.");
                case IRR ->
                    requireThat(
                            number.compareTo(LEAST_RATE) > 0, number, "No more than all that was spent can be lost.");
                case OPEX, REVENUE, EBITDA, CASH_FLOW, NPV -> {}
            }
        }

        private void requireThat(boolean holds, BigDecimal number, String why) {
            if (!holds) {
                throw new IllegalArgumentException(this + " '" + number + "' cannot be. " + why);
            }
        }

        /** The word in a dataset: {@code cash-flow}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether money has the buying power of one year, or that of the year in which it is paid. */
    public enum Terms {
        /** In the money of one year. */
        REAL,
        /** In the money of each year. */
        NOMINAL;

        /** The word in a dataset: {@code real}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** On which side of tax on profit a figure stands. */
    public enum Tax {
        /** Nothing is taken off. */
        BEFORE,
        /** Tax is taken off. */
        AFTER;

        /** The word in a dataset: {@code after}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The years of operation that a figure is of, counted from 1: each year of the life, some of them ({@code 1-15}), or all of them
     * together ({@code life}).
     *
     * @param first 0 for the whole life together
     */
    public record Years(int first, int last) {

        /** Each year of the whole life. */
        public static final Years EACH = new Years(1, Integer.MAX_VALUE);
        /** The whole life together. */
        public static final Years TOTAL = new Years(0, 0);

        private static final String LIFE = "life";
        private static final Pattern SPAN = Pattern.compile("(\\d{1,3})(?:[-–](\\d{1,3}))?");

        /** The years that {@code text} names: nothing for each year, {@code 3}, {@code 1-15} or {@code life}. */
        public static Years parse(String text) {
            if (text.isEmpty() || text.equals(LIFE)) {
                return text.isEmpty() ? EACH : TOTAL;
            }
            Matcher span = SPAN.matcher(text);
            if (span.matches()) {
                int first = Integer.parseInt(span.group(1));
                int last = span.group(2) == null ? first : Integer.parseInt(span.group(2));
                if (first > 0 && first <= last) {
                    return new Years(first, last);
                }
            }
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is not years of operation. Write 1-15, a single year, life for the total of all, or nothing for each year.");
        }

        /** Whether it is the whole life together. */
        public boolean isTotal() {
            return equals(TOTAL);
        }

        /** Whether a year of operation, counted from 1, is one of them. */
        public boolean has(int year) {
            return first <= year && year <= last;
        }

        @Override
        public String toString() {
            if (equals(EACH) || isTotal()) {
                return isTotal() ? LIFE : "";
            }
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.joined(project, study),
                item,
                value.map(one -> OneLine.amount(one, unit.map(Unit::toString).orElse("")))
                        .orElse("assumed"));
    }
}
