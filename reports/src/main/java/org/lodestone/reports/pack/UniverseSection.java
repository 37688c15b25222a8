package org.lodestone.reports.pack;

import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.universe.Universe;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.screen.ScreenResult;

/** The backup sheet on what was read of a universe and what was done to it, and what the front page shows of it. */
final class UniverseSection {

    private static final Term COMPANIES = Term.of("companies");
    static final Key READ = COMPANIES.sub("read").key();
    static final Key STOPPED = COMPANIES.sub("stopped by a filter").key();
    static final Key RANKED = COMPANIES.sub("ranked").key();
    private static final Key LEFT_OUT = COMPANIES.sub("left out").key();
    private static final Key IN_TABLE = COMPANIES.sub("in the table").key();
    static final Key PROVISIONAL = COMPANIES.sub("provisional").key();

    private static final String COUNTED = "counted when the report was made";

    /** A line of the table of counts. */
    private record Count(String what, Key key) {}

    private final UniverseReading reading;
    private final ScreenResult result;
    private final Universe universe;
    private final Model.Builder model = Model.builder();
    private final Part part;

    UniverseSection(UniverseReading reading, ScreenResult result) {
        this.reading = reading;
        this.result = result;
        this.universe = result.universe();
        this.part = make();
    }

    Part part() {
        return part;
    }

    String title() {
        return result.screen().name() + ": a screen of " + whole(universe.size()) + " companies"
                + (reading.leftOut() == 0 ? "" : ", " + whole(reading.leftOut()) + " left out");
    }

    String subtitle() {
        List<String> days = reading.rates().stream()
                .map(rate -> rate.date().toString())
                .distinct()
                .sorted()
                .toList();
        return "Figures of " + reading.table()
                + (days.isEmpty() ? "" : ", converted at exchange rates of " + String.join(", ", days));
    }

    static String whole(int number) {
        return Shown.WHOLE.text(Value.of((double) number));
    }

    private Part make() {
        Block notes = new Block.Prose(
                "What was done to what was read",
                reading.notes().stream().map(Block.Sentence.Plain::new).collect(ImmutableList.toImmutableList()));
        Part.Builder made = Part.builder(model)
                .section(Section.of(
                        "Data",
                        "What was read, and what was done to it",
                        "The table is " + reading.table() + "; brown numbers were counted when the report was made",
                        Block.withContent(List.of(counts(), columns(), rates(), notes))))
                .keyFigure(new Block.KeyFigure("Companies read", READ, Shown.WHOLE, ""))
                .keyFigure(new Block.KeyFigure("Ranked", RANKED, Shown.WHOLE, ""))
                .keyFigure(new Block.KeyFigure("Stopped by a filter", STOPPED, Shown.WHOLE, ""));
        if (reading.leftOut() > 0) {
            made.keyFigure(new Block.KeyFigure("Left out", LEFT_OUT, Shown.WHOLE, ""));
        }
        if (!result.provisional().isEmpty()) {
            made.unknown(said(
                    "not known",
                    words().with("provisional", PROVISIONAL)
                            .with("sheet", AllCompanies.NAME)
                            .say("the values that {provisional:0} companies lack for a rank, listed on {sheet}")));
        }
        return made.build();
    }

    /** The number of companies that are ranked, and why the others are not. */
    Formula ranked() {
        return words().with("ranked", RANKED)
                .with("all", IN_TABLE)
                .with("provisional", PROVISIONAL)
                .with("stopped", STOPPED)
                .with("hasLeft", reading.leftOut() > 0)
                .with("left", LEFT_OUT)
                .say(
                        "{ranked:0} of {all:0} companies are ranked; too little is known about {provisional:0}, a filter stops"
                                + " {stopped:0}{hasLeft?, {left:0} left out}");
    }

    private Block.Sentence said(String what, Formula sentence) {
        return Block.Sentence.live(
                model.calculation(COMPANIES.sub("sentence").sub(what).key(), sentence));
    }

    private Key count(Key key, long number) {
        return model.computed(key, Value.of((double) number), ValueUnit.NUMBER, COUNTED);
    }

    private Table counts() {
        ImmutableList<Filter> filters = result.screen().filters();
        long[] stopped = new long[filters.size()];
        for (int company = 0; company < universe.size(); company++) {
            Optional<Filter> filter = result.stoppedBy(company);
            if (filter.isPresent()) {
                stopped[filters.indexOf(filter.get())]++;
            }
        }
        List<Count> lines = new ArrayList<>();
        lines.add(new Count("Read", count(READ, universe.size())));
        lines.add(new Count("Left out for a problem", count(LEFT_OUT, reading.leftOut())));
        lines.add(new Count("In the table", model.calculation(IN_TABLE, READ.plus(LEFT_OUT))));
        for (int i = 0; i < stopped.length; i++) {
            Key key = COMPANIES.sub("stopped by filter").of(Subject.of((i + 1) + ". " + filters.get(i)));
            lines.add(new Count("Stopped by the filter: " + filters.get(i), count(key, stopped[i])));
        }
        lines.add(new Count(
                "Stopped by a filter, in all",
                count(STOPPED, LongStream.of(stopped).sum())));
        lines.add(new Count("Ranked", count(RANKED, result.ranked().length())));
        lines.add(new Count(
                "Provisional: too little is known to rank them",
                count(PROVISIONAL, result.provisional().length())));
        return Table.of("Companies", lines)
                .id("universe-counts")
                .label("Companies", Count::what)
                .value("Number", Shown.WHOLE, Count::key)
                .note("A company is counted at the first filter that stops it.")
                .build();
    }

    private Table columns() {
        List<String> columns = Stream.concat(universe.numberColumns().stream(), universe.wordColumns().stream())
                .toList();
        return Table.of("Columns", columns)
                .id("universe-columns")
                .label("Column", column -> column)
                .value("Known of", Shown.WHOLE, this::known)
                .words("In the table", column -> reading.columns().getOrDefault(column, column))
                .words("Holds", column -> universe.numberColumns().contains(column) ? "numbers" : "words")
                .build();
    }

    private Key known(String column) {
        long known = universe.numberColumns().contains(column)
                ? IntStream.range(0, universe.size())
                        .filter(company -> !Double.isNaN(universe.number(column, company)))
                        .count()
                : universe.words(column).stream()
                        .filter(word -> !word.isEmpty())
                        .count();
        return count(COMPANIES.sub("known").of(Subject.of(column)), known);
    }

    private Table rates() {
        return Table.of("Exchange rates", reading.rates())
                .label("One", ExchangeRate::base)
                .value("Costs", Shown.AS_IS, this::rate)
                .words("In", ExchangeRate::quote)
                .words("On", rate -> rate.date().toString())
                .sources()
                .note("Figures were converted when they were read: they do not follow when a rate is changed here.")
                .build();
    }

    private Key rate(ExchangeRate rate) {
        Key key = Term.of("exchange rate")
                .of(Subject.of(rate.base() + " in " + rate.quote() + ", " + rate.rate()))
                .at(rate.date());
        return model.figure(
                key, Value.of(rate.perUnit()), ValueUnit.ofRate(rate.quote(), rate.base()), rate.citation());
    }
}
