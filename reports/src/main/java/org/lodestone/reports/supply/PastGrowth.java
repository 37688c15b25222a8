package org.lodestone.reports.supply;

import static org.lodestone.reports.formula.Definitions.ONE;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.internal.model.YearNumber;

/**
 * Past growth of a measure, to set a forecast beside.
 *
 * <p>Editions revise, so growth is taken within editions only. Chained, it is the compound growth over neighbouring years,
 * each from the newest edition that has the year and the one before:
 *
 * <pre>g = Π (1 + g(t))^(1/n) − 1</pre>
 *
 * @param latest the supply in the dataset's own edition, whose last year's growth a note would print
 * @param links the supplies whose growth is chained, one for each year
 * @param years the years of the links
 */
public record PastGrowth(Supply latest, ImmutableList<Supply> links, ImmutableList<Period> years, Model model) {

    /** The growth of a measure; empty where no edition has two years running. */
    static Optional<PastGrowth> of(Supplies supplies, String measure) {
        return supplies.supply(measure)
                .filter(supply -> yearOf(supply).isPresent())
                .map(latest -> of(latest, supplies.editions(measure).reverse()));
    }

    private static PastGrowth of(Supply latest, List<Supply> newestFirst) {
        List<Supply> links = new ArrayList<>();
        List<Period> years = new ArrayList<>();
        Period year = latestLinked(newestFirst);
        Optional<Supply> link = link(newestFirst, year);
        while (link.isPresent()) {
            links.add(0, link.get());
            years.add(0, year);
            year = year.previous();
            link = link(newestFirst, year);
        }
        return new PastGrowth(
                latest, ImmutableList.copyOf(links), ImmutableList.copyOf(years), model(latest, links, years));
    }

    /** The last year for which some edition has the whole and the year before: of a year to come there may be one country's. */
    private static Period latestLinked(List<Supply> newestFirst) {
        return newestFirst.stream()
                .flatMap(supply -> supply.observed().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .filter(year -> link(newestFirst, year).isPresent())
                .findFirst()
                .orElse(newestFirst.get(0).latest());
    }

    private static Optional<Supply> link(List<Supply> newestFirst, Period year) {
        return newestFirst.stream()
                .filter(supply -> supply.observed().contains(year))
                .filter(supply -> supply.growth(year).isPresent())
                .findFirst();
    }

    private static Model model(Supply latest, List<Supply> links, List<Period> years) {
        Model.Builder model = Model.builder().include(latest.model());
        links.forEach(link -> model.include(link.model()));
        if (links.size() > 1) {
            Period first = years.get(0).previous();
            Period last = years.get(years.size() - 1);
            YearNumber.add(model, first);
            YearNumber.add(model, last);
            Formula product = ONE;
            for (int i = 0; i < links.size(); i++) {
                Formula growth = links.get(i).growth(years.get(i)).orElseThrow();
                product = i == 0 ? ONE.plus(growth) : product.times(ONE.plus(growth));
            }
            model.calculation(chained(latest), Growth.compound(product, ONE, YearNumber.between(first, last)));
        }
        return model.build();
    }

    /** Growth in the last year that the dataset's own edition has with the one before. */
    public Key inLatest() {
        return latest.growth(yearOfLatest()).orElseThrow();
    }

    /** The last year that the dataset's own edition has with the one before. */
    public Period yearOfLatest() {
        return yearOf(latest).orElseThrow();
    }

    private static Optional<Period> yearOf(Supply supply) {
        return supply.observed().stream()
                .filter(year -> supply.growth(year).isPresent())
                .max(Comparator.naturalOrder());
    }

    /** The supply in the edition that has the last year with the one before. */
    public Optional<Supply> newest() {
        return links.isEmpty() ? Optional.empty() : Optional.of(links.get(links.size() - 1));
    }

    /** Whether there is more than one year to chain. */
    public boolean isChained() {
        return links.size() > 1;
    }

    /** Compound growth over all years that editions link. */
    public Key chained() {
        return chained(latest);
    }

    private static Key chained(Supply latest) {
        return Term.of(latest.measure()).sub("growth chained within editions").key();
    }

    /** The year before the first link. */
    public Period first() {
        return years.get(0).previous();
    }

    /** The last year that is linked. */
    public Period last() {
        return years.get(years.size() - 1);
    }
}
