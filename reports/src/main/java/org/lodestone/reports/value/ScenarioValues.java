package org.lodestone.reports.value;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.Comps;
import org.lodestone.reports.value.CompanyValue.Meaning;

/**
 * Net asset values of companies, and the prices that their share prices imply, in a scenario as it is written. All companies are worked
 * out together, since they stand on the same values.
 */
final class ScenarioValues {

    private static final Term ASKED_FOR = Term.of("price asked for");

    private final ValueCase of;
    private final Model model;
    private final ImmutableMap<Key, ImpliedPrices.Solved> solved;

    ScenarioValues(ValueCase of, List<Comp> companies, Comps comps) {
        this.of = of;
        Calculations values = new Calculations(of.model(), comps.model());
        List<ImpliedPrices.Asked> asked = new ArrayList<>();
        for (Comp comp : companies) {
            NetAssets.atDeck(comp, comps, of, values).nav();
            for (Meaning meaning : Meaning.values()) {
                Key price = values.label(
                        askedFor(comp, meaning),
                        ImpliedPrices.LEAST,
                        of.decks().valueUnit(of.deck(comp.company().id())));
                NetAssets net = NetAssets.at(price, meaning, meaning.toString(), comp, comps, of, values);
                asked.add(new ImpliedPrices.Asked(price, net.nav(), net.marketValue()));
            }
        }
        values.close();
        this.model = values.model();
        this.solved = ImpliedPrices.solve(model, asked);
    }

    private Key askedFor(Comp comp, Meaning meaning) {
        return ASKED_FOR
                .sub(meaning.toString())
                .of(Subject.of(comp.company().id()))
                .in(of.in());
    }

    Case in() {
        return of.in();
    }

    /** The value of a key, such as the net asset value of one of the companies. */
    Value value(Key key) {
        return model.value(key);
    }

    /** The price that a share price implies, with the slope of net asset value there; empty where no price gives it. */
    Optional<ImpliedPrices.Solved> implied(Comp comp, Meaning meaning) {
        return Optional.ofNullable(solved.get(askedFor(comp, meaning)));
    }
}
