package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.figure.How;
import org.lodestone.core.internal.table.UnitWord;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.table.NumberForm;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TypedNumbers;

/**
 * A user's description of a file, for what the file does not say itself. {@link MappingReader} reads one.
 *
 * @param options of the table: its encoding, delimiter and sheet
 * @param header the line of a text file, or the row of a sheet, that has the names of the columns; 0 for the first
 * @param company how rows say which company they are of
 * @param numbers how the file writes them
 * @param leaveOut words with which rows begin that are of no company, beside the usual ones such as 合计 and Total
 * @param facts by the name of an indicator or column, or, in a table that has a row for each number, by the word for it
 * @param rows where a table with a row for each number has them; empty where each number has a column of its own
 * @param newcomers what is known of all companies that the dataset does not have yet
 */
public record Mapping(
        TableOptions options,
        int header,
        CompanyColumn company,
        TypedNumbers numbers,
        ImmutableList<String> leaveOut,
        ImmutableMap<String, Meaning> facts,
        Optional<RowColumns> rows,
        Newcomers newcomers) {

    /** Nothing is said. */
    public static final Mapping NONE = new Mapping(
            TableOptions.DEFAULT,
            0,
            new CompanyColumn("", By.ID, "", ""),
            TypedNumbers.PLAIN,
            ImmutableList.of(),
            ImmutableMap.of(),
            Optional.empty(),
            new Newcomers("", "", ImmutableList.of()));

    /** By what a column names companies. */
    public enum By {
        /** By id or by the code of a share, in any of its forms. */
        ID,
        /** By the symbol on an exchange, which another column may name. */
        SYMBOL,
        /** By the name of the company, in English or in the language of its home. */
        NAME;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The columns that say of which company a row is.
     *
     * @param exchange the column with the exchange of a symbol; empty where there is none
     * @param name the column with the name beside a code; empty where there is none
     */
    public record CompanyColumn(String column, By by, String exchange, String name) {}

    /**
     * The columns of a table that has a row for each number.
     *
     * @param unit empty where the meaning of the fact says it
     */
    public record RowColumns(String fact, String period, String value, String unit) {}

    /**
     * Facts of a company that a dataset needs and no table of figures says.
     *
     * @param place the country; empty where it is not said
     * @param currency in which it reports; empty where it is not said
     */
    public record Newcomers(String place, String currency, ImmutableList<String> stages) {}

    /** The mapping in {@code file}; throws, with every problem, where there is one. */
    public static Mapping read(Path file) {
        return MappingReader.read(file);
    }

    @Override
    public String toString() {
        return OneLine.of("mapping", facts.keySet());
    }

    /** Whether a fact runs over a period, as revenue does, or is as of a day, as assets are. */
    public enum Timing {
        /** Over a period: revenue, net profit. */
        PERIOD,
        /** A state on a day: total assets, the number of shares. */
        DAY;

        /** The word in a mapping: {@code day}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The kind of thing a fact is counted in, and the unit a dataset has it in. */
    public enum Kind {
        /** In millions of its currency. */
        MONEY,
        /** Money for each share. */
        PER_SHARE,
        /** In millions of shares. */
        SHARES,
        /** The number of times that one amount is another. */
        MULTIPLE,
        /** A ratio in percent: a gross margin of 21.5% is 21.5. */
        PERCENT,
        /** In tonnes of a basis, or tonnes a year. */
        MASS,
        /** Money for a kilogram or a tonne. */
        PRICE,
        /** In whatever unit a file states. */
        ANY;

        /** The unit in which a dataset has an amount that a file has in {@code word}; refuses one of another kind. */
        Unit target(UnitWord word) {
            Unit unit = word.unit();
            if (this == ANY) {
                return word.factor().compareTo(BigDecimal.ONE) == 0 ? unit : of(word).target(word);
            }
            if (this != of(word) && !(this == PER_SHARE && unit.dimension() == Dimension.MONEY)) {
                throw new IllegalArgumentException("'" + unit + "' is not the unit of a fact of the kind '" + this
                        + "'. Correct the unit, or the kind in the mapping.");
            }
            return switch (this) {
                case MONEY -> new Unit(Dimension.MONEY, unit.basis(), "mn");
                case PER_SHARE -> new Unit(Dimension.MONEY, unit.basis(), "");
                case SHARES -> new Unit(Dimension.COUNT, unit.basis(), "mn");
                case MASS -> new Unit(unit.dimension(), unit.basis(), "t");
                default -> unit;
            };
        }

        private static Kind of(UnitWord word) {
            return switch (word.unit().dimension()) {
                case MONEY -> word.each() ? PER_SHARE : MONEY;
                case COUNT -> word.unit().basis().equals("shares") ? SHARES : ANY;
                case MULTIPLE -> MULTIPLE;
                case SHARE -> PERCENT;
                case MASS, MASS_PER_YEAR -> MASS;
                case PRICE -> PRICE;
                default -> ANY;
            };
        }

        /** The word in a mapping: {@code per-share}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Which fact of a dataset an indicator is.
     *
     * @param scope for whom or which part; empty for the whole company
     * @param unit of the numbers as the file has them; empty where the file says it
     * @param basis what a mass is a mass of; empty where there is no mass
     * @param period of the numbers; empty where the file says it
     * @param periodColumn the column that has the period of each row; empty where none does
     * @param how the source knows the number: reported, unless it is a forecast or was worked out
     * @param written in which forms the numbers of a table may be written beside plain digits
     */
    public record Meaning(
            String fact,
            Kind kind,
            Timing timing,
            String scope,
            String unit,
            String basis,
            String period,
            String periodColumn,
            How how,
            ImmutableSet<NumberForm> written) {

        /** One whose unit and period the file tells. */
        static Meaning of(String fact, Kind kind, Timing timing, String scope, String unit) {
            return new Meaning(fact, kind, timing, scope, unit, "", "", "", How.REPORTED, ImmutableSet.of());
        }

        /** The same for another part of the company. */
        Meaning withScope(String other) {
            return new Meaning(fact, kind, timing, other, unit, basis, period, periodColumn, how, written);
        }

        @Override
        public String toString() {
            return OneLine.of(fact, kind, timing, scope, unit, basis);
        }
    }
}
