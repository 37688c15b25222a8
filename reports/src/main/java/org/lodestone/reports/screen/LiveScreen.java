package org.lodestone.reports.screen;

import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Indicator;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Shown;

/**
 * A screen as formulas over the values of some companies: each step from a value to a rank stands behind a key.
 *
 * <p>It says the same as {@link Screening} does on arrays. Here a reader can follow it, and change a weight. Of a shortlist,
 * what depends on the companies that are not in it is Java's, and does not follow.
 */
public final class LiveScreen extends LiveScreenKeys {

    private final Model model;

    LiveScreen(LiveScreenKeys keys, Model model) {
        super(keys.screen(), keys.companies(), keys.among(), keys.in());
        this.model = model;
    }

    /** The companies from the first down. */
    public SortedList sorted() {
        return new SortedList(this);
    }

    /** How the values of a criterion are shown. */
    public static Shown shown(Criterion criterion) {
        Shown amount = criterion.unit().startsWith("%") ? Shown.AS_IS : Shown.WHOLE;
        return criterion
                .indicator()
                .fold(new Indicator.Cases<>(
                        column -> Shown.AS_IS,
                        rating -> Shown.AS_IS,
                        stated -> amount,
                        quota -> amount,
                        breadth -> Shown.AS_IS,
                        ratio -> Shown.TWO_DECIMALS));
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of("live screen " + screen().name(), OneLine.count(companies(), "company"));
    }
}
