package org.lodestone.reports.function;

/**
 * The arithmetic of a function, draw by draw, with {@code NaN} for missing.
 *
 * <p>For one draw it is the rule for values as well. The sign of a zero is left open, since no function depends on it: it
 * is dropped where a value leaves the arithmetic.
 */
@FunctionalInterface
public interface Loop {

    /** Works out the first {@code n} places of {@code out}, which may be one of the inputs. */
    void run(double[] out, double[][] in, int n);
}
