package org.lodestone.reports.earnings;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.research.Assumption;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/** The shares that exposures lean on, each once, however many products use it. */
final class Assumed {

    private final Map<String, Assumption> byId = new LinkedHashMap<>();

    Assumed(Dataset dataset) {
        List<String> used = dataset.exposures().stream()
                .flatMap(exposure -> exposure.sale().stream())
                .flatMap(Exposure.Sale::assumptions)
                .distinct()
                .toList();
        dataset.assumptions().stream()
                .filter(assumption -> assumption.scenario().equals(Scenario.BASE) && used.contains(assumption.id()))
                .sorted(Comparator.comparing(assumption -> used.indexOf(assumption.id())))
                .forEach(assumption -> byId.put(assumption.id(), assumption));
    }

    ImmutableList<Assumption> all() {
        return ImmutableList.copyOf(byId.values());
    }

    static Key key(Assumption assumption) {
        return ProductSale.EARNINGS.sub("assumption").of(Subject.of(assumption.id()));
    }

    void put(Model.Builder model) {
        for (Assumption assumption : byId.values()) {
            model.assumption(
                    key(assumption),
                    Value.of(assumption.value()),
                    ValueUnit.of(assumption.unit()),
                    assumption.origin() + ": " + assumption.reason(),
                    assumption.sources());
            model.rule(
                    key(assumption),
                    InputRule.assumed()
                            .from(0)
                            .upTo(1 / assumption.unit().scale().doubleValue())
                            .saying(assumption.name() + ", " + assumption.unit()));
        }
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    /** A content as a ratio, of the product in what is counted: its own unit may say so, else this does. */
    Formula content(String id, ValueUnit unit) {
        Formula ratio = ratio(id);
        return find(id).unit().contentOf().isPresent()
                ? ratio
                : ratio.countedAs(unit, "a content says how much of the product is in what is counted");
    }

    private Assumption find(String id) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + id + "' is not an assumption of the dataset. Leave out what leans on it."));
    }

    /** Whether nobody has stated it, so that a setting stands in. */
    boolean isSetting(String id) {
        return find(id).origin() == Assumption.Origin.CHOICE;
    }

    /** A share as a ratio. Throws where the dataset does not have the assumption. */
    Formula ratio(String id) {
        Assumption assumption = find(id);
        Formula value = key(assumption);
        return assumption.unit().dimension() == Dimension.SHARE ? value.over(Definitions.HUNDRED) : value;
    }
}
