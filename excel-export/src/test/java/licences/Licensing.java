package licences;

import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.sum;
import static org.lodestone.reports.report.Wording.words;

import java.util.List;
import java.util.function.Function;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The amounts that countries license at each stage, year by year, their growth, and the page of a pack on them. */
record Licensing(Part part, Function<Year, Key> licensed, Function<Year, Key> growth) {

    /** A year of one country at one stage, in t REO. */
    record Year(Place country, String stage, Period year) {
        static Year of(Licence notice) {
            return new Year(notice.country(), notice.stage(), notice.year());
        }

        Year before() {
            return new Year(country, stage, Period.year(year.year() - 1));
        }

        String line() {
            return country + ", " + stage;
        }

        @Override
        public String toString() {
            return line() + ", " + year;
        }
    }

    static Licensing of(Dataset dataset) {
        List<Licence> notices = dataset.rows(Licence.LICENCES);
        List<Year> years = notices.stream().map(Year::of).distinct().toList();
        List<Year> grown =
                years.stream().filter(year -> years.contains(year.before())).toList();
        Year last = grown.get(0);
        Part.Builder part = Part.titled("Licences", "What may be produced");
        Function<Licence, Key> granted =
                part.figures("granted", notices, Licence::number, Licence::unit, Licence::citation);
        Function<Year, Key> licensed = part.calculated(
                "licensed",
                years,
                year -> sum(span(
                        notices.stream()
                                .filter(one -> Year.of(one).equals(year))
                                .toList(),
                        granted)));
        Function<Year, Key> growth = part.calculated(
                "growth", grown, year -> Growth.onYearBefore(licensed.apply(year), licensed.apply(year.before())));
        Chart.Builder chart = Chart.columns("Licensed by year", "t REO");
        years.stream()
                .map(Year::line)
                .distinct()
                .forEach(line -> chart.series(
                        line,
                        span(
                                years.stream()
                                        .filter(year -> year.line().equals(line))
                                        .toList(),
                                licensed)));
        part.table(Table.overYears("Licensed by year", years, Year::line, Year::year, "t REO", Shown.WHOLE, licensed))
                .table(Table.overYears(
                        "Growth on the year before", grown, Year::line, Year::year, "%", Shown.PERCENT_2, growth))
                .chart(chart)
                .table(Table.of("Notices", notices)
                        .label("Of whom", notice -> Year.of(notice).line())
                        .unit("Date", notice -> notice.date().toString())
                        .value("t REO", Shown.WHOLE, granted))
                .finding(
                        "Licences",
                        "{country} licensed {amount:0} t REO in {stage} in {year}, {growth:+0.00%} on the year before.",
                        words().with("country", last.country().name())
                                .with("amount", licensed.apply(last))
                                .with("stage", last.stage())
                                .with("year", last.year())
                                .with("growth", growth.apply(last)));
        return new Licensing(part.build(), licensed, growth);
    }
}
