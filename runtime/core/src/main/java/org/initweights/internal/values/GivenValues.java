package org.initweights.internal.values;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Numbers that were given, without an object for each. Threads may share them. */
public abstract sealed class GivenValues extends AbstractList<Double> implements RandomAccess {

    private GivenValues() {}

    /** A copy of these numbers. */
    public static GivenValues of(float[] values) {
        return new Floats(values.clone());
    }

    /** A copy of these numbers. */
    public static GivenValues of(double[] values) {
        return new Doubles(values.clone());
    }

    static GivenValues of(List<Double> values) {
        return values instanceof GivenValues given
                ? given
                : new Doubles(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    abstract double at(int index);

    @Override
    public Double get(int index) {
        return at(index);
    }

    private static final class Floats extends GivenValues {

        private final float[] values;

        private Floats(float[] values) {
            this.values = values;
        }

        @Override
        double at(int index) {
            return values[index];
        }

        @Override
        public int size() {
            return values.length;
        }
    }

    private static final class Doubles extends GivenValues {

        private final double[] values;

        private Doubles(double[] values) {
            this.values = values;
        }

        @Override
        double at(int index) {
            return values[index];
        }

        @Override
        public int size() {
            return values.length;
        }
    }
}
