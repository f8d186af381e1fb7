package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.initweights.testing.BaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of stored tensors, against formulas that are written out here in double. */
class BaseWeightsTest {

    @TempDir
    Path folder;

    private BaseWeights base;

    private final double[] matrix = random(1, 7 * 5);
    private final double[] cube = random(2, 4 * 3 * 2);

    private static double[] random(long seed, int count) {
        Random random = new Random(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    @BeforeEach
    void write() throws IOException {
        base = Initializers.from(new BaseFile()
                .doubles("matrix", matrix, 7, 5)
                .floats("cube", cube, 4, 3, 2)
                .doubles("scalar", new double[] {3})
                .doubles("empty", new double[0], 0, 5)
                .write(folder.resolve("base.safetensors")));
    }

    private static double[] made(Initializer initializer, long... shape) {
        return Weights.of(w -> w.tensor("w", DType.F64, initializer, shape))
                .initialize(1)
                .doubles("w");
    }

    @Test
    void copiesAreTheElements() {
        assertThat(made(base.copy("matrix"), 7, 5)).isEqualTo(matrix);
        assertThat(made(base.copy("scalar"))).containsExactly(3);
        assertThat(made(base.copy("empty"), 0, 5)).isEmpty();
        assertThat(made(base.copy("cube"), 4, 3, 2))
                .isEqualTo(Arrays.stream(cube).map(value -> (float) value).toArray());
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F64", "F32", "F16", "BF16"})
    void copiesAreRoundedToTheTypeOfTheParameter(DType dtype) {
        Weights weights = Weights.of(w -> w.tensor("w", dtype, base.copy("matrix"), 7, 5)
                        .tensor("same", dtype, Initializers.zeros(), 7, 5))
                .initialize(1);
        for (int i = 0; i < matrix.length; i++) {
            double relative = switch (dtype) {
                case F64 -> 0;
                case F32 -> 0x1p-24;
                case F16 -> 0x1p-11;
                case BF16 -> 0x1p-8;
                case I32, I64 -> throw new AssertionError(dtype);
            };
            assertThat(weights.get("w").get(i))
                    .isCloseTo(matrix[i], offset(Math.abs(matrix[i]) * relative + Double.MIN_VALUE));
        }
    }

    /** Longer than a piece, so that pieces of a copy end within the tensor. */
    @Test
    void manyExpertsAreManyCopies() throws IOException {
        double[] dense = random(3, 300 * 333);
        BaseWeights large = Initializers.from(
                new BaseFile().doubles("mlp", dense, 300, 333).write(folder.resolve("large.safetensors")));
        double[] experts = made(large.experts("mlp"), 3, 300, 333);
        for (int expert = 0; expert < 3; expert++) {
            assertThat(Arrays.copyOfRange(experts, expert * dense.length, (expert + 1) * dense.length))
                    .isEqualTo(dense);
        }
        assertThat(made(large.experts("mlp"), 300, 333)).isEqualTo(dense);
        assertThat(made(large.experts("mlp"), 0, 300, 333)).isEmpty();
    }

    static Stream<Supplier<RandomSource>> sources() {
        return Stream.of(
                () -> RandomSource.seeded(7),
                () -> RandomSource.sequence(7),
                () -> RandomSource.torch(7),
                () -> RandomSource.jax(7));
    }

    /** What is added is what normal(0, 0.1) draws: few elements, and so many that sources draw them in another way. */
    @ParameterizedTest
    @MethodSource("sources")
    void noiseIsDrawnAsANormalParameter(Supplier<RandomSource> source) throws IOException {
        double[] dense = random(3, 999);
        BaseWeights stored = Initializers.from(new BaseFile()
                .doubles("few", Arrays.copyOf(dense, 9), 9)
                .doubles("many", dense, 999)
                .write(folder.resolve("noise.safetensors")));
        for (DType dtype : new DType[] {DType.F32, DType.F64}) {
            for (String name : new String[] {"few", "many"}) {
                long size = name.equals("few") ? 9 : 999;
                Weights noisy = Weights.of(w -> w.tensor("w", dtype, stored.experts(name, 0.1), 2, size))
                        .initialize(source.get());
                Weights plain = Weights.of(w -> w.tensor("w", dtype, Initializers.normal(0, 0.1), 2, size))
                        .initialize(source.get());
                for (int i = 0; i < 2 * size; i++) {
                    assertThat(noisy.get("w").get(i) - dense[(int) (i % size)])
                            .isCloseTo(plain.get("w").get(i), offset(1e-6));
                }
            }
        }
    }

    /** New rows differ, whatever draws them, and are near the mean of the old ones. */
    @ParameterizedTest
    @MethodSource("sources")
    void newRowsAreDrawnFromEverySource(Supplier<RandomSource> source) {
        double[] resized = Weights.of(w -> w.tensor("w", DType.F64, base.resized("matrix"), 10, 5))
                .initialize(source.get())
                .doubles("w");
        double[] mean = mean(matrix, 0, 7);
        for (int i = 35; i < 50; i++) {
            assertThat(resized[i]).isCloseTo(mean[i % 5], offset(1e-3)).isNotEqualTo(mean[i % 5]);
        }
        assertThat(Arrays.copyOfRange(resized, 35, 40)).isNotEqualTo(Arrays.copyOfRange(resized, 40, 45));
    }

    @Test
    void noiseOfExpertsIsNormalAndDiffersBetweenThem() throws IOException {
        double[] dense = random(3, 40_000);
        BaseWeights large = Initializers.from(
                new BaseFile().doubles("mlp", dense, 200, 200).write(folder.resolve("large.safetensors")));
        double[] experts = made(large.experts("mlp", 0.1), 2, 200, 200);
        double[] plain = made(Initializers.normal(0, 0.1), 2, 200, 200);
        for (int i = 0; i < experts.length; i++) {
            assertThat(experts[i] - dense[i % dense.length]).isCloseTo(plain[i], offset(1e-14));
        }
        // The standard error of the variance of 80,000 normals is 0.5 %: seven of them.
        double square = 0;
        for (int i = 0; i < experts.length; i++) {
            square += Math.pow(experts[i] - dense[i % dense.length], 2);
        }
        assertThat(square / experts.length).isCloseTo(0.01, offset(0.00035));
    }

    @Test
    void rowsThatThereAreNoneOfAreLeftOut() {
        assertThat(made(base.resized("matrix"), 3, 5)).isEqualTo(Arrays.copyOf(matrix, 15));
        assertThat(made(base.resized("matrix"), 7, 5)).isEqualTo(matrix);
        assertThat(made(base.resized("matrix"), 0, 5)).isEmpty();
    }

    /** 7 rows of 8 elements vary in no more than 6 directions, so there is no distribution to draw from. */
    @Test
    void newRowsAreTheMeanIfTheCovarianceIsSingular() throws IOException {
        double[] wide = random(4, 7 * 8);
        BaseWeights few =
                Initializers.from(new BaseFile().doubles("e", wide, 7, 8).write(folder.resolve("few.safetensors")));
        double[] resized = made(few.resized("e"), 9, 8);
        assertThat(Arrays.copyOf(resized, 56)).isEqualTo(wide);
        for (int column = 0; column < 8; column++) {
            double sum = 0;
            for (int row = 0; row < 7; row++) {
                sum += wide[row * 8 + column];
            }
            assertThat(resized[56 + column]).isCloseTo(sum / 7, offset(1e-15));
            assertThat(resized[64 + column]).isEqualTo(resized[56 + column]);
        }
    }

    /** Also if there are more rows than columns: here two columns are equal. */
    @Test
    void newRowsAreTheMeanIfColumnsDependOnEachOther() throws IOException {
        double[] rows = random(4, 3 * 50);
        for (int row = 0; row < 50; row++) {
            rows[row * 3 + 2] = rows[row * 3];
        }
        BaseWeights equal =
                Initializers.from(new BaseFile().doubles("e", rows, 50, 3).write(folder.resolve("equal.safetensors")));
        double[] resized = made(equal.resized("e"), 52, 3);
        assertThat(Arrays.copyOfRange(resized, 150, 153)).isEqualTo(Arrays.copyOfRange(resized, 153, 156));
    }

    /** One element has no standard deviation, and equal ones have none but 0. */
    @Test
    void newElementsOfABiasAreTheMeanIfTheOldOnesDoNotVary() throws IOException {
        BaseWeights equal = Initializers.from(new BaseFile()
                .doubles("one", new double[] {3}, 1)
                .doubles("equal", new double[] {0.5, 0.5, 0.5}, 3)
                .write(folder.resolve("equal.safetensors")));
        assertThat(made(equal.resized("one"), 3)).containsExactly(3, 3, 3);
        assertThat(made(equal.resized("equal"), 5)).containsOnly(0.5).hasSize(5);
        assertThat(made(equal.resized("equal"), 2)).containsExactly(0.5, 0.5);
        assertThat(made(equal.resized("equal"), 0)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void newElementsOfABiasAreDrawnFromEverySource(Supplier<RandomSource> source) throws IOException {
        double[] old = random(12, 50);
        BaseWeights bias =
                Initializers.from(new BaseFile().doubles("bias", old, 50).write(folder.resolve("bias.safetensors")));
        double[] resized = Weights.of(w -> w.tensor("w", DType.F64, bias.resized("bias"), 80))
                .initialize(source.get())
                .doubles("w");
        double mean = Arrays.stream(old).average().orElseThrow();
        assertThat(Arrays.copyOf(resized, 50)).isEqualTo(old);
        assertThat(Arrays.stream(resized, 50, 80).distinct().count()).isEqualTo(30);
        for (int i = 50; i < 80; i++) {
            assertThat(resized[i]).isCloseTo(mean, offset(1e-8));
        }
    }

    @Test
    void newRowsHaveTheMeanAndTheScaledCovarianceOfTheOldOnes() {
        int rows = 100_000;
        double[] resized = made(base.resized("matrix"), 7 + rows, 5);
        double[] mean = mean(matrix, 0, 7);
        double[][] covariance = covariance(matrix, 0, 7);
        double[] newMean = mean(resized, 7, rows);
        double[][] newCovariance = covariance(resized, 7, rows);
        for (int i = 0; i < 5; i++) {
            double error = Math.sqrt(1e-9 * covariance[i][i] / rows);
            assertThat(newMean[i]).isCloseTo(mean[i], offset(6 * error));
            for (int j = 0; j < 5; j++) {
                // The variance of a product of two normals with variances a, b and covariance c is ab + c².
                double spread =
                        Math.sqrt((covariance[i][i] * covariance[j][j] + covariance[i][j] * covariance[i][j]) / rows);
                assertThat(newCovariance[i][j] / 1e-9).isCloseTo(covariance[i][j], offset(6 * spread));
            }
        }
    }

    private static double[] mean(double[] values, int from, int rows) {
        double[] mean = new double[5];
        for (int row = from; row < from + rows; row++) {
            for (int i = 0; i < 5; i++) {
                mean[i] += values[row * 5 + i] / rows;
            }
        }
        return mean;
    }

    private static double[][] covariance(double[] values, int from, int rows) {
        double[] mean = mean(values, from, rows);
        double[][] covariance = new double[5][5];
        for (int row = from; row < from + rows; row++) {
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    covariance[i][j] += (values[row * 5 + i] - mean[i]) * (values[row * 5 + j] - mean[j]) / rows;
                }
            }
        }
        return covariance;
    }

    /** Relu(W₂ relu(W₁x + b₁)) before and after. */
    @ParameterizedTest
    @ValueSource(ints = {7, 8, 20})
    void aWiderLayerComputesTheSame(int width) throws IOException {
        double[] bias = random(5, 7);
        double[] next = random(6, 3 * 7);
        BaseWeights net = Initializers.from(new BaseFile()
                .doubles("fc1.weight", matrix, 7, 5)
                .doubles("fc1.bias", bias, 7)
                .doubles("fc2.weight", next, 3, 7)
                .write(folder.resolve("net.safetensors")));
        WidenedLayer hidden = net.widened("hidden", 42);
        double[] wide1 = made(hidden.outChannels("fc1.weight"), width, 5);
        double[] wideBias = made(hidden.outChannels("fc1.bias"), width);
        double[] wide2 = made(hidden.inChannels("fc2.weight"), 3, width);
        double[] input = random(8, 5);

        assertThat(Arrays.copyOf(wide1, 35)).isEqualTo(matrix);
        assertThat(Arrays.copyOf(wideBias, 7)).isEqualTo(bias);
        assertThat(output(wide1, wideBias, wide2, input, width))
                .containsExactly(output(matrix, bias, next, input, 7), offset(1e-12));
        if (width == 20) {
            double[] other = made(net.widened("other", 42).outChannels("fc1.bias"), width);
            assertThat(other).isNotEqualTo(wideBias);
            assertThat(made(net.widened("hidden", 43).outChannels("fc1.bias"), width))
                    .isNotEqualTo(wideBias);
        }
    }

    private static double[] output(double[] first, double[] bias, double[] second, double[] input, int hidden) {
        double[] output = new double[3];
        for (int j = 0; j < hidden; j++) {
            double sum = bias[j];
            for (int i = 0; i < 5; i++) {
                sum += first[j * 5 + i] * input[i];
            }
            for (int o = 0; o < 3; o++) {
                output[o] += second[o * hidden + j] * Math.max(0, sum);
            }
        }
        return output;
    }

    /** Sums over the channels of a copy, at each place of the kernel, in both layouts. */
    @ParameterizedTest
    @EnumSource(
            value = Layout.class,
            names = {"OUT_IN_SPATIAL", "SPATIAL_IN_OUT"})
    void inChannelsOfAConvolutionShareTheWeightOfTheirOriginal(Layout layout) {
        // cube is [4, 3, 2]: out, in, kernel; or kernel, in, out.
        Weights wide = Weights.of(w -> w.tensor(
                        "w",
                        TensorShape.of(4, 9, 2).withLayout(layout),
                        DType.F64,
                        base.widened("h", 1).inChannels("cube")))
                .initialize(1);
        double[] values = wide.doubles("w");
        for (int outer = 0; outer < 4; outer++) {
            for (int inner = 0; inner < 2; inner++) {
                double before = 0;
                double after = 0;
                for (int channel = 0; channel < 3; channel++) {
                    before += (float) cube[(outer * 3 + channel) * 2 + inner];
                }
                for (int channel = 0; channel < 9; channel++) {
                    after += values[(outer * 9 + channel) * 2 + inner];
                }
                assertThat(after).isCloseTo(before, offset(1e-12));
            }
        }
    }

    @Test
    void outChannelsAreOnTheAxisOfTheLayout() {
        Weights wide = Weights.of(w -> w.tensor(
                        "w",
                        TensorShape.of(4, 3, 6).withLayout(Layout.SPATIAL_IN_OUT),
                        DType.F64,
                        base.widened("h", 1).outChannels("cube")))
                .initialize(1);
        for (int row = 0; row < 12; row++) {
            assertThat(wide.doubles("w")[row * 6]).isEqualTo((float) cube[row * 2]);
            assertThat(wide.doubles("w")[row * 6 + 1]).isEqualTo((float) cube[row * 2 + 1]);
            assertThat(wide.doubles("w")[row * 6 + 5])
                    .isIn((double) (float) cube[row * 2], (double) (float) cube[row * 2 + 1]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void piSsaIsTheTruncatedDecomposition(int rank) {
        AdapterWeights split = base.pissa("matrix", rank, 2.5);
        double[] a = made(split.a(), rank, 5);
        double[] b = made(split.b(), 7, rank);
        double[] residual = made(split.residual(), 7, 5);
        assertThat(sum(residual, a, b, rank, 2.5)).containsExactly(matrix, offset(1e-12));
        // Rows of A are orthogonal, columns of B too, and both have the length √(S / scaling), where S² are eigenvalues
        // of WᵀW.
        double[] squares = eigenvaluesOfGram();
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                double productA = 0;
                double productB = 0;
                for (int k = 0; k < 5; k++) {
                    productA += a[i * 5 + k] * a[j * 5 + k];
                }
                for (int k = 0; k < 7; k++) {
                    productB += b[k * rank + i] * b[k * rank + j];
                }
                double expected = i == j ? Math.sqrt(squares[i]) / 2.5 : 0;
                assertThat(productA).isCloseTo(expected, offset(1e-10));
                assertThat(productB).isCloseTo(expected, offset(1e-10));
            }
        }
        // What is left has the other singular values: the best that a product of this rank can leave.
        double left = Arrays.stream(residual).map(value -> value * value).sum();
        double least = Arrays.stream(squares, rank, 5).sum();
        assertThat(left).isCloseTo(least, offset(1e-10));
    }

    /** By the power method with deflation, from the largest on. */
    private double[] eigenvaluesOfGram() {
        double[][] gram = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                for (int row = 0; row < 7; row++) {
                    gram[i][j] += matrix[row * 5 + i] * matrix[row * 5 + j];
                }
            }
        }
        double[] values = new double[5];
        for (int k = 0; k < 5; k++) {
            double[] vector = random(k + 10, 5);
            for (int step = 0; step < 20_000; step++) {
                double[] next = new double[5];
                double norm = 0;
                for (int i = 0; i < 5; i++) {
                    for (int j = 0; j < 5; j++) {
                        next[i] += gram[i][j] * vector[j];
                    }
                    norm += next[i] * next[i];
                }
                values[k] = Math.sqrt(norm);
                for (int i = 0; i < 5; i++) {
                    vector[i] = next[i] / values[k];
                }
            }
            for (int i = 0; i < 5; i++) {
                for (int j = 0; j < 5; j++) {
                    gram[i][j] -= values[k] * vector[i] * vector[j];
                }
            }
        }
        return values;
    }

    private static double[] sum(double[] residual, double[] a, double[] b, int rank, double scaling) {
        double[] sum = residual.clone();
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 5; column++) {
                for (int i = 0; i < rank; i++) {
                    sum[row * 5 + column] += scaling * b[row * rank + i] * a[i * 5 + column];
                }
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void oLoraIsTheQrDecomposition(int rank) {
        AdapterWeights split = base.olora("matrix", rank, 0.5);
        double[] r = made(split.a(), rank, 5);
        double[] q = made(split.b(), 7, rank);
        assertThat(sum(made(split.residual(), 7, 5), r, q, rank, 0.5)).containsExactly(matrix, offset(1e-12));
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                double product = 0;
                for (int k = 0; k < 7; k++) {
                    product += q[k * rank + i] * q[k * rank + j];
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, offset(1e-12));
            }
            for (int column = 0; column < i; column++) {
                assertThat(r[i * 5 + column]).as("below the diagonal").isCloseTo(0, offset(1e-12));
            }
            assertThat(r[i * 5 + i]).isPositive();
        }
        // The first columns of QR are those of the matrix.
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < rank; column++) {
                double product = 0;
                for (int i = 0; i < rank; i++) {
                    product += q[row * rank + i] * r[i * 5 + column];
                }
                assertThat(product).isCloseTo(matrix[row * 5 + column], offset(1e-12));
            }
        }
    }

    @Test
    void pixelsAfterAnIcnrConvolutionAndAShuffleAreConstantOverEachBlock() {
        int scale = 3;
        double[] filters = Weights.of(w -> w.tensor("conv", DType.F64, Initializers.icnr(scale), 18, 2, 3, 3))
                .initialize(1)
                .doubles("conv");
        double[] picture = random(9, 2 * 6 * 5);
        double[] enlarged = new double[2 * 4 * scale * 3 * scale];
        for (int out = 0; out < 18; out++) {
            for (int y = 0; y < 4; y++) {
                for (int x = 0; x < 3; x++) {
                    double sum = 0;
                    for (int in = 0; in < 2; in++) {
                        for (int ky = 0; ky < 3; ky++) {
                            for (int kx = 0; kx < 3; kx++) {
                                sum += filters[((out * 2 + in) * 3 + ky) * 3 + kx]
                                        * picture[(in * 6 + y + ky) * 5 + x + kx];
                            }
                        }
                    }
                    // torch.nn.PixelShuffle: [C·r², H, W] to [C, H·r, W·r].
                    int channel = out / (scale * scale);
                    int dy = out / scale % scale;
                    int dx = out % scale;
                    enlarged[(channel * 4 * scale + y * scale + dy) * 3 * scale + x * scale + dx] = sum;
                }
            }
        }
        for (int row = 0; row < 2 * 4 * scale; row++) {
            for (int column = 0; column < 3 * scale; column++) {
                int corner = row / scale * scale * 3 * scale + column / scale * scale;
                assertThat(enlarged[row * 3 * scale + column]).isEqualTo(enlarged[corner]);
            }
        }
        assertThat(enlarged[0]).isNotEqualTo(enlarged[scale]);
    }

    @Test
    void layersOfADeepModelAreCopiesOfAShallowOnes() throws IOException {
        BaseFile shallow = new BaseFile().doubles("wte", random(20, 6), 3, 2);
        for (int layer = 0; layer < 3; layer++) {
            shallow.doubles("h." + layer + ".w", random(30 + layer, 4), 2, 2);
        }
        BaseWeights three = Initializers.from(shallow.write(folder.resolve("shallow.safetensors")));
        Weights deep = Weights.of(w -> {
            w.tensor("wte", DType.F64, Initializers.zeros(), 3, 2);
            for (int layer = 0; layer < 6; layer++) {
                w.tensor("h." + layer + ".w", DType.F64, Initializers.zeros(), 2, 2);
            }
        });
        three.copies(deep.parameters(), LayerStack.repeated("h", 3)).initialize(1);
        assertLayers(deep, 0, 1, 2, 0, 1, 2);
        assertThat(deep.doubles("wte")).isEqualTo(random(20, 6));
        three.copies(deep.parameters(), LayerStack.interleaved("h", 2)).initialize(1);
        assertLayers(deep, 0, 0, 1, 1, 2, 2);
        three.copies(deep.parameters(), LayerStack.ranges("h", 0, 3, 0, 3)).initialize(1);
        assertLayers(deep, 0, 1, 2, 0, 1, 2);
        three.copies(deep.parameters(), LayerStack.ranges("h", 0, 2, 1, 3, 1, 3))
                .initialize(1);
        assertLayers(deep, 0, 1, 1, 2, 1, 2);
    }

    private static void assertLayers(Weights deep, int... origins) {
        for (int layer = 0; layer < origins.length; layer++) {
            assertThat(deep.doubles("h." + layer + ".w"))
                    .as("layer %d", layer)
                    .isEqualTo(random(30 + origins[layer], 4));
        }
    }

    /** Everything at once, by one thread and by several, in memory and in a file by way of a plan's text. */
    @Test
    void theSameSeedGivesTheSameBytesOnAnyThreadsAndFromAPlan() throws IOException {
        double[] large = random(11, 600 * 130);
        BaseWeights stored = Initializers.from(new BaseFile()
                .doubles("large", large, 600, 130)
                .floats("cube", cube, 4, 3, 2)
                .write(folder.resolve("l.safetensors")));
        Weights one = everything(stored);
        one.parameters().initialize(RandomSource.seeded(9), Execution.serial());
        Weights many = everything(stored);
        many.parameters().initialize(RandomSource.seeded(9), Execution.on(new ForkJoinPool(4), 4));
        Path saved = folder.resolve("saved.safetensors");
        one.parameters().save(saved);
        Path plan = folder.resolve("plan.json");
        Plan.of(everything(stored).parameters()).write(plan);
        Path planned = folder.resolve("planned.safetensors");
        Plan.read(plan).initialize(planned, RandomSource.seeded(9));
        for (Parameter parameter : one.parameters()) {
            Parameter other = many.get(parameter.name());
            for (long i = 0; i < parameter.elements(); i++) {
                assertThat(other.get(i)).as(parameter.name()).isEqualTo(parameter.get(i));
            }
        }
        assertThat(planned).hasSameBinaryContentAs(saved);
    }

    private static Weights everything(BaseWeights stored) {
        return Weights.of(w -> w.tensor("copy", stored.copy("large"), 600, 130)
                .tensor("half", DType.BF16, stored.copy("large"), 600, 130)
                .tensor("experts", stored.experts("large", 0.01), 2, 600, 130)
                .tensor("resized", stored.resized("large"), 700, 130)
                .tensor("wide.out", stored.widened("x", 3).outChannels("large"), 999, 130)
                .tensor("wide.in", stored.widened("x", 3).inChannels("large"), 600, 150)
                .tensor("pissa.a", stored.pissa("large", 8, 2).a(), 8, 130)
                .tensor("pissa.b", stored.pissa("large", 8, 2).b(), 600, 8)
                .tensor("pissa.rest", stored.pissa("large", 8, 2).residual(), 600, 130)
                .tensor("olora.a", stored.olora("large", 8, 2).a(), 8, 130)
                .tensor("sliced", stored.copy("cube").withRows(1, 2, Initializers.zeros()), 4, 3, 2));
    }
}
