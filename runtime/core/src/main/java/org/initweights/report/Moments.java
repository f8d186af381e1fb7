package org.initweights.report;

import org.initweights.Parameter;

/** Mean and standard deviation of the elements that a parameter holds; NaN if it holds none. */
record Moments(double mean, double std) {

    /** In two passes, since the mean may be large against the deviation. */
    static Moments of(Parameter parameter) {
        long n = parameter.elements();
        double sum = 0;
        for (long i = 0; i < n; i++) {
            sum += parameter.get(i);
        }
        double mean = sum / n;
        double squares = 0;
        for (long i = 0; i < n; i++) {
            double deviation = parameter.get(i) - mean;
            squares += deviation * deviation;
        }
        return new Moments(mean, Math.sqrt(squares / n));
    }
}
