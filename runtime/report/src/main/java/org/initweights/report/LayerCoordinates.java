package org.initweights.report;

import java.util.List;

/**
 * The size of what a layer gives, or of its change, in models of several widths. It is immutable, and threads may share it.
 *
 * @param layer the name of its weight
 * @param widths those of the models, ascending
 * @param sizes the root of the mean square of all coordinates, of all inputs and draws, for each width
 * @param demand what the sizes have to be like
 * @param factor how far apart the sizes may be
 */
public record LayerCoordinates(
        String layer, List<Integer> widths, List<Double> sizes, CoordinateDemand demand, double factor) {

    private static final double LEVEL_EXPONENT = 0.25;

    public LayerCoordinates {
        widths = List.copyOf(widths);
        sizes = List.copyOf(sizes);
        if (widths.size() < 2 || widths.size() != sizes.size()) {
            throw new IllegalArgumentException("there are " + widths.size() + " widths and " + sizes.size()
                    + " sizes; give one size for each of two widths or more");
        }
    }

    /** The largest size divided by the smallest: 1 if all are equal. */
    public double spread() {
        double largest = sizes.stream().mapToDouble(size -> size).max().orElseThrow();
        double smallest = sizes.stream().mapToDouble(size -> size).min().orElseThrow();
        return largest == smallest ? 1 : largest / smallest;
    }

    /** By how much the size of one model is above that of a narrower one, at most: 1 if none is. */
    public double growth() {
        double growth = 1;
        double smallest = Double.POSITIVE_INFINITY;
        for (double size : sizes) {
            smallest = Math.min(smallest, size);
            growth = Math.max(growth, size == smallest ? 1 : size / smallest);
        }
        return growth;
    }

    /**
     * The exponent p of the power law c · width^p that comes nearest, by least squares of the logarithms: 0 for what does not depend on the
     * width, 0.5 for what grows by its root. NaN if a size is 0 or no finite number.
     */
    public double exponent() {
        double meanX = widths.stream().mapToDouble(Math::log).average().orElseThrow();
        double meanY = sizes.stream().mapToDouble(Math::log).average().orElseThrow();
        double product = 0;
        double square = 0;
        for (int i = 0; i < sizes.size(); i++) {
            double x = Math.log(widths.get(i)) - meanX;
            product += x * (Math.log(sizes.get(i)) - meanY);
            square += x * x;
        }
        return Double.isFinite(product) ? product / square : Double.NaN;
    }

    /** How the sizes go with the width. Sizes that are no finite numbers count as grown. */
    public CoordinateVerdict verdict() {
        if (sizes.stream().allMatch(size -> size == 0)) {
            return CoordinateVerdict.ZERO;
        }
        if (spread() <= factor) {
            return CoordinateVerdict.STABLE;
        }
        if (!(growth() <= factor)) {
            return CoordinateVerdict.GROWS;
        }
        return levelsOff() ? CoordinateVerdict.LEVELS_OFF : CoordinateVerdict.SHRINKS;
    }

    private boolean levelsOff() {
        int last = sizes.size() - 1;
        double fall = sizes.get(last - 1) / sizes.get(last);
        double wider = (double) widths.get(last) / widths.get(last - 1);
        return sizes.size() > 2 && fall < Math.pow(wider, LEVEL_EXPONENT);
    }

    /** Whether they go as they should: stable, or smaller where they may be. */
    public boolean passes() {
        return switch (verdict()) {
            case STABLE -> true;
            case LEVELS_OFF -> demand != CoordinateDemand.STABLE;
            case SHRINKS, ZERO -> demand == CoordinateDemand.BOUNDED;
            case GROWS -> false;
        };
    }

    /** The verdict in words, and whether it is as it should be where that is not plain: {@code shrinks, as it may}. */
    public String judgement() {
        return verdict() + (passes() && verdict() != CoordinateVerdict.STABLE ? ", as it may" : "");
    }
}
