package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.collect.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads load what any thread may write, and the caller's alone what no other may. */
class LoadThreadsTest {

    private static final int TENSORS = 24;
    private static final int SIZE = 100_000;

    @TempDir
    private Path folder;

    private Path saved() throws IOException {
        Path file = folder.resolve("w.safetensors");
        Weights.of(w -> {
                    for (int i = 0; i < TENSORS; i++) {
                        w.tensor("t" + i, DType.F64, Initializers.normal(0, 1), SIZE);
                    }
                })
                .initialize(3)
                .parameters()
                .save(file);
        return file;
    }

    /** Floats, and who wrote them. */
    private static final class Watched implements TensorAdapter<float[]> {

        private final Set<Thread> writers = ConcurrentHashMap.newKeySet();

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
            writers.add(Thread.currentThread());
            System.arraycopy(values, 0, tensor, (int) offset, count);
        }
    }

    @Test
    void eachTensorGetsItsOwnElementsAndAdaptersOneThread() throws IOException {
        Path file = saved();
        Watched adapter = new Watched();
        Parameters ours = SampleParameters.collect(p -> {
            for (int i = 0; i < TENSORS; i++) {
                if (i % 3 == 0) {
                    SampleParameters.add(p, "t" + i, TensorType.adapted(adapter), SIZE);
                } else if (i % 3 == 1) {
                    SampleParameters.add(p, "t" + i, TensorType.FLOATS, SIZE);
                } else {
                    SampleParameters.add(p, "t" + i, TensorType.DOUBLES, SIZE);
                }
            }
        });

        LoadReport report = ours.load(file, LoadOptions.strict().converted());

        assertThat(adapter.writers).containsExactly(Thread.currentThread());
        assertThat(report.loaded())
                .containsExactlyElementsOf(ours.stream().map(Parameter::name).toList());
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            for (Parameter parameter : ours) {
                double[] expected = new double[SIZE];
                checkpoint.get(parameter.name()).read(0, expected);
                for (int i = 0; i < SIZE; i += 7) {
                    double rounded = parameter.dtype() == DType.F64 ? expected[i] : (float) expected[i];
                    assertThat(parameter.get(i)).isEqualTo(rounded);
                }
            }
        }
    }

    @Test
    void whatAPoolsThreadThrowsIsThrownByLoad() throws Exception {
        Path file = saved();
        Parameters ours = Weights.of(w -> {
                    for (int i = 0; i < TENSORS; i++) {
                        w.tensor("t" + i, DType.F32, Initializers.zeros(), SIZE);
                    }
                })
                .initialize(1)
                .parameters();
        // A task of the pool loads with the pool's own threads.
        assertThat(ForkJoinPool.commonPool()
                        .submit(() -> ours.load(file, LoadOptions.strict().converted()))
                        .get()
                        .loaded())
                .hasSize(TENSORS);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ours.load(file, LoadOptions.strict().converted()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ours.load(file, LoadOptions.strict().converted()).loaded()).hasSize(TENSORS);
    }
}
