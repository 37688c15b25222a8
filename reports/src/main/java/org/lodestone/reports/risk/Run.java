package org.lodestone.reports.risk;

import java.util.Locale;

/**
 * How a simulation is run.
 *
 * @param draws in each scenario
 * @param seed the same seed gives the same draws
 * @param threads more make it faster, never different
 */
public record Run(int draws, long seed, int threads) {

    /** The run that a research pack is made with. */
    public static final Run STANDARD = new Run(20_000, 1, Runtime.getRuntime().availableProcessors());

    /** Throws if there are no draws or no threads. */
    public Run {
        if (draws < 1) {
            throw new IllegalArgumentException("'" + draws + "' draws are none. Ask for at least one; 20000 is usual.");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("'" + threads + "' threads are none. Ask for at least one.");
        }
    }

    /** The same run with another number of draws in each scenario. */
    public Run withDraws(int number) {
        return new Run(number, seed, threads);
    }

    /** The same run with another seed, which gives other draws. */
    public Run withSeed(long number) {
        return new Run(draws, number, threads);
    }

    /** The number of its draws: {@code 20,000 draws}. */
    public String inWords() {
        return String.format(Locale.ROOT, "%,d draws", draws);
    }

    /** How a value of Java's came about. */
    String how(String what) {
        return what + "; not recalculated in the sheet";
    }

    String simulated() {
        return "simulation of " + inWords() + " with seed " + seed + "; not recalculated in the sheet";
    }
}
