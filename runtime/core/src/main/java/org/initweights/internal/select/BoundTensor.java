package org.initweights.internal.select;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.initweights.Parameter;
import org.initweights.TensorShape;

/**
 * A tensor that may be tied to another, or copied.
 *
 * @param names its names
 * @param shape its shape, if that is known
 * @param dims its shape as messages say it
 * @param type what it is kept in, as messages say it; empty if that is not known
 * @param isTrained whether training changes it
 */
public record BoundTensor(
        List<String> names, Optional<TensorShape> shape, String dims, String type, boolean isTrained) {

    /** A tensor of a known shape. */
    public BoundTensor(List<String> names, TensorShape shape, String type, boolean isTrained) {
        this(names, Optional.of(shape), shape.toString(), type, isTrained);
    }

    /** A parameter of a plan or of a model. */
    public static BoundTensor of(Parameter parameter) {
        return new BoundTensor(
                parameter.names(), parameter.shape(), parameter.dtype().name(), parameter.isTrainable());
    }

    String name() {
        return names.get(0);
    }

    /** What tells two tensors apart that should be alike; empty if nothing does, as far as it is known. */
    Optional<String> conflict(BoundTensor other) {
        if (shape.isPresent()
                && other.shape.isPresent()
                && !Arrays.equals(shape.get().dims(), other.shape.get().dims())) {
            return Optional.of(name() + " is " + dims + ", but " + other.name() + " is " + other.dims
                    + "; give both the same shape");
        }
        if (!type.isEmpty() && !other.type.isEmpty() && !type.equals(other.type)) {
            return Optional.of(name() + " is kept in " + type + ", but " + other.name() + " in " + other.type
                    + "; give both the same type");
        }
        return Optional.empty();
    }
}
