package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.uniform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.testing.FloatTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types and axes of a file become a model's. */
class LoadConversionTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"safetensors", "npz"})
    void kernelsOfKerasBecomeThoseOfPyTorch(String format) throws IOException {
        Path file = folder.resolve("keras." + format);
        Parameters theirs = Weights.of(w -> w.tensor("conv.kernel", normal(0, 1), 3, 5, 2, 7))
                .initialize(7)
                .parameters();
        if (format.equals("npz")) {
            Npz.writeCompressed(theirs, file);
        } else {
            theirs.save(file);
        }
        Parameters ours = NamedTensors.model(Map.of("conv.weight", new long[] {7, 2, 3, 5}));

        ours.load(file, LoadOptions.strict().renamed("kernel$", "weight").permuted("conv.weight", 3, 2, 0, 1));

        for (int o = 0; o < 7; o++) {
            for (int i = 0; i < 2; i++) {
                for (int h = 0; h < 3; h++) {
                    for (int x = 0; x < 5; x++) {
                        assertThat(ours.get("conv.weight").get(((o * 2L + i) * 3 + h) * 5 + x))
                                .isEqualTo(theirs.get("conv.kernel").get(((h * 5L + x) * 2 + i) * 7 + o));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F64", "F32", "F16", "BF16"})
    void matricesLargerThanTheBufferAreTransposedInBands(DType dtype) throws IOException {
        int rows = 6_007;
        int columns = 3_001 * 4 / dtype.bytes();
        Path file = folder.resolve("large.safetensors");
        Weights theirs = Weights.of(w -> w.tensor("w", TensorShape.of(rows, columns), DType.F32, uniform(0, 1)));
        theirs.initialize(3).parameters().save(file);
        Parameters ours = Weights.of(w -> w.tensor("w", TensorShape.of(columns, rows), dtype, constant(0)))
                .initialize(1)
                .parameters();

        ours.load(file, LoadOptions.strict().transposed("w").converted());

        Parameter same = theirs.parameters().get("w");
        for (long i = 0; i < same.elements(); i += 997) {
            double found = ours.get("w").get(i % columns * rows + i / columns);
            assertThat(found).isCloseTo(same.get(i), within(0.004));
        }
        assertThat(ours.get("w").get((columns - 1L) * rows + rows - 1))
                .isCloseTo(same.get(same.elements() - 1), within(0.004));
    }

    @Test
    void tensorsOfAnyTypeComeFromOtherTensors() throws IOException {
        double[] odd = {
            0,
            -0.0,
            1,
            -1.5,
            65_504,
            65_519.99,
            65_520,
            -1e30,
            3.4e38,
            3.5e38,
            1e300,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.MIN_VALUE,
            5.96e-8,
            2.98e-8,
            2.9802322387695312e-8,
            1.00048828125,
            1.0004882812500002,
            1.00146484375,
            1.0014648437499998,
            1.00390625,
            1.0039062500000002,
            1e-40,
            1e-45
        };
        for (DType from : FloatTypes.ALL) {
            Parameters theirs = Weights.of(w -> w.tensor("w", TensorShape.of(odd.length), from, constant(0)))
                    .initialize(1)
                    .parameters();
            set(theirs.get("w"), odd);
            Path file = folder.resolve(from + ".safetensors");
            theirs.save(file);
            for (DType to : FloatTypes.ALL) {
                Parameters ours = Weights.of(w -> w.tensor("w", TensorShape.of(odd.length), to, constant(7)))
                        .initialize(1)
                        .parameters();
                LoadReport report = ours.load(file, LoadOptions.strict().converted());
                long overflows = 0;
                for (int i = 0; i < odd.length; i++) {
                    double exact = theirs.get("w").get(i);
                    double expected = nearest(exact, to);
                    assertThat(Double.valueOf(ours.get("w").get(i)))
                            .as(from + " " + exact + " to " + to)
                            .isEqualTo(Double.valueOf(expected));
                    overflows += Double.isFinite(exact) && Double.isInfinite(expected) ? 1 : 0;
                }
                assertThat(report.tensors().get(0).overflows()).isEqualTo(overflows);
            }
        }
    }

    /** Writes numbers by the file's way in, so that no other conversion is asked. */
    private static void set(Parameter parameter, double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * parameter.dtype().bytes());
        for (double value : values) {
            double nearest = nearest(value, parameter.dtype());
            switch (parameter.dtype()) {
                case I32, I64 -> throw new AssertionError(parameter.dtype());
                case F64 -> bytes.putDouble(nearest);
                case F32 -> bytes.putFloat((float) nearest);
                case BF16 -> bytes.putShort((short) (Float.floatToRawIntBits((float) nearest) >>> 16));
                case F16 -> bytes.putShort(half(nearest));
            }
        }
        parameter.decode(0, values.length, bytes.flip());
    }

    /** The number of a type that is nearest, and of two the one with the even last bit, by looking at all that there are. */
    private static double nearest(double value, DType type) {
        if (type == DType.F64 || Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
            return value;
        }
        if (type == DType.F32) {
            return (float) value;
        }
        double best = 0;
        int bestBits = 0;
        double magnitude = Math.abs(value);
        int infinity = type == DType.F16 ? 0x7C00 : 0x7F80;
        for (int bits = 0; bits <= infinity; bits++) {
            double candidate = type == DType.F16 ? ofHalf(bits) : Float.intBitsToFloat(bits << 16);
            if (bits == infinity) {
                // Where the next number would be, if there were one.
                candidate = type == DType.F16 ? 65_536 : 0x1p128;
            }
            double distance = Math.abs(candidate - magnitude);
            double other = Math.abs(best - magnitude);
            if (distance < other || (distance == other && (bits & 1) == 0)) {
                best = candidate;
                bestBits = bits;
            }
        }
        return Math.copySign(bestBits == infinity ? Double.POSITIVE_INFINITY : best, value);
    }

    private static double ofHalf(int bits) {
        int exponent = bits >> 10;
        return exponent == 0 ? bits * 0x1p-24 : Math.scalb(1024.0 + (bits & 1023), exponent - 25);
    }

    private static short half(double value) {
        if (Double.isNaN(value)) {
            return 0x7E00;
        }
        int sign = Math.copySign(1, value) < 0 ? 0x8000 : 0;
        for (int bits = 0; bits < 0x7C00; bits++) {
            if (ofHalf(bits) == Math.abs(value)) {
                return (short) (bits | sign);
            }
        }
        return (short) (0x7C00 | sign);
    }

    @Test
    void anotherTypeIsAMismatchWithItsCure() throws IOException {
        Path file = folder.resolve("half.safetensors");
        Weights.of(w -> w.tensor("w", TensorShape.of(4), DType.BF16, normal(0, 1)))
                .initialize(1)
                .parameters()
                .save(file);
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(
                        () -> NamedTensors.model(Map.of("w", new long[] {4})).load(file))
                .withMessageContaining("w: type F32 in the model, but BF16 in the file")
                .withMessageEndingWith("LoadOptions may help: converted()");
    }
}
