package org.initweights.internal.values;

/**
 * Mean, standard deviation and bounds of elements that are known; NaN and infinite if there are too many to look at all.
 *
 * <p>Sums are Neumaier's: what rounding loses is added up beside.
 */
record KnownMoments(double mean, double std, double lower, double upper) {

    private static final int CHUNK = 1024;

    private static final KnownMoments UNKNOWN =
            new KnownMoments(Double.NaN, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static KnownMoments of(KnownElements elements) {
        if (elements.elements() > elements.most()) {
            return UNKNOWN;
        }
        if (elements.elements() == 0) {
            return new KnownMoments(0, 0, 0, 0);
        }
        Sum sum = new Sum();
        double[] bounds = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        forEach(elements, value -> {
            sum.add(value);
            bounds[0] = Math.min(bounds[0], value);
            bounds[1] = Math.max(bounds[1], value);
        });
        double mean = Math.max(bounds[0], Math.min(bounds[1], sum.value() / elements.elements()));
        Sum squares = new Sum();
        forEach(elements, value -> squares.add((value - mean) * (value - mean)));
        return new KnownMoments(mean, Math.sqrt(squares.value() / elements.elements()), bounds[0], bounds[1]);
    }

    @FunctionalInterface
    private interface Visitor {

        void visit(double value);
    }

    private static void forEach(KnownElements elements, Visitor visitor) {
        KnownElements.Source source = elements.source(elements.elements());
        double[] values = new double[CHUNK];
        for (long from = 0; from < elements.elements(); from += CHUNK) {
            int count = (int) Math.min(CHUNK, elements.elements() - from);
            source.compute(from, count, values);
            for (int i = 0; i < count; i++) {
                visitor.visit(values[i]);
            }
        }
    }

    /** A sum that loses nothing to rounding but at its end. */
    private static final class Sum {

        private double high;
        private double low;

        void add(double value) {
            double sum = high + value;
            low += Math.abs(high) >= Math.abs(value) ? high - sum + value : value - sum + high;
            high = sum;
        }

        double value() {
            return high + low;
        }
    }
}
