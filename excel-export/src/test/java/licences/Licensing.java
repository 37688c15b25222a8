package licences;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.growth.Growth;

/** The amounts that countries license at each stage, year by year, and their growth. */
record Licensing(ImmutableList<Licence> licences, Model model) {

    /** The licences of one country at one stage. */
    record Line(Place country, String stage, Unit unit) {
        static Line of(Licence licence) {
            return new Line(licence.country(), licence.stage(), licence.unit());
        }

        Key key(String term) {
            return Term.of(term).of(Subject.of(country + ", " + stage + ", " + unit));
        }
    }

    static Licensing of(Dataset dataset) {
        ImmutableList<Licence> licences = dataset.rows(Licence.LICENCES);
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        for (Licence licence : licences) {
            model.figure(
                    granted(licence), Value.of(licence.number()), ValueUnit.of(licence.unit()), licence.citation());
        }
        licences.stream().map(Line::of).distinct().forEach(line -> addYears(line, licences, model));
        return new Licensing(licences, model.build());
    }

    private static void addYears(Line line, List<Licence> licences, Model.Builder model) {
        Optional<Period> before = Optional.empty();
        for (Period year : years(line, licences)) {
            List<Key> granted = licences.stream()
                    .filter(one -> Line.of(one).equals(line) && one.year().equals(year))
                    .map(Licensing::granted)
                    .toList();
            Key licensed = model.calculation(licensed(line, year), Formula.sum(Formula.span(granted)));
            before.filter(last -> last.year() == year.year() - 1)
                    .ifPresent(last -> model.calculation(
                            growth(line, year),
                            Growth.onYearBefore(
                                    licensed.ref(), licensed(line, last).ref())));
            before = Optional.of(year);
        }
    }

    private static ImmutableList<Period> years(Line line, List<Licence> licences) {
        return licences.stream()
                .filter(licence -> Line.of(licence).equals(line))
                .map(Licence::year)
                .distinct()
                .sorted()
                .collect(toImmutableList());
    }

    ImmutableList<Line> lines() {
        return licences.stream().map(Line::of).distinct().collect(toImmutableList());
    }

    /** The years in which a line has licences. */
    ImmutableList<Period> years(Line line) {
        return years(line, licences);
    }

    /** The amount that a single notice allows. */
    static Key granted(Licence licence) {
        return Line.of(licence).key("licence").at(licence.date());
    }

    /** The sum of the notices of a year. */
    static Key licensed(Line line, Period year) {
        return line.key("licensed").at(year);
    }

    /** Growth on the year before; the model has it where that year has licences too. */
    static Key growth(Line line, Period year) {
        return licensed(line, year).sub("growth");
    }
}
