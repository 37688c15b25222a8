package org.lodestone.reports.formula;

import org.lodestone.reports.function.Loop;

/** The loops of {@link Fn}, each its own and short enough for the compiler to do several draws with one instruction. */
final class Loops {

    private Loops() {}

    /** A number as it is, and what is not finite as missing: zero times infinity is no number. */
    private static double known(double x) {
        return x + 0 * x;
    }

    static void add(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            out[i] = known(a[i] + b[i]);
        }
    }

    static void subtract(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            out[i] = known(a[i] - b[i]);
        }
    }

    static void multiply(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            out[i] = known(a[i] * b[i]);
        }
    }

    /** By zero it is not finite, so missing. */
    static void divide(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            out[i] = known(a[i] / b[i]);
        }
    }

    /** {@link Math#pow} calls anything to the power of zero 1, even what is missing. */
    static void power(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            boolean undefined = Double.isNaN(a[i]) || (a[i] == 0 && b[i] <= 0);
            out[i] = undefined ? Double.NaN : known(Math.pow(a[i], b[i]));
        }
    }

    /** A step of a sum: only the whole sum has to be finite. */
    static void addUp(double[] out, double[][] in, int n) {
        double[] total = in[0];
        double[] a = in[1];
        for (int i = 0; i < n; i++) {
            out[i] = total[i] + a[i];
        }
    }

    /** A step of a sum of products. */
    static void addProduct(double[] out, double[][] in, int n) {
        double[] total = in[0];
        double[] a = in[1];
        double[] b = in[2];
        for (int i = 0; i < n; i++) {
            out[i] = total[i] + a[i] * b[i];
        }
    }

    /** The end of a sum. */
    static void finite(double[] out, double[][] in, int n) {
        double[] a = in[0];
        for (int i = 0; i < n; i++) {
            out[i] = known(a[i]);
        }
    }

    /** The sum of the inputs that are known; missing only where none is. */
    static void sumOfKnown(double[] out, double[][] in, int n) {
        for (int i = 0; i < n; i++) {
            double total = 0;
            boolean none = true;
            for (double[] a : in) {
                if (!Double.isNaN(a[i])) {
                    total += a[i];
                    none = false;
                }
            }
            out[i] = none ? Double.NaN : known(total);
        }
    }

    static void min(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    static void max(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    static void above(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            double difference = a[i] - b[i];
            out[i] = difference > 0 ? 1 : difference <= 0 ? 0 : difference; // what is missing stays so
        }
    }

    static void atLeast(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            double difference = a[i] - b[i];
            out[i] = difference >= 0 ? 1 : difference < 0 ? 0 : difference;
        }
    }

    static void equal(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            double difference = a[i] - b[i];
            out[i] = truth(difference == 0, difference);
        }
    }

    static void and(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            double product = a[i] * b[i];
            out[i] = truth(product != 0, product);
        }
    }

    static void or(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            double sum = a[i] + b[i];
            out[i] = truth(sum > 0, sum);
        }
    }

    /** Missing where what it was found from is. */
    private static double truth(boolean holds, double from) {
        return Double.isNaN(from) ? from : holds ? 1 : 0;
    }

    static void choose(double[] out, double[][] in, int n) {
        double[] condition = in[0];
        double[] then = in[1];
        double[] otherwise = in[2];
        for (int i = 0; i < n; i++) {
            double c = condition[i];
            out[i] = Double.isNaN(c) ? c : c != 0 ? then[i] : otherwise[i];
        }
    }

    static void orElse(double[] out, double[][] in, int n) {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < n; i++) {
            out[i] = Double.isNaN(a[i]) ? b[i] : a[i];
        }
    }

    static void isKnown(double[] out, double[][] in, int n) {
        double[] a = in[0];
        for (int i = 0; i < n; i++) {
            out[i] = Double.isNaN(a[i]) ? 0 : 1;
        }
    }

    static void absolute(double[] out, double[][] in, int n) {
        double[] a = in[0];
        for (int i = 0; i < n; i++) {
            out[i] = Math.abs(a[i]);
        }
    }

    static void wholePart(double[] out, double[][] in, int n) {
        double[] a = in[0];
        for (int i = 0; i < n; i++) {
            out[i] = Math.floor(a[i]);
        }
    }

    static void squareRoot(double[] out, double[][] in, int n) {
        double[] a = in[0];
        for (int i = 0; i < n; i++) {
            out[i] = Math.sqrt(a[i]);
        }
    }

    /** The logarithm; that of zero is not finite, so missing. */
    static void logarithm(double[] out, double[][] in, int n) {
        double[] a = in[0];
        for (int i = 0; i < n; i++) {
            out[i] = known(Math.log(a[i]));
        }
    }

    static void exponential(double[] out, double[][] in, int n) {
        double[] a = in[0];
        for (int i = 0; i < n; i++) {
            out[i] = known(Math.exp(a[i]));
        }
    }

    /** The place, from 1, is the first input; the list is the others. */
    static void pick(double[] out, double[][] in, int n) {
        double[] place = in[0];
        for (int i = 0; i < n; i++) {
            out[i] = place[i] >= 1 && place[i] < in.length ? in[(int) place[i]][i] : Double.NaN;
        }
    }

    /** The place, from 1, is the only input; the list is the same in every draw. */
    static Loop pickFrom(double[] list) {
        return (out, in, n) -> {
            double[] place = in[0];
            for (int i = 0; i < n; i++) {
                out[i] = place[i] >= 1 && place[i] < list.length + 1 ? list[(int) place[i] - 1] : Double.NaN;
            }
        };
    }
}
