package org.lodestone.reports.supply;

import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.place.Place;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** How long reserves last at what is mined of them: a table and a sentence. */
final class ReserveLifeBlocks {

    private final Supplies supplies;
    private final Model.Builder model;

    /** @param model takes what is worked out */
    ReserveLifeBlocks(Supplies supplies, Model.Builder model) {
        this.supplies = supplies;
        this.model = model;
    }

    /** Output in the unit of reserves: where that is a larger one than its own, with more decimals. */
    private Shown shownOutput(ReserveLife life) {
        return life.output().measure().unit().equals(life.reserves().measure().unit())
                ? SupplySection.shown(life.reserves())
                : Shown.PRECISE;
    }

    /** Empty where it is not plain what is mined of the reserves. */
    List<Block> of(Supply reserves) {
        List<Block> blocks = new ArrayList<>();
        ReserveLife.of(supplies, reserves).ifPresent(life -> {
            model.include(life.model());
            String unit = reserves.measure().unit().toString();
            List<Place> rows = ImmutableList.<Place>builder()
                    .addAll(life.places())
                    .add(Place.WORLD)
                    .build();
            blocks.add(Table.of("Reserve life at the output of " + life.year(), rows)
                    .label("Country", place -> place.equals(Place.WORLD) ? "All with both figures" : place.name())
                    .value("Reserves, " + unit, SupplySection.shown(reserves), life::held)
                    .value("Output, " + unit, shownOutput(life), life::mined)
                    .value("Years", Shown.ONE_DECIMAL, life::years)
                    .note("Only countries that have reserves and output. A short life next to large output is"
                            + " a sign that the reserve figure is too low, not that the mine is about to close.")
                    .build());
            Key all = Term.of(reserves.measure())
                    .sub("reserve life: finding")
                    .key()
                    .in(Case.of(reserves.edition()));
            model.calculation(
                    all,
                    say(
                                    "Over countries with both figures reserves last {both} years;"
                                            + " all known reserves over all known output give {all} years.",
                                    with("both", life.years(Place.WORLD).ref().fixed(1))
                                            .with(
                                                    "all",
                                                    life.overAllOutput().ref().fixed(1)))
                            .formula());
            blocks.add(new Block.Prose("", ImmutableList.of(new Block.Sentence.Live(all))));
        });
        return blocks;
    }
}
