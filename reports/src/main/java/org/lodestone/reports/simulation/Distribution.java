package org.lodestone.reports.simulation;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** How an uncertain input may turn out. Those that a dataset names are closed; one of a user's own is {@link Own}. */
public sealed interface Distribution {

    /** The result of the function for its kind. */
    <T> T fold(Cases<T> cases);

    /** A function for each case. */
    record Cases<T>(
            Function<Fixed, T> fixed,
            Function<Uniform, T> uniform,
            Function<WholeNumbers, T> wholeNumbers,
            Function<Triangular, T> triangular,
            Function<Exponential, T> exponential,
            Function<Gamma, T> gamma,
            Function<Chance, T> chance,
            Function<Rare, T> rare,
            Function<Own, T> own) {}

    /** No parameter is larger than this, so that every draw is a finite number. */
    double LARGEST = 1e100;

    /** Always the same value. */
    record Fixed(double value) implements Distribution {
        /** Throws if the value is no finite number. */
        public Fixed {
            value = number("value of a fixed distribution", value);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.fixed().apply(this);
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
        public <T> T fold(Cases<T> cases) {
            return cases.uniform().apply(this);
        }
    }

    /** Every whole number from {@code low} to {@code high} alike, both included: a year, a place in a list. */
    record WholeNumbers(int low, int high) implements Distribution {
        /** Throws if the low end is above the high one. */
        public WholeNumbers {
            ascending("distribution of whole numbers", "low", low, "high", high);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.wholeNumbers().apply(this);
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

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.triangular().apply(this);
        }
    }

    /** A waiting time that does not depend on how long one has waited. */
    record Exponential(double mean) implements Distribution {
        /** Throws if the mean is below zero or no finite number. */
        public Exponential {
            mean = notNegative("mean of an exponential distribution", mean);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.exponential().apply(this);
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

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.gamma().apply(this);
        }
    }

    /** 1 with a probability, otherwise 0: whether a project goes ahead. */
    record Chance(double probability) implements Distribution {
        /** Throws if the probability is not from 0 to 1. */
        public Chance {
            probability = share("probability of a chance", probability);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.chance().apply(this);
        }
    }

    /** Mostly {@code otherwise}, but with a probability a draw of {@code when}: a plant that is disrupted in some years. */
    record Rare(double probability, double otherwise, Distribution when) implements Distribution {
        /** Throws if the probability is not from 0 to 1, or the usual value is no finite number. */
        public Rare {
            probability = share("probability of a rare event", probability);
            otherwise = number("value without a rare event", otherwise);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.rare().apply(this);
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
        default <T> T fold(Cases<T> cases) {
            return cases.own().apply(this);
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
