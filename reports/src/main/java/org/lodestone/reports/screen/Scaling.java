package org.lodestone.reports.screen;

/** With which numbers the values of a criterion were normalised. */
public sealed interface Scaling {

    /** Nobody has a value. */
    record Unknown() implements Scaling {}

    /** All have this value, which says nothing of who is better: min-max scores are 0.5, z-scores 0. */
    record AllEqual(double value) implements Scaling {}

    /** <pre>(x − least) / (greatest − least)</pre> */
    record Range(double least, double greatest) implements Scaling {}

    /** <pre>(x − mean) / deviation</pre> */
    record Deviations(double mean, double deviation) implements Scaling {}

    /** Ranks among so many. */
    record Ranks(int among) implements Scaling {}

    /** Two goalposts that no company moves; both as logarithms where the scale is one. */
    record Goalposts(double low, double high) implements Scaling {}
}
