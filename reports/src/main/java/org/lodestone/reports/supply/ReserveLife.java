package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Model;

/**
 * For how many years reserves would last at the output of a year.
 *
 * <pre>life = reserves / output</pre>
 *
 * <p>Taken only over places that have both figures, of which an output of zero is one; all known reserves over all known
 * output is given beside it. A place that mines nothing has no reserve life.
 */
public final class ReserveLife extends ReserveLifeKeys {

    private final Model model;

    ReserveLife(ReserveLifeKeys keys, Model model) {
        super(keys.reserves(), keys.output(), keys.year(), keys.places());
        this.model = model;
    }

    /**
     * The reserve life in the latest year that both have in one edition. Empty where their bases differ: ore in the ground is
     * not used up by tonnes of metal.
     */
    public static Optional<ReserveLife> of(Supply reserves, Supply output) {
        Optional<Period> year =
                reserves.years().stream().filter(output.years()::contains).reduce((first, second) -> second);
        if (year.isEmpty()
                || !Definitions.canExpress(
                        output.measure().unit(), reserves.measure().unit())) {
            return Optional.empty();
        }
        Period at = year.get();
        var held = reserves.model().values();
        var mined = output.model().values();
        ImmutableList<Place> places = reserves.places().stream()
                .filter(output.places()::contains)
                .filter(place -> held.number(reserves.amount(place, at)).isPresent())
                .filter(place -> mined.number(output.amount(place, at)).isPresent())
                .collect(ImmutableList.toImmutableList());
        if (places.isEmpty()) {
            return Optional.empty();
        }
        ReserveLifeKeys keys = new ReserveLifeKeys(reserves, output, at, places);
        return Optional.of(new ReserveLife(keys, keys.calculations()));
    }

    /** What stands behind the keys. */
    public Model model() {
        return model;
    }
}
