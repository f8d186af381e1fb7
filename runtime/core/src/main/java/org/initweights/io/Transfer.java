package org.initweights.io;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.initweights.Parameter;
import org.initweights.internal.files.ElementReader;
import org.initweights.internal.files.load.AxisOrder;
import org.initweights.internal.files.load.Conversion;
import org.initweights.internal.files.load.IntegerConversion;
import org.initweights.internal.files.load.Permutation;

/**
 * How one tensor becomes one parameter.
 *
 * @param axes the order of the axes, if the file has another
 */
record Transfer(Parameter parameter, LoadableTensor tensor, Optional<AxisOrder> axes) {

    /**
     * Whether it may run at the same time as others. With axes of another order it may not, for that takes much memory for a while.
     */
    boolean isConcurrent() {
        return axes.isEmpty() && tensor.isConcurrent() && parameter.isConcurrent();
    }

    /** How many bytes the elements take in the file. */
    long bytes() {
        return tensor.shape().elements() * tensor.type().bits() / Byte.SIZE;
    }

    /** Finds what can be wrong with the tensor's bytes. */
    void verify() throws IOException {
        tensor.verify();
    }

    /** What the parameter's type of integers does not hold, if anything: that is seen before any parameter is written. */
    Optional<Mismatch> misfit() throws IOException {
        if (!parameter.dtype().isInteger() || tensor.type() == ElementType.of(parameter.dtype())) {
            return Optional.empty();
        }
        try {
            tensor.read(new IntegerConversion(tensor.type(), parameter.dtype(), (first, count, elements) -> {}));
            return Optional.empty();
        } catch (IntegerConversion.DoesNotFit e) {
            return Optional.of(new Mismatch.Unusable(parameter.name(), String.valueOf(e.getMessage())));
        }
    }

    /** Writes the elements to the parameter. */
    LoadedTensor run() throws IOException {
        ElementReader.Decoder target = parameter::decode;
        if (axes.isPresent()) {
            target = new Permutation(
                    axes.get(), tensor.shape().dims(), parameter.dtype().bytes(), tensor.isInOrder(), target);
        }
        if (tensor.type() == ElementType.of(parameter.dtype())) {
            tensor.read(target);
            return done(0);
        }
        if (parameter.dtype().isInteger()) {
            tensor.read(new IntegerConversion(tensor.type(), parameter.dtype(), target));
            return done(0);
        }
        Conversion conversion = new Conversion(tensor.type().dtype().orElseThrow(), parameter.dtype(), target);
        tensor.read(conversion);
        return done(conversion.overflows());
    }

    /** What {@link #run} would say, as far as it is known without reading. */
    LoadedTensor explained() {
        return done(0);
    }

    private LoadedTensor done(long overflows) {
        return new LoadedTensor(
                parameter.name(),
                tensor.name(),
                tensor.type(),
                parameter.dtype(),
                axes.map(AxisOrder::axes).orElse(List.of()),
                overflows);
    }
}
