package org.initweights.io;

import java.util.function.Consumer;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.initweights.collect.ParameterCollector;
import org.initweights.collect.TensorType;

/** Parameters for tests of files. */
final class SampleParameters {

    private SampleParameters() {}

    /** One of every type of field, among them an empty one and a scalar, and names that need care. */
    static Parameters ofEveryFieldType(long seed) {
        Parameters parameters = collect(p -> {
            add(p, "layers.0.weight", TensorType.FLOATS, 70, 50);
            add(p, "doubles", TensorType.DOUBLES, 3);
            add(p, "bf16", TensorType.BF16, 5, 3);
            add(p, "fp16", TensorType.FP16, 7);
            add(p, "floatBuffer", TensorType.FLOAT_BUFFER, 4, 2);
            add(p, "doubleBuffer", TensorType.DOUBLE_BUFFER, 6);
            add(p, "bf16Buffer", TensorType.BF16_BUFFER, 9);
            add(p, "fp16Buffer", TensorType.FP16_BUFFER, 11);
            add(p, "nested", TensorType.nested(float[][][].class), 2, 3, 5);
            add(p, "nestedDoubles", TensorType.nested(double[][].class), 4, 3);
            add(p, "adapted", TensorType.adapted(new FloatsAdapter()), 13);
            add(p, "empty", TensorType.FLOATS, 0, 4);
            add(p, "scalar", TensorType.FLOATS);
            add(p, "δ 😀 \"q\"\\\n\u0001", TensorType.FLOATS, 2);
            add(p, "\uFFFD", TensorType.FLOATS, 1);
        });
        parameters.initialize(RandomSource.seeded(seed));
        return parameters;
    }

    static Parameters collect(Consumer<ParameterCollector> declarations) {
        return ParameterCollector.collect(new Object(), (model, collector) -> declarations.accept(collector));
    }

    static <T> void add(ParameterCollector collector, String name, TensorType<T> type, long... dims) {
        collector.addOrAllocate(name, type, null, TensorShape.of(dims), Initializers.normal());
    }

    /** Floats with this name and shape, each with its own value. */
    static Parameters floats(String name, long... dims) {
        Parameters parameters = collect(p -> add(p, name, TensorType.FLOATS, dims));
        parameters.initialize(7);
        return parameters;
    }

    static double[] values(Parameter parameter) {
        double[] values = new double[(int) parameter.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parameter.get(i);
        }
        return values;
    }

    private static final class FloatsAdapter implements TensorAdapter<float[]> {

        @Override
        public float[] allocate(TensorShape shape) {
            return new float[(int) shape.elements()];
        }

        @Override
        public long elements(float[] tensor) {
            return tensor.length;
        }

        @Override
        public double get(float[] tensor, long index) {
            return tensor[(int) index];
        }

        @Override
        public void put(float[] tensor, long offset, float[] values, int count) {
            System.arraycopy(values, 0, tensor, (int) offset, count);
        }
    }
}
