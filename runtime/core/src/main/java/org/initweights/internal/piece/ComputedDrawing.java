package org.initweights.internal.piece;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.internal.derive.DerivedKernel;
import org.initweights.internal.derive.SourceElements;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.rule.NamedResolution;
import org.initweights.internal.tensor.PagedArray;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a parameter that is computed of another, whose elements are drawn for that: all of them, in pieces, when the first element of this
 * one is asked for. It belongs to one thread.
 */
final class ComputedDrawing implements DrawnElements {

    private final Parameter parameter;
    private final Parameter source;
    private final DrawnElements drawn;
    private @Nullable PagedArray made;

    /**
     * Nothing is drawn yet.
     *
     * @param drawn the elements of the source
     */
    ComputedDrawing(Parameter parameter, Parameter source, DrawnElements drawn) {
        this.parameter = parameter;
        this.source = source;
        this.drawn = drawn;
    }

    @Override
    public DType dtype() {
        return parameter.dtype();
    }

    @Override
    public long elements() {
        return parameter.elements();
    }

    /** What draws the source is still there when its elements have been taken. */
    @Override
    public double heapBytes() {
        double own = (double) elements() * dtype().bytes();
        double computing = parameter.fill() instanceof DerivedFill fill ? fill.heapBytes(source.shape()) : 0;
        return drawn.heapBytes() + own + computing;
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        made().encode(from, count, target);
    }

    private PagedArray made() {
        PagedArray found = made;
        if (found == null && parameter.fill() instanceof DerivedFill fill) {
            PagedArray values = new PagedArray(dtype(), elements());
            SourceElements elements = SourceElements.encoded(source.shape(), source.dtype(), drawn::encode);
            NamedResolution.naming(parameter.name(), () -> DerivedKernel.write(fill, elements, values));
            found = values;
            made = values;
        }
        return Objects.requireNonNull(found, "it is computed");
    }
}
