package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
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

    @Override
    public String toString() {
        return OneLine.of("mapping", facts.keySet());
    }
}
