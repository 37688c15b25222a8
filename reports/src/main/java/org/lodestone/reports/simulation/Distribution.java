package org.lodestone.reports.simulation;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** How an uncertain input may turn out. Those that a dataset names are closed; one of a user's own is {@link Own}. */
public sealed interface Distribution {

    /**
     * Draws into the places from {@code from} to before {@code to}, one after the other: the first draws of a longer stretch are
     * those of a shorter one.
     */
    void fill(SplittableRandom random, double[] out, int from, int to);

    /** The whole numbers that it draws from; empty for one of any other kind. */
    default Optional<WholeNumbers> asWholeNumbers() {
        return Optional.empty();
    }

    /** No parameter is larger than this, so that every draw is a finite number. */
    double LARGEST = 1e100;

    /** Always the same value. */
    record Fixed(double value) implements Distribution {
        /** Throws if the value is no finite number. */
        public Fixed {
            value = number("value of a fixed distribution", value);
        }

        @Override
        public void fill(SplittableRandom random, double[] out, int from, int to) {
            Arrays.fill(out, from, to, value);
        }
    }

    /** Every value from {@code low} to {@code high} alike. */
    record Uniform(double low, double high) implements Distribution {
        /** Throws if an end is no finite number, or the low one is above the high one. */
        public Uniform {
            low = number("low end of a uniform distribution", low);
            high = number("high end of a uniform distribution", high);
            ascending("uniform distribution", "low", low, "high", high);
        }

