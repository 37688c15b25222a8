package org.lodestone.core.universe;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.research.Publication;
import org.lodestone.core.screen.Screen;

/**
 * A universe of companies and the screen that goes with it, as far as they could be read.
 *
 * @param universe without the rows that could not be read; empty when the table could not be
 * @param screen empty when the file has none, or one with a problem
 * @param table the name of the table's file; empty when none could be found
 * @param columns what the table calls each column of the universe
 * @param units the unit of each column of numbers of which the table, or the file that describes it, says one: {@code USD mn}, {@code %}
 * @param rates at which figures in other currencies were converted
 * @param notes what was done to what was read, for readers
 * @param publication who publishes research on it, as {@code report.json} beside it says; without a title where that says none
 * @param problems by file, then by line
 * @param isOfRows whether all of them, if there are any, are of rows of the table, which are left out of the universe, or of cells,
 *     which are not known in it
 * @param leftOut how many rows of the table are left out for a problem
 */
public record UniverseReading(
        Optional<Universe> universe,
        Optional<Screen> screen,
        String table,
        ImmutableMap<String, String> columns,
        ImmutableMap<String, String> units,
        ImmutableList<ExchangeRate> rates,
        ImmutableList<String> notes,
        Optional<Publication> publication,
        ImmutableList<Problem> problems,
        boolean isOfRows,
        int leftOut) {

    /**
     * This, if it was read without a problem, or without one that is more than some rows; throws what was met otherwise, also
     * where no row is left.
     */
    public UniverseReading withoutBrokenRows() {
        boolean anyLeft = universe.filter(some -> some.size() > 0).isPresent();
        return isOfRows && anyLeft ? this : orElseThrow();
    }

    /** This, if it was read without a problem; throws what was met otherwise. */
    public UniverseReading orElseThrow() {
        if (!problems.isEmpty()) {
            throw new DataException(problems);
        }
        return this;
    }

    @Override
    public String toString() {
        return OneLine.of(table, universe, screen.map(Screen::name), OneLine.count(problems, "problem"));
    }
}
