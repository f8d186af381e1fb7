package org.initweights.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.initweights.Fill;
import org.initweights.HalfFormat;
import org.initweights.Initializer;
import org.initweights.Initializers;
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

/** One case, as long as it is known where PyTorch's generator stands. */
final class Replay {

    private final JsonNode test;
    private final boolean fused;
    private final Map<String, Integer> checked;
    private final Mt19937 generator;
    private boolean inStep = true;
    private double kept = Double.NaN;

    /**
     * @param fused whether this build of PyTorch fuses multiplication and addition
     * @param checked counts the tensors that matched, by kind
     */
    Replay(JsonNode test, boolean fused, Map<String, Integer> checked) {
        this.checked = checked;
        this.test = test;
        this.fused = fused;
        this.generator = new Mt19937(test.get("seed").asLong());
    }

    /** Compares the tensors of this case, as long as it is known where the generator stands. */
    void checkAll() {
        for (int op = 0; op < test.get("ops").size() && inStep; op++) {
            String name = test.get("ops").get(op).get("op").asText();
            if (name.equals("nn.MultiheadAttention") || name.startsWith("nn.Transformer")) {
                checkConstruction(name);
            } else {
                check(op);
            }
        }
    }

    private void check(int number) {
        JsonNode op = test.get("ops").get(number);
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
            if (initializer == null || op.has("layout") || name.startsWith("running")) {
                inStep = name.startsWith("running") && inStep;
            } else if (op.path("kw").has("padding_idx")) {
                comparePadded(output, op.get("kw").get("padding_idx").asInt());
            } else {
                compare(initializer.resolve(shape), output);
            }
        }
    }

    /**
     * Attention and transformers draw in the order in which they are constructed: an attention's out-projection comes first.
     * {@code nn.Transformer} then draws all its matrices anew.
     */
    private void checkConstruction(String module) {
        boolean redrawn = module.equals("nn.Transformer");
        Map<String, JsonNode> outputs = new LinkedHashMap<>();
        test.get("outs").forEach(output -> outputs.put(output.get("name").asText(), output));
        for (String name : ConstructionOrder.of(outputs.keySet())) {
            JsonNode output = outputs.get(name);
            TensorShape shape = Golden.shape(output);
            if (name.endsWith("out_proj.bias")) {
                skip(shape.elements());
            }
            Fill fill = TorchInitializers.ofPart(name, shape, weightOf(name, outputs))
                    .resolve(shape);
            if (redrawn && shape.rank() > 1) {
                skip(shape.elements());
            } else {
                compare(fill, output);
            }
        }
        if (redrawn) {
            outputs.values().stream()
                    .filter(output -> Golden.shape(output).rank() > 1)
                    .forEach(output -> compare(Initializers.xavierUniform().resolve(Golden.shape(output)), output));
        }
        count(module.equals("nn.MultiheadAttention") ? "attention" : "transformer");
    }

    private static TensorShape weightOf(String bias, Map<String, JsonNode> outputs) {
        JsonNode weight = outputs.get(bias.replaceFirst("bias$", "weight"));
        return Golden.shape(weight == null ? outputs.get(bias) : weight);
    }

    private void skip(long draws) {
        for (long i = 0; i < draws; i++) {
            generator.nextFloat();
        }
    }

    /** An embedding draws every row, and then sets the padding's to zero. */
    private void comparePadded(JsonNode output, int padding) {
        TensorShape shape = Golden.shape(output);
        double[] units = pairs((int) shape.elements());
        for (int i = 0; i < units.length; i++) {
            double expected = i / shape.size(1) == padding ? 0 : units[i];
            assertThat(decode(Golden.bits(output, i), "f32")).isCloseTo(expected, offset(1e-6));
        }
        count("padded");
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
                .isEqualTo(Long.toHexString(Long.parseLong(output.get("crc32").asText(), 16)));
        count(fill instanceof ConstantFill ? "constant" : fill instanceof EyeFill ? "eye" : "dirac");
    }

    /** What every known value of a truncated normal, and every whole matrix, must hold. */
    private void compareStructure(Fill fill, JsonNode output) {
        int n = output.get("n").asInt();
        String type = output.get("dtype").asText();
        int known = Golden.known(output);
        int zeros = 0;
        double squares = 0;
        for (int i = 0; i < known; i++) {
            double value = decode(Golden.bits(output, i), type);
            zeros += value == 0 ? 1 : 0;
            squares += value * value;
            assertThat(value).as("%s", test).isBetween(rounded(fill.lower(), type), rounded(fill.upper(), type));
        }
        if (fill instanceof TruncatedNormalFill) {
            count("truncated");
        } else if (fill instanceof SparseFill sparse && known == n) {
            assertThat((long) zeros).as("%s", test).isEqualTo(sparse.zerosPerColumn() * sparse.columns());
            count("sparse");
        } else if (fill instanceof OrthogonalFill orthogonal && known == n) {
            double expected = orthogonal.gain() * orthogonal.gain() * Math.min(orthogonal.rows(), orthogonal.columns());
            assertThat(squares).as("%s", test).isCloseTo(expected, offset(1e-5 * expected));
            count("orthogonal");
        }
    }

    /** A bound as PyTorch compares with it: in the tensor's own type. */
    private static double rounded(double bound, String type) {
        return type.equals("f64") || Double.isInfinite(bound) ? bound : decode(encode((float) bound, type), type);
    }

    private void count(String kind) {
        checked.merge(kind, 1, Integer::sum);
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
