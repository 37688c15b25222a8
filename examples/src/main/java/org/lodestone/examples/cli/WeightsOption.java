package org.lodestone.examples.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.screen.Screen;
import picocli.CommandLine.Option;

/** Weights that somebody gives criteria or levels of a screen instead of its own: {@code quota=2,resource=1}. */
final class WeightsOption {

    @Option(
            names = "--weights",
            paramLabel = "NAME=WEIGHT,...",
            description =
                    "Weights for some criteria or levels; the others keep theirs, and all are scaled to a sum of 1")
    private Optional<String> typed = Optional.empty();

    boolean areGiven() {
        return typed.isPresent();
    }

    /** The screen with these weights. Throws {@link WrongUse} that names what cannot be. */
    Screen in(Screen screen) {
        if (typed.isEmpty()) {
            return screen;
        }
        return WrongUse.unlessRefused("--weights " + typed.get() + ": ", () -> screen.withWeights(parse(typed.get())));
    }

    private static ImmutableMap<String, Double> parse(String typed) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String one : Splitter.on(',').trimResults().split(typed)) {
            int at = one.lastIndexOf('=');
            if (at < 0) {
                throw new IllegalArgumentException("'" + one
                        + "' has no '='. Write a name and its weight, as in quota=0.5, with a comma between two.");
            }
            String name = one.substring(0, at).strip();
            double weight = Numbers.parse(one.substring(at + 1).strip()).doubleValue();
            Double before = weights.putIfAbsent(name, weight);
            if (before != null) {
                throw new IllegalArgumentException("'" + name + "' stands twice. Give it one weight.");
            }
        }
        return ImmutableMap.copyOf(weights);
    }
}
