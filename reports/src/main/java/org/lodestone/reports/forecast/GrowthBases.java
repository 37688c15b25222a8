package org.lodestone.reports.forecast;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.ClaimKind;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Outcome.GrowthBase;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.internal.words.ClaimedTexts;
import org.lodestone.reports.supply.PastGrowth;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * Known growth against which growth to come is judged, as formulas over editions: that of the note, in the edition that it
 * used; that of the newest year; and that of all years, chained within editions, each year from the newest that has it.
 */
record GrowthBases(Supplies supplies, Model.Builder model, List<GrowthBase> bases) {

    /** Those of a measure, that of the note first; none where no edition has two years running. */
    static ImmutableList<GrowthBase> of(Supplies supplies, String measure, Model.Builder model) {
        GrowthBases found = new GrowthBases(supplies, model, new ArrayList<>());
        found.ofNote(measure);
        supplies.pastGrowth(measure).ifPresent(found::ofYears);
        return ImmutableList.copyOf(found.bases);
    }

    private void ofNote(String measure) {
        String whose = ClaimedTexts.of(supplies.dataset().claims()).areSeveral() ? "" : ", the note's";
        for (Claim claim : supplies.dataset().claims()) {
            if (claim.finding() == ClaimKind.GROWTH
                    && claim.measure().filter(measure::equals).isPresent()) {
                claim.edition()
                        .flatMap(edition -> supplies.supply(measure, edition))
                        .ifPresent(supply -> claim.period().ifPresent(year -> add(supply, year, whose)));
            }
        }
    }

    private void ofYears(PastGrowth past) {
        past.newest().ifPresent(newest -> add(newest, past.last(), ""));
        if (past.isChained()) {
            model.include(past.model());
            bases.add(
                    new GrowthBase("chained " + past.first() + " to " + past.last(), Optional.empty(), past.chained()));
        }
    }

    private void add(Supply supply, Period year, String whose) {
        supply.growth(year)
                .filter(growth -> bases.stream().noneMatch(base -> base.growth().equals(growth)))
                .ifPresent(growth -> {
                    model.include(supply.model());
                    String edition = supplies.dataset().editionName(supply.edition());
                    bases.add(new GrowthBase("in " + year, Optional.of(edition + whose), growth));
                });
    }
}
