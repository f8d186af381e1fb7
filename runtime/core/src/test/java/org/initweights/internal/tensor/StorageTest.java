package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.initweights.Fill;
import org.initweights.HalfFormat;
import org.initweights.TensorShape;
import org.initweights.internal.draw.seeded.SeededSource;
import org.initweights.internal.fill.BilinearFill;
import org.initweights.internal.fill.InverseSoftplusFill;
import org.initweights.internal.fill.LogRangeFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.kernel.FillKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StorageTest {

    private static final int ROWS = 37;
    private static final int COLUMNS = 113;

    static Fill[] fills() {
        return new Fill[] {
            new UniformFill(-1, 1),
            new NormalFill(0, 1),
            new TruncatedNormalFill(0, 1, -2, 2),
            new RepeatedFill(new NormalFill(0, 1), 1, COLUMNS, ROWS),
            new RepeatedFill(new NormalFill(0, 1), COLUMNS, 1, ROWS),
            new BilinearFill(TensorShape.of(1, 1, ROWS, COLUMNS)),
            new LogRangeFill(COLUMNS),
            new InverseSoftplusFill(0.001, 0.1, 1e-4)
        };
    }

    private static void fill(Fill fill, Storage storage) {
        FillKernel.write(fill, storage, new SeededSource(3).sampler("weight"));
    }

    @ParameterizedTest
    @MethodSource("fills")
    void everyStorageOfFloatsGetsTheSameValues(Fill fill) {
        float[] array = new float[ROWS * COLUMNS];
        fill(fill, new FloatArrayStorage(array));
        FloatBuffer buffer = FloatBuffer.allocate(array.length).position(5).limit(9);
        fill(fill, new FloatBufferStorage(buffer));
        assertThat(buffer.position()).isEqualTo(5);
        assertThat(buffer.limit()).isEqualTo(9);
        float[][] nested = new float[ROWS][COLUMNS];
        NestedStorage nestedStorage = new NestedStorage(nested, TensorShape.of(ROWS, COLUMNS));
        fill(fill, nestedStorage);
        short[] halves = new short[array.length];
        fill(fill, new HalfArrayStorage(halves, HalfFormat.BF16));
        ShortBuffer halfBuffer = ShortBuffer.allocate(array.length);
        fill(fill, new HalfBufferStorage(halfBuffer, HalfFormat.FP16));
        for (int i = 0; i < array.length; i++) {
            assertThat(buffer.array()[i]).isEqualTo(array[i]);
            assertThat(nested[i / COLUMNS][i % COLUMNS]).isEqualTo(array[i]);
            assertThat(nestedStorage.get(i)).isEqualTo(array[i]);
            assertThat(halves[i]).isEqualTo(rounded(fill, new Bfloat16(), array[i]));
            assertThat(halfBuffer.get(i)).isEqualTo(rounded(fill, new Binary16(), array[i]));
        }
    }

    /** To nearest even, but a uniform number stays below its upper bound. */
    private static short rounded(Fill fill, HalfCodec codec, float value) {
        return codec.encode(fill instanceof UniformFill ? Math.min(value, codec.below(fill.upper())) : value);
    }

    @ParameterizedTest
    @MethodSource("fills")
    void everyStorageOfDoublesGetsTheSameValues(Fill fill) {
        double[] array = new double[ROWS * COLUMNS];
        fill(fill, new DoubleArrayStorage(array));
        DoubleBuffer buffer = DoubleBuffer.allocate(array.length);
        fill(fill, new DoubleBufferStorage(buffer));
        double[][] nested = new double[ROWS][COLUMNS];
        fill(fill, new NestedStorage(nested, TensorShape.of(ROWS, COLUMNS)));
        assertThat(buffer.array()).isEqualTo(array);
        assertThat(nested[ROWS - 1][COLUMNS - 1]).isEqualTo(array[array.length - 1]);
    }

    @Test
    void encodesRangesInItsOwnType() {
        double[][] nested = {{1, 2, 3}, {4, 5, 6}};
        ByteBuffer bytes = ByteBuffer.allocate(32);
        new NestedStorage(nested, TensorShape.of(2, 3)).encode(1, 4, bytes);
        assertThat(bytes.flip().asDoubleBuffer()).isEqualTo(DoubleBuffer.wrap(new double[] {2, 3, 4, 5}));
        ByteBuffer halves = ByteBuffer.allocate(4);
        new HalfArrayStorage(new short[] {1, 2, 3}, HalfFormat.BF16).encode(1, 2, halves);
        assertThat(halves.flip().asShortBuffer()).isEqualTo(ShortBuffer.wrap(new short[] {2, 3}));
    }

    @Test
    void repeatedRowsReadAsOne() {
        double[] array = new double[12];
        RepeatedStorage repeated = new RepeatedStorage(new DoubleArrayStorage(array), 2, 3);
        assertThat(repeated.length()).isEqualTo(4);
        repeated.put(1, new double[] {2, 3, 4}, 3);
        repeated.put(0, new float[] {1, 9}, 1);
        assertThat(array).containsExactly(1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4);
        assertThat(repeated.get(3)).isEqualTo(4);
        ByteBuffer bytes = ByteBuffer.allocate(24);
        repeated.encode(1, 3, bytes);
        assertThat(bytes.flip().asDoubleBuffer()).isEqualTo(DoubleBuffer.wrap(new double[] {2, 3, 4}));
    }

    @Test
    void mapsInDoubleWhateverItIsGiven() {
        float[] array = new float[3];
        MappedStorage mapped = new MappedStorage(new FloatArrayStorage(array), x -> x / 3);
        assertThat(mapped.precision()).isEqualTo(Precision.DOUBLE);
        mapped.put(0, new float[] {1}, 1);
        mapped.put(1, new double[] {2, 3}, 2);
        assertThat(array).containsExactly((float) (1 / 3.0), (float) (2 / 3.0), 1);
    }

    @Test
    void namesTheRowThatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NestedStorage(new float[][][] {{{1, 2}}, {{3}}}, TensorShape.of(2, 1, 2)))
                .withMessage("row [1][0] has length 1, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NestedStorage(new float[][] {{1, 2}, null}, TensorShape.of(2, 2)))
                .withMessage("row [1] is null");
    }

    @Test
    void refusesReadOnlyBuffers() {
        FloatBuffer buffer = FloatBuffer.allocate(3).asReadOnlyBuffer();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FloatBufferStorage(buffer))
                .withMessage("the buffer is read-only");
    }
}
