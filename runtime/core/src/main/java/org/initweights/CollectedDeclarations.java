package org.initweights;

import java.util.function.BiConsumer;
import org.initweights.collect.ParameterCollector;
import org.initweights.collect.TensorType;
import org.jspecify.annotations.Nullable;

/**
 * Declarations that a collector takes.
 *
 * @param arrays is given the array of each tensor, if it has one
 */
record CollectedDeclarations(ParameterCollector collector, BiConsumer<String, @Nullable Object> arrays)
        implements WeightsBuilder.Declarations {

    @Override
    public void declare(WeightsBuilder.Declaration tensor) {
        ParameterCollector taking = tensor.isTrained() ? collector : collector.nonTrainable();
        arrays.accept(
                tensor.name(),
                taking.addOrAllocate(
                        tensor.name(), storage(tensor.dtype()), null, tensor.shape(), tensor.initializer()));
    }

    @Override
    public void tie(String name, String to) {
        collector.addName(name, to);
    }

    @Override
    public void copy(String pattern, String from) {
        collector.copy(pattern, from);
    }

    private static TensorType<?> storage(DType dtype) {
        return switch (dtype) {
            case F64 -> TensorType.DOUBLES;
            case F32 -> TensorType.FLOATS;
            case F16 -> TensorType.FP16;
            case BF16 -> TensorType.BF16;
            case I32 -> TensorType.INTS;
            case I64 -> TensorType.LONGS;
        };
    }
}
