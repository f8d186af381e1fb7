package org.initweights.internal.fill;

import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.initweights.Fill;
import org.initweights.Layout;
import org.initweights.TensorShape;

/** Bilinear interpolation of each channel that a group passes through, zeros elsewhere; two spatial axes. */
public record BilinearFill(TensorShape shape) implements Fill, Sized {

    public BilinearFill {
        checkRank(shape);
        Single.checkNotEmpty("bilinearUpsampling", shape);
    }

    /** Refuses shapes that no weight of a convolution of pictures can have. */
    public static void checkRank(TensorShape shape) {
        Rank.check(
                "BilinearRank",
                "bilinearUpsampling",
                shape,
                4,
                4,
                "four dimensions, two of channels and two of the kernel");
    }

    /** Which channels are passed through. */
    public DiracFill channels() {
        return new DiracFill(shape, shape.groups());
    }

    /** The first of the two spatial axes; the second follows it. */
    public int firstSpatialAxis() {
        return shape.layout() == Layout.SPATIAL_IN_OUT ? 0 : 2;
    }

    /** The weights along the first spatial axis. */
    public Interpolation vertical() {
        return new Interpolation(shape.size(firstSpatialAxis()));
    }

    /** The weights along the second spatial axis. */
    public Interpolation horizontal() {
        return new Interpolation(shape.size(firstSpatialAxis() + 1));
    }

    private double product(ToDoubleFunction<DoubleStream> alongAxis) {
        return alongAxis.applyAsDouble(vertical().weights())
                * alongAxis.applyAsDouble(horizontal().weights());
    }

    /** The sum over an element of each kernel that interpolates, divided by the number of all elements. */
    private double average(double sumOfKernel) {
        return shape.groups() * channels().channelsPerGroup() * sumOfKernel / shape.elements();
    }

    @Override
    public double mean() {
        return average(product(DoubleStream::sum));
    }

    @Override
    public double std() {
        double squares = average(product(weights -> weights.map(w -> w * w).sum()));
        return Math.sqrt(Math.max(0, squares - mean() * mean()));
    }

    @Override
    public double lower() {
        boolean zeros = shape.groups() * channels().channelsPerGroup() * shape.receptiveField() < shape.elements();
        return zeros ? 0 : vertical().smallest() * horizontal().smallest();
    }

    @Override
    public double upper() {
        return vertical().largest() * horizontal().largest();
    }

    @Override
    public boolean fits(long elements) {
        return elements == shape.elements();
    }

    @Override
    public String toString() {
        return "bilinear interpolation" + (shape.groups() == 1 ? "" : " in " + shape.groups() + " groups");
    }
}