        @Override
        public void fill(SplittableRandom random, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = low + (high - low) * random.nextDouble();
            }
        }
    }

    /** Every whole number from {@code low} to {@code high} alike, both included: a year, a place in a list. */
    record WholeNumbers(int low, int high) implements Distribution {
        /** Throws if the low end is above the high one. */
        public WholeNumbers {
            ascending("distribution of whole numbers", "low", low, "high", high);
        }

        @Override
        public Optional<WholeNumbers> asWholeNumbers() {
            return Optional.of(this);
        }

        @Override
        public void fill(SplittableRandom random, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = low + Math.floor(((double) high - low + 1) * random.nextDouble());
            }
        }
    }

    /** Most likely {@code mode}, ever less likely towards {@code low} and {@code high}. */
    record Triangular(double low, double mode, double high) implements Distribution {
        /** Throws if a number is not finite, or low, mode and high do not ascend. Two may be the same. */
        public Triangular {
            low = number("low end of a triangular distribution", low);
            mode = number("mode of a triangular distribution", mode);
            high = number("high end of a triangular distribution", high);
            ascending("triangular distribution", "low", low, "mode", mode);
            ascending("triangular distribution", "mode", mode, "high", high);
        }

        /** By the inverse of the distribution function, below and above the mode. */
        @Override
        public void fill(SplittableRandom random, double[] out, int from, int to) {
            double below = (mode - low) / (high - low);
            double risingArea = (high - low) * (mode - low);
            double fallingArea = (high - low) * (high - mode);
            for (int i = from; i < to; i++) {
                double u = random.nextDouble();
                out[i] = u < below ? low + Math.sqrt(u * risingArea) : high - Math.sqrt((1 - u) * fallingArea);
            }
        }
    }

    /** A waiting time that does not depend on how long one has waited. */
    record Exponential(double mean) implements Distribution {
        /** Throws if the mean is below zero or no finite number. */
        public Exponential {
            mean = notNegative("mean of an exponential distribution", mean);
        }

        @Override
        public void fill(SplittableRandom random, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = 0 - mean * Math.log(1 - random.nextDouble());
            }
        }
    }

    /**
     * A positive amount with a long tail upwards.
     *
     * <pre>variation = standard deviation / mean</pre>
     */
    record Gamma(double mean, double variation) implements Distribution {
        /** Throws if the mean is below zero, or the variation zero or less. */
        public Gamma {
            mean = notNegative("mean of a gamma distribution", mean);
            variation = number("variation of a gamma distribution", variation);
            if (variation < 1 / LARGEST) {
                throw refused("variation of a gamma distribution", variation, "above 0; for no variation use Fixed");
            }
        }

        /** By the method of Marsaglia and Tsang (2000). A shape below 1 is drawn as one above, times a power of a uniform draw. */
        @Override
        public void fill(SplittableRandom random, double[] out, int from, int to) {
            double square = variation * variation;
            double shape = 1 / square;
            double scale = mean * square;
            double drawn = shape < 1 ? shape + 1 : shape;
            for (int i = from; i < to; i++) {
                double boost = shape < 1 ? Math.pow(1 - random.nextDouble(), 1 / shape) : 1;
                out[i] = draw(random, drawn) * boost * scale;
            }
        }

        /** A draw of scale 1 and a shape of at least 1. The first test takes nearly all that the second would, without logarithms. */
        private static double draw(SplittableRandom random, double shape) {
            double d = shape - 1.0 / 3;
            double c = 1 / Math.sqrt(9 * d);
            while (true) {
                double x = random.nextGaussian();
                double v = 1 + c * x;
                v = v * v * v;
                if (v <= 0) {
                    continue;
                }
                double u = 1 - random.nextDouble();
                double square = x * x;
                if (u < 1 - 0.0331 * square * square || Math.log(u) < square / 2 + d * (1 - v + Math.log(v))) {
                    return d * v;
                }
            }
        }
    }

    /** 1 with a probability, otherwise 0: whether a project goes ahead. */
    record Chance(double probability) implements Distribution {
        /** Throws if the probability is not from 0 to 1. */
        public Chance {
            probability = share("probability of a chance", probability);
        }

        /** Rounds up what the probability exceeds the draw by, as a branch that goes either way would be slower. */
        @Override
        public void fill(SplittableRandom random, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = Math.ceil(probability - random.nextDouble()) + 0.0;
            }
        }
    }

    /** Mostly {@code otherwise}, but with a probability a draw of {@code when}: a plant that is disrupted in some years. */
    record Rare(double probability, double otherwise, Distribution when) implements Distribution {
        /** Throws if the probability is not from 0 to 1, or the usual value is no finite number. */
        public Rare {
            probability = share("probability of a rare event", probability);
            otherwise = number("value without a rare event", otherwise);
        }

        /** Skips from event to event, so that the many draws without one cost no random number. */
        @Override
        public void fill(SplittableRandom random, double[] out, int from, int to) {
            Arrays.fill(out, from, to, otherwise);
            if (probability == 0) {
                return;
            }
            double scale = 1 / Math.log1p(-probability);
            int i = from + gap(random, scale);
            while (i < to) {
                when.fill(random, out, i, i + 1);
                i += 1 + gap(random, scale);
            }
        }

        /**
         * The number of draws before the next event: geometric.
         *
         * <pre>gap = ⌊ln(1 − u) / ln(1 − probability)⌋</pre>
         */
        private int gap(SplittableRandom random, double scale) {
            double u = random.nextDouble();
            return u < probability ? 0 : (int) Math.min(Math.log(1 - u) * scale, DriverDraws.BLOCK);
        }
    }

    /**
     * A distribution of a user's own.
     *
     * <pre>Distribution.own("lognormal", random -&gt; Math.exp(0.2 * random.nextGaussian()))</pre>
     */
    non-sealed interface Own extends Distribution {

        /** The name by which messages call it. */
        String name();

        /**
         * One draw, a finite number. It takes its chance from {@code random} and keeps nothing from draw to draw, so that the same
         * seed gives the same draws on any number of threads.
         */
        double draw(RandomGenerator random);

        @Override
        default void fill(SplittableRandom random, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                double drawn = draw(random);
                if (!Double.isFinite(drawn)) {
                    throw new IllegalArgumentException("The distribution '" + name() + "' drew " + drawn
                            + ". Let every draw be a number; a value that may be missing is no distribution.");
                }
                out[i] = drawn + 0.0; // minus zero becomes zero, as everywhere in a model
            }
        }
    }

    /** A distribution of a user's own, by how it draws. */
    static Own own(String name, ToDoubleFunction<RandomGenerator> draw) {
        return new Own() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double draw(RandomGenerator random) {
                return draw.applyAsDouble(random);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }

    private static double number(String name, double value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw refused(name, value, "a number between -" + LARGEST + " and " + LARGEST);
        }
        return value + 0.0; // minus zero becomes zero, as everywhere in a model
    }

    private static double notNegative(String name, double value) {
        if (value < 0) {
            throw refused(name, value, "zero or more");
        }
        return number(name, value);
    }

    private static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw refused(name, value, "between 0 and 1, such as 0.05 for 5%");
        }
        return value + 0.0;
    }

    private static void ascending(String what, String lowName, double low, String highName, double high) {
        if (low > high) {
            throw new IllegalArgumentException("The " + lowName + " of a " + what + " must not be above its " + highName
                    + ", but " + low + " is above " + high + ". Maybe they were swapped.");
        }
    }

    private static IllegalArgumentException refused(String name, double value, String allowed) {
        return new IllegalArgumentException("The " + name + " must be " + allowed + ", not " + value + ".");
    }
}
