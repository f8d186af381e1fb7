package org.initweights.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.initweights.Fill;
import org.initweights.HalfFormat;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.TensorShape;
import org.initweights.fill.ConstantFill;
import org.initweights.fill.DiracFill;
import org.initweights.fill.EyeFill;
import org.initweights.fill.NormalFill;
import org.initweights.fill.OrthogonalFill;
import org.initweights.fill.SparseFill;
import org.initweights.fill.TruncatedNormalFill;
import org.initweights.fill.UniformFill;
import org.initweights.kernel.FillKernel;
import org.initweights.kernel.SeededSource;
import org.initweights.tensor.DoubleArrayStorage;
import org.initweights.tensor.FloatArrayStorage;
import org.initweights.tensor.HalfArrayStorage;
import org.initweights.tensor.Storage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fans, gains, bounds and standard deviations are PyTorch's, for every shape of the goldens. PyTorch's generator is replayed: with
 * a bound that were one ulp off, its uniform numbers would not come out to the bit; its normal numbers give the standard
 * deviation to six digits; constants, identities and Dirac kernels match as whole tensors.
 */
class TorchParityTest {

    private final Map<String, Integer> checked = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"avx2", "default"})
    void resolvesToPyTorchsNumbers(String build) {
        for (JsonNode test : Golden.cases(build)) {
            Replay replay = new Replay(test, build.equals("avx2"));
            for (int op = 0; op < test.get("ops").size() && replay.inStep; op++) {
                replay.check(op);
            }
        }
        System.out.println("PyTorch 2.13, " + build + " build: tensors that match: " + checked);
        assertThat(checked.get("uniform")).isGreaterThanOrEqualTo(198);
        assertThat(checked.get("normal")).isGreaterThanOrEqualTo(136);
        assertThat(checked.get("constant")).isGreaterThanOrEqualTo(13);
        assertThat(checked).containsKeys("attention", "eye", "dirac", "sparse", "orthogonal", "truncated");
    }

    /** One case, as long as it is known where PyTorch's generator stands. */
    private final class Replay {

        private final JsonNode test;
        private final boolean fused;
        private final Mt19937 generator;
        private boolean inStep = true;
        private double kept = Double.NaN;

        Replay(JsonNode test, boolean fused) {
            this.test = test;
            this.fused = fused;
            this.generator = new Mt19937(test.get("seed").asLong());
        }

        void check(int number) {
            JsonNode op = test.get("ops").get(number);
            if (op.get("op").asText().equals("nn.MultiheadAttention")) {
                checkAttention();
                return;
            }
            TensorShape weight = null;
            for (JsonNode output : test.get("outs")) {
                if (output.get("op").asInt() != number || !inStep) {
                    continue;
                }
                TensorShape shape = Golden.shape(output);
                weight = weight == null ? shape : weight;
                String name = output.get("name").asText();
                Initializer initializer = name.isEmpty()
                        ? TorchInitializers.ofFunction(op).orElse(null)
                        : TorchInitializers.ofModule(op.get("op").asText(), name, weight)
                                .orElse(null);
                if (initializer == null
                        || op.has("layout")
                        || op.path("kw").has("padding_idx")
                        || name.startsWith("running")) {
                    inStep = name.startsWith("running") && inStep;
                } else {
                    compare(initializer.resolve(shape), output);
                }
            }
        }

        /** The out-projection is constructed first, as a linear layer; its bias is drawn and then overwritten. */
        private void checkAttention() {
            Map<String, JsonNode> outputs = new LinkedHashMap<>();
            test.get("outs").forEach(output -> outputs.put(output.get("name").asText(), output));
            JsonNode projection = outputs.remove("out_proj.weight");
            compare(Initializers.torchDefault(Layer.LINEAR).resolve(Golden.shape(projection)), projection);
            if (outputs.containsKey("out_proj.bias")) {
                for (int i = 0; i < outputs.get("out_proj.bias").get("n").asInt(); i++) {
                    generator.nextFloat();
                }
            }
            outputs.values()
                    .forEach(output -> compare(
                            Initializers.torchDefault(Layer.MULTIHEAD_ATTENTION).resolve(Golden.shape(output)),
                            output));
            count("attention");
        }

        private void compare(Fill fill, JsonNode output) {
            if (fill instanceof UniformFill uniform) {
                compareUniform(uniform, output);
            } else if (fill instanceof NormalFill normal) {
                compareNormal(normal, output);
            } else if (fill instanceof ConstantFill || fill instanceof EyeFill || fill instanceof DiracFill) {
                compareWhole(fill, output);
            } else {
                compareStructure(fill, output);
                inStep = false;
            }
        }

        private void compareUniform(UniformFill fill, JsonNode output) {
            String type = output.get("dtype").asText();
            for (long i = 0; i < output.get("n").asLong(); i++) {
                long bits = type.equals("f64") ? nextDouble(fill) : nextSingle(fill, type);
                if (i < Golden.known(output)) {
                    assertThat(bits).as("%s of %s", i, test).isEqualTo(Golden.bits(output, (int) i));
                }
            }
            count("uniform");
        }

        private long nextDouble(UniformFill fill) {
            double u = generator.nextDouble();
            double width = fill.upper() - fill.lower();
            double value = fused ? Math.fma(u, width, fill.lower()) : u * width + fill.lower();
            return Double.doubleToRawLongBits(value == fill.upper() ? fill.lower() : value);
        }

        private long nextSingle(UniformFill fill, String type) {
            float lower = (float) fill.lower();
            float width = (float) fill.upper() - lower;
            float u = generator.nextFloat();
            float value = fused ? Math.fma(u, width, lower) : u * width + lower;
            long bits = encode(value, type);
            return bits == encode((float) fill.upper(), type) ? encode(lower, type) : bits;
        }

        /**
         * Box-Muller over the first block of sixteen, or over the first pair of a tensor that is shorter than a block; the rest is
         * drawn, so that the generator stands where PyTorch's stands, and not compared.
         */
        private void compareNormal(NormalFill fill, JsonNode output) {
            int n = output.get("n").asInt();
            String type = output.get("dtype").asText();
            double[] units = n < 16 ? pairs(n) : firstOfBlock(type);
            // A last block that is not full overwrites the sixteen values before the end.
            int comparable = n < 16 ? units.length : Math.min(8, n % 16 == 0 ? n : n - 16);
            for (int j = 0; j < comparable; j++) {
                double expected = units[j] * fill.std() + fill.mean();
                assertThat(decode(Golden.bits(output, j), type))
                        .as("%s of %s", j, test)
                        .isCloseTo(expected, offset(tolerance(type) * (fill.std() + Math.abs(expected))));
            }
            int rest = n < 16 ? 0 : n - 16 + (n % 16 == 0 ? 0 : 16);
            for (int i = 0; i < rest; i++) {
                nextUnit(type);
            }
            count("normal");
        }

        /** Short tensors draw pairs, and keep the second of the last pair for the next short tensor. */
        private double[] pairs(int n) {
            double[] units = new double[n];
            for (int i = 0; i < n; i++) {
                if (Double.isNaN(kept)) {
                    double angle = 2 * Math.PI * generator.nextDouble();
                    double radius = Math.sqrt(-2 * Math.log1p(-generator.nextDouble()));
                    units[i] = radius * Math.cos(angle);
                    kept = radius * Math.sin(angle);
                } else {
                    units[i] = kept;
                    kept = Double.NaN;
                }
            }
            return units;
        }

        private double nextUnit(String type) {
            return type.equals("f64") ? generator.nextDouble() : generator.nextFloat();
        }

        private double[] firstOfBlock(String type) {
            double[] u = new double[16];
            for (int i = 0; i < u.length; i++) {
                u[i] = nextUnit(type);
            }
            double[] units = new double[8];
            for (int j = 0; j < units.length; j++) {
                units[j] = Math.sqrt(-2 * Math.log1p(-u[j])) * Math.cos(2 * Math.PI * u[j + 8]);
            }
            return units;
        }

        private void compareWhole(Fill fill, JsonNode output) {
            int n = output.get("n").asInt();
            Storage storage = switch (output.get("dtype").asText()) {
                case "f64" -> new DoubleArrayStorage(new double[n]);
                case "f32" -> new FloatArrayStorage(new float[n]);
                case "f16" -> new HalfArrayStorage(new short[n], HalfFormat.FP16);
                default -> new HalfArrayStorage(new short[n], HalfFormat.BF16);
            };
            FillKernel.write(fill, storage, new SeededSource(0).sampler(""));
            ByteBuffer bytes = ByteBuffer.allocate(n * storage.dtype().bytes()).order(ByteOrder.LITTLE_ENDIAN);
            storage.encode(0, n, bytes);
            CRC32 crc = new CRC32();
            crc.update(bytes.array());
            assertThat(Long.toHexString(crc.getValue()))
                    .as("%s", test)
                    .isEqualTo(
                            Long.toHexString(Long.parseLong(output.get("crc32").asText(), 16)));
            count(fill instanceof ConstantFill ? "constant" : fill instanceof EyeFill ? "eye" : "dirac");
        }

        private void compareStructure(Fill fill, JsonNode output) {
            if (!output.get("dtype").asText().equals("f32")
                    || Golden.known(output) < output.get("n").asInt()) {
                return;
            }
            int zeros = 0;
            double squares = 0;
            for (int i = 0; i < Golden.known(output); i++) {
                float value = Float.intBitsToFloat((int) Golden.bits(output, i));
                zeros += value == 0 ? 1 : 0;
                squares += (double) value * value;
                assertThat((double) value).isBetween((double) (float) fill.lower(), (double) (float) fill.upper());
            }
            if (fill instanceof SparseFill sparse) {
                assertThat((long) zeros).as("%s", test).isEqualTo(sparse.zerosPerColumn() * sparse.columns());
                count("sparse");
            } else if (fill instanceof OrthogonalFill orthogonal) {
                double expected =
                        orthogonal.gain() * orthogonal.gain() * Math.min(orthogonal.rows(), orthogonal.columns());
                assertThat(squares).as("%s", test).isCloseTo(expected, offset(1e-5 * expected));
                count("orthogonal");
            } else if (fill instanceof TruncatedNormalFill) {
                count("truncated");
            }
        }

        private void count(String kind) {
            checked.merge(kind, 1, Integer::sum);
        }
    }

    private static double tolerance(String type) {
        return switch (type) {
            case "f64" -> 1e-13;
            case "f32" -> 2e-6;
            case "f16" -> 1e-3;
            default -> 8e-3;
        };
    }

    private static double decode(long bits, String type) {
        return switch (type) {
            case "f64" -> Double.longBitsToDouble(bits);
            case "f32" -> Float.intBitsToFloat((int) bits);
            default ->
                new HalfArrayStorage(new short[] {(short) bits}, type.equals("f16") ? HalfFormat.FP16 : HalfFormat.BF16)
                        .get(0);
        };
    }

    private static long encode(float value, String type) {
        if (type.equals("f32")) {
            return Integer.toUnsignedLong(Float.floatToRawIntBits(value));
        }
        short[] half = new short[1];
        HalfFormat format = type.equals("f16") ? HalfFormat.FP16 : HalfFormat.BF16;
        new HalfArrayStorage(half, format).put(0, new float[] {value}, 1);
        return Short.toUnsignedLong(half[0]);
    }
}
