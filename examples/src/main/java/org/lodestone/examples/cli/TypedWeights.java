package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.screen.Screen;
import org.lodestone.excel.PackChanges;
import org.lodestone.excel.PackChanges.Edit;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.screen.LiveScreen;

/**
 * The weights that were typed into a pack for its screen, on the sheet Control or over the screen's own.
 *
 * @param taken where those were typed that count, by the names of criteria
 * @param names what these inputs are called, and those of weights that do not count
 */
record TypedWeights(ImmutableMap<String, Edit> taken, ImmutableMap<Key, String> names) {

    private static final TypedWeights NONE = new TypedWeights(ImmutableMap.of(), ImmutableMap.of());

    static TypedWeights of(Dataset dataset, PackChanges pack) {
        return dataset.screen().map(screen -> of(screen, pack)).orElse(NONE);
    }

    private static TypedWeights of(Screen screen, PackChanges pack) {
        ImmutableMap.Builder<String, Edit> taken = ImmutableMap.builder();
        ImmutableMap.Builder<Key, String> names = ImmutableMap.builder();
        LiveScreen.weightInputs(screen).asMap().forEach((criterion, inputs) -> {
            inputs.forEach(input -> names.put(input, "Weight, " + criterion.title()));
            inputs.stream()
                    .flatMap(input -> edit(pack, input).stream())
                    .filter(edit -> LiveScreen.isWeight(edit.now()))
                    .findFirst()
                    .ifPresent(edit -> taken.put(criterion.name(), edit));
        });
        return new TypedWeights(taken.buildOrThrow(), names.buildOrThrow());
    }

    private static Optional<Edit> edit(PackChanges pack, Key input) {
        return pack.edits().stream().filter(edit -> edit.key().equals(input)).findFirst();
    }

    /** The weights that count, by the names of criteria. */
    ImmutableMap<String, Double> byCriterion() {
        return ImmutableMap.copyOf(
                Maps.transformValues(taken, edit -> edit.now().number().orElseThrow()));
    }

    boolean isEmpty() {
        return taken.isEmpty();
    }

    boolean isTaken(Edit edit) {
        return taken.containsValue(edit);
    }
}
