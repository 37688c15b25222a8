package org.lodestone.reports.chain;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * Who holds which stage of the chain, in the latest observed year of each measure.
 *
 * <p>Every method gives the key of a value; {@link #model} holds what stands behind it.
 */
public final class ChainAnalysis extends ChainKeys {

    /** Id of the assumption from which share on, in percent, a country has a stage. */
    public static final String THRESHOLD = "has-stage-threshold";

    /**
     * The share, in percent, from which a country has a stage where a dataset sets none: an assumption, which a reader may
     * overtype. Below it a holder could not supply one customer in twenty.
     */
    static final int USUAL_THRESHOLD = 5;

    private final Model model;

    ChainAnalysis(ChainKeys keys, Model model) {
        super(keys.stages(), keys.rows(), keys.places(), keys.shares(), keys.alone(), keys.edition());
        this.model = model;
    }

    /** Empty where no stage of the chain has figures by country. */
    public static Optional<ChainAnalysis> of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return of(Supplies.of(dataset));
    }

    /** As {@link #of(Dataset)}, from supplies that may be worked out already. */
    public static Optional<ChainAnalysis> of(Supplies supplies) {
        ImmutableList<StageRow> rows = StageRow.of(supplies);
        return rows.stream().allMatch(row -> row.measure().isEmpty())
                ? Optional.empty()
                : Optional.of(new ChainBuilder(supplies, rows).build());
    }

    /** Whether there are several stages; the page on a stage tells all that a chain of one would. */
    public boolean hasSeveralStages() {
        return stages().size() > 1;
    }

    /** The one stage that there is, or that has figures, where only one has: there is nothing to compare it with. */
    public Optional<Stage> onlyStage() {
        if (!hasSeveralStages()) {
            return Optional.of(stages().get(0));
        }
        List<Stage> told = rows().stream()
                .filter(row -> row.measure().isPresent())
                .map(StageRow::stage)
                .distinct()
                .toList();
        return told.size() == 1 && narrowestRow().isPresent() ? Optional.of(told.get(0)) : Optional.empty();
    }

    /** The row with the highest index as figures stand. */
    public Optional<StageRow> narrowestRow() {
        Value name = model.value(narrowest());
        return rows().stream()
                .filter(StageRow::isMeasured)
                .filter(row -> model.value(name(row)).equals(name))
                .findFirst();
    }

    /** Whether a measure has a block of other countries. */
    public boolean hasOthers() {
        return rows().stream().flatMap(row -> row.supply().stream()).anyMatch(Supply::other);
    }

    /** The model that defines the keys. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of("chain", OneLine.count(stages(), "stage"), OneLine.count(places(), "country"), edition());
    }
}
