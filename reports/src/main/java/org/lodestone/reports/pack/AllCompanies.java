package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import com.google.common.primitives.ImmutableIntArray;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.League;
import org.lodestone.core.universe.Universe;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.AsWritten;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenResult.State;

/** The page with a row for every company of a universe: those ranked first, then the provisional, then the filtered out. */
record AllCompanies(ScreenResult result, ImmutableMap<String, String> units) {

    static final String NAME = "All companies";

    static Part of(UniverseReading reading, ScreenResult result, UniverseSection data) {
        Model.Builder model = Model.builder().include(data.part().model());
        Block.Sentence title = Block.Sentence.live(
                model.calculation(Term.of("all companies").sub("title").key(), data.ranked()));
        String money = reading.rates().isEmpty() ? "" : ", in one currency";
        return Part.of(
                Section.page(
                                NAME,
                                Section.Group.COMPANIES,
                                title,
                                Block.Sentence.plain(
                                        "Figures of " + reading.table() + money + "; an empty cell is not known."
                                                + " Ranks and scores (brown) follow no change; sort and filter by the arrows."
                                                + " Not printed."),
                                List.of(new AllCompanies(result, reading.units()).table()))
                        .lookedUp(),
                model.build());
    }

    private Universe universe() {
        return result.universe();
    }

    private LongTable table() {
        Universe universe = universe();
        ImmutableIntArray order = ImmutableIntArray.copyOf(Streams.concat(
                result.ranked().stream(),
                result.provisional().stream(),
                IntStream.range(0, universe.size()).filter(company -> result.state(company) == State.FILTERED_OUT)));
        LongTable.Builder table = LongTable.of("", order.length(), order::get)
                .id("all-companies")
                .computed("Rank", Shown.ORDINAL, company -> rank(result, company))
                .words("Company", universe::name)
                .frozen()
                .words("Id", universe::id)
                .computed(
                        "Score",
                        Shown.THREE_DECIMALS,
                        company -> result.score(company).orElse(Double.NaN));
        Set<String> asked = new LinkedHashSet<>();
        for (Criterion criterion : result.screen().criteria()) {
            criterion
                    .indicator()
                    .tableColumn()
                    .filter(asked::add)
                    .ifPresent(column -> figures(table, criterion.title(), criterion.unit(), column));
        }
        table.computed("Weight known", Shown.PERCENT, this::coverage)
                .words("State", this::state)
                .words("Lacks, or filter", this::whyNot);
        for (League league : result.screen().leagues()) {
            ScreenResult among = result.in(league);
            table.computed("Rank in " + league.name(), Shown.ORDINAL, company -> rank(among, company));
        }
        universe.numberColumns().stream()
                .filter(column -> !asked.contains(column))
                .forEach(column -> figures(table, column, units.getOrDefault(column, ""), column));
        for (String column : universe.wordColumns()) {
            table.words(column, company -> universe.word(column, company));
        }
        return table.build();
    }

    private static double rank(ScreenResult among, int company) {
        OptionalInt rank = among.rank(company);
        return rank.isPresent() ? rank.getAsInt() : Double.NaN;
    }

    /** The weight on known values of a company that was looked at. */
    private double coverage(int company) {
        return result.state(company) == State.FILTERED_OUT ? Double.NaN : result.coverage(company);
    }

    /** The figures of a column as people write them, with their unit over them. */
    private void figures(LongTable.Builder table, String title, String unit, String column) {
        AsWritten written = AsWritten.of(unit, universe().numbers(column));
        table.figures(
                written.unit().isEmpty() ? title : title + ", " + written.unit(),
                written.shown(),
                universe().numbersByCompany(column));
    }

    private String state(int company) {
        return result.state(company).name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String whyNot(int company) {
        return switch (result.state(company)) {
            case RANKED -> "";
            case PROVISIONAL -> String.join(", ", result.missing(company));
            case FILTERED_OUT -> result.stoppedBy(company).map(Filter::toString).orElse("");
        };
    }
}
