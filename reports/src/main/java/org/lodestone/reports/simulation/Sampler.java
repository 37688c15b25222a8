package org.lodestone.reports.simulation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws from a distribution.
 *
 * <p>One after the other: the first draws of a longer stretch are those of a shorter one.
 */
interface Sampler {

    /** Draws into the places from {@code from} to before {@code to}. */
    void fill(SplittableRandom random, double[] out, int from, int to);

    static Sampler of(Distribution distribution) {
        return distribution.fold(new Distribution.Cases<>(
                fixed -> (random, out, from, to) -> Arrays.fill(out, from, to, fixed.value()),
                uniform -> uniform(uniform.low(), uniform.high() - uniform.low()),
                whole -> wholeNumbers(whole.low(), (double) whole.high() - whole.low() + 1),
                triangular -> triangular(triangular.low(), triangular.mode(), triangular.high()),
                exponential -> exponential(exponential.mean()),
                gamma -> {
                    double square = gamma.variation() * gamma.variation();
                    return gamma(1 / square, gamma.mean() * square);
                },
                chance -> chance(chance.probability()),
                rare -> rare(rare.probability(), rare.otherwise(), of(rare.when())),
                Sampler::own));
    }

    private static Sampler own(Distribution.Own own) {
        return (random, out, from, to) -> {
            for (int i = from; i < to; i++) {
                double drawn = own.draw(random);
                if (!Double.isFinite(drawn)) {
                    throw new IllegalArgumentException("The distribution '" + own.name() + "' drew " + drawn
                            + ". Let every draw be a number; a value that may be missing is no distribution.");
                }
                out[i] = drawn + 0.0; // minus zero becomes zero, as everywhere in a model
            }
        };
    }

    private static Sampler uniform(double low, double width) {
        return (random, out, from, to) -> {
            for (int i = from; i < to; i++) {
                out[i] = low + width * random.nextDouble();
            }
        };
    }

    private static Sampler wholeNumbers(double low, double count) {
        return (random, out, from, to) -> {
            for (int i = from; i < to; i++) {
                out[i] = low + Math.floor(count * random.nextDouble());
            }
        };
    }

    /** The inverse of the distribution function, below and above the mode. */
    private static Sampler triangular(double low, double mode, double high) {
        double below = (mode - low) / (high - low);
        double risingArea = (high - low) * (mode - low);
        double fallingArea = (high - low) * (high - mode);
        return (random, out, from, to) -> {
            for (int i = from; i < to; i++) {
                double u = random.nextDouble();
                out[i] = u < below ? low + Math.sqrt(u * risingArea) : high - Math.sqrt((1 - u) * fallingArea);
            }
        };
    }

    private static Sampler exponential(double mean) {
        return (random, out, from, to) -> {
            for (int i = from; i < to; i++) {
                out[i] = 0 - mean * Math.log(1 - random.nextDouble());
            }
        };
    }

    /**
     * The method of Marsaglia and Tsang (2000). A shape below 1 is drawn as one above, times a power of a uniform draw.
     */
    private static Sampler gamma(double shape, double scale) {
        double drawn = shape < 1 ? shape + 1 : shape;
        return (random, out, from, to) -> {
            for (int i = from; i < to; i++) {
                double boost = shape < 1 ? Math.pow(1 - random.nextDouble(), 1 / shape) : 1;
                out[i] = gamma(random, drawn) * boost * scale;
            }
        };
    }

    /** A draw of scale 1 and a shape of at least 1. The first test takes nearly all that the second would, without logarithms. */
    private static double gamma(SplittableRandom random, double shape) {
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

    /** Rounds up what the probability exceeds the draw by, as a branch that goes either way would be slower. */
    private static Sampler chance(double probability) {
        return (random, out, from, to) -> {
            for (int i = from; i < to; i++) {
                out[i] = Math.ceil(probability - random.nextDouble()) + 0.0;
            }
        };
    }

    /** Skips from event to event, so that the many draws without one cost no random number. */
    private static Sampler rare(double probability, double otherwise, Sampler when) {
        if (probability == 0) {
            return (random, out, from, to) -> Arrays.fill(out, from, to, otherwise);
        }
        double scale = 1 / Math.log1p(-probability);
        return (random, out, from, to) -> {
            Arrays.fill(out, from, to, otherwise);
            int i = from + gap(random, probability, scale);
            while (i < to) {
                when.fill(random, out, i, i + 1);
                i += 1 + gap(random, probability, scale);
            }
        };
    }

    /**
     * The number of draws before the next event: geometric.
     *
     * <pre>gap = ⌊ln(1 − u) / ln(1 − probability)⌋</pre>
     */
    private static int gap(SplittableRandom random, double probability, double scale) {
        double u = random.nextDouble();
        return u < probability ? 0 : (int) Math.min(Math.log(1 - u) * scale, CompiledModel.BLOCK);
    }
}
