package org.initweights.internal.draw.torch;

import java.util.stream.IntStream;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.initweights.collect.ParameterCollector;
import org.initweights.collect.TensorType;

/** A tensor whose elements lie in memory as a layout of PyTorch says. */
final class StridedTensor {

    private final float[] memory;
    private final long[] strides;

    private StridedTensor(float[] memory, long[] strides) {
        this.memory = memory;
        this.strides = strides;
    }

    /** The one parameter, {@code tensor}, of a model that keeps it in such a tensor. */
    static Parameters parameter(TensorShape shape, long[] strides, Initializer initializer) {
        long last = IntStream.range(0, shape.rank())
                .mapToLong(axis -> (shape.size(axis) - 1) * strides[axis])
                .sum();
        StridedTensor tensor = new StridedTensor(new float[(int) last + 1], strides);
        return ParameterCollector.collect(
                tensor,
                (model, collector) ->
                        collector.add("tensor", TensorType.adapted(new Adapter(shape)), tensor, shape, initializer));
    }

    /** The strides that the goldens' tensors of these names have. */
    static long[] strides(String layout, TensorShape shape) {
        return switch (layout) {
            case "t" -> new long[] {1, shape.size(0)};
            case "channels_last" ->
                new long[] {
                    shape.elements() / shape.size(0), 1, shape.size(3) * shape.size(1), shape.size(1),
                };
            case "slice2" -> new long[] {2};
            case "permute" -> new long[] {shape.size(1), 1, shape.size(0) * shape.size(1)};
            default -> throw new IllegalArgumentException(layout);
        };
    }

    private record Adapter(TensorShape shape) implements TensorAdapter<StridedTensor> {

        @Override
        public StridedTensor allocate(TensorShape shape) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long elements(StridedTensor tensor) {
            return shape.elements();
        }

        @Override
        public double get(StridedTensor tensor, long index) {
            return tensor.memory[place(tensor, index)];
        }

        @Override
        public void put(StridedTensor tensor, long offset, float[] values, int count) {
            for (int i = 0; i < count; i++) {
                tensor.memory[place(tensor, offset + i)] = values[i];
            }
        }

        @Override
        public long[] strides(StridedTensor tensor, TensorShape shape) {
            return tensor.strides;
        }

        private int place(StridedTensor tensor, long index) {
            long place = 0;
            long rest = index;
            for (int axis = shape.rank() - 1; axis >= 0; axis--) {
                place += rest % shape.size(axis) * tensor.strides[axis];
                rest /= shape.size(axis);
            }
            return (int) place;
        }
    }
}
