package org.lodestone.reports.valuation;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.text.UnknownIdException;
import org.lodestone.reports.attribution.Attribution;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Words;

/**
 * The listed companies that have a share price, compared by what they cost.
 *
 * <pre>
 * enterprise value = market value + bridge
 * trailing P/E     = market value / net profit
 * EV/EBITDA        = enterprise value / EBITDA
 * EV per tonne     = enterprise value / own tonnes
 * </pre>
 *
 * <p>All is live: a price that is typed moves market value, enterprise value, ratios and their median. What is not published
 * is missing, {@value Value#NOT_AVAILABLE}; a ratio of a loss, or one above 200, is the text {@value Words#NOT_MEANINGFUL}; one of no
 * tonnes is the text {@value Words#NONE}. None of these enters the lowest, the median or the highest.
 *
 * @param companies group by group, and in the order of the dataset
 * @param unit of own tonnes; empty where there are none
 */
public record Comps(ImmutableList<Comp> companies, Optional<Unit> unit, Model model) {

    /** Empty where no company has a price. */
    public static Optional<Comps> of(Dataset dataset, CompanyFacts facts, Attribution attribution) {
        requireNonNull(dataset, "dataset");
        requireNonNull(facts, "facts");
        requireNonNull(attribution, "attribution");
        return new CompsBuilder(dataset, facts, attribution).build();
    }

    /** The company of an id. Throws if there is none of it that has a price. */
    public Comp company(String id) {
        return companies.stream()
                .filter(comp -> comp.company().id().equals(id))
                .findFirst()
                .orElseThrow(() -> UnknownIdException.of(
                        id,
                        "a company with a share price",
                        companies.stream().map(comp -> comp.company().id()).toList()));
    }

    /** The companies of a group. */
    public ImmutableList<Comp> of(CompGroup group) {
        return companies.stream().filter(comp -> comp.group() == group).collect(ImmutableList.toImmutableList());
    }

    public Value value(Comp comp, CompMeasure measure) {
        return model.value(comp.key(measure));
    }
}
