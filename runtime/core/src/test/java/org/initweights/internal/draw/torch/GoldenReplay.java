package org.initweights.internal.draw.torch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.TorchBuild;
import org.initweights.TorchVersion;
import org.initweights.Weights;
import org.initweights.testing.ElementBits;

/** One case of the goldens, drawn by {@link TorchSource}. */
final class GoldenReplay {

    private final JsonNode test;
    private final TorchSource source;

    GoldenReplay(JsonNode test, TorchBuild build) {
        this.test = test;
        this.source = new TorchSource(test.get("seed").asLong(), build, TorchVersion.CURRENT);
    }

    /** Makes all calls of the case, compares the tensors that they fill, and then where the generator stands. */
    void check(Map<String, Integer> matched) {
        Map<Integer, List<Golden>> byCall = new LinkedHashMap<>();
        Golden.tensors(test)
                .forEach(golden -> byCall.computeIfAbsent(golden.call(), call -> new ArrayList<>())
                        .add(golden));
        byCall.forEach((call, goldens) -> {
            JsonNode op = test.get("ops").get(call);
            if (op.get("op").asText().equals("randperm")) {
                checkPermutation(op.get("n").asInt(), goldens.get(0));
            } else {
                Parameters drawn = draw(op, goldens);
                goldens.forEach(
                        golden -> checkTensor(golden, drawn.get(golden.name().isEmpty() ? "tensor" : golden.name())));
            }
            goldens.forEach(golden -> matched.merge(golden.exact(), 1, Integer::sum));
        });
        checkGenerator();
    }

    private Parameters draw(JsonNode op, List<Golden> goldens) {
        if (op.has("layout")) {
            Golden golden = goldens.get(0);
            Parameters strided = StridedTensor.parameter(
                    golden.shape(),
                    StridedTensor.strides(op.get("layout").asText(), golden.shape()),
                    TorchInitializers.ofFunction(op));
            strided.initialize(source);
            return strided;
        }
        Map<String, TensorShape> shapes = new HashMap<>();
        goldens.forEach(golden -> shapes.put(golden.name(), golden.shape()));
        Parameters parameters = Weights.of(builder -> goldens.forEach(golden -> {
                    String weightName = golden.name().replaceFirst("bias$", "weight");
                    TensorShape weight = weightName.equals(golden.name())
                            ? goldens.get(0).shape()
                            : shapes.getOrDefault(weightName, goldens.get(0).shape());
                    if (golden.name().isEmpty()) {
                        builder.tensor("tensor", golden.shape(), golden.type(), TorchInitializers.ofFunction(op));
                    } else {
                        builder.tensor(
                                golden.name(),
                                golden.shape(),
                                golden.type(),
                                TorchInitializers.ofModule(op, golden.name(), golden.shape(), weight));
                    }
                }))
                .parameters();
        parameters.initialize(source);
        if (op.get("op").asText().equals("nn.Transformer")) {
            parameters
                    .where(parameter -> parameter.shape().rank() > 1)
                    .with(Initializers.xavierUniform())
                    .initialize(source);
        }
        return parameters;
    }

    private void checkPermutation(int n, Golden golden) {
        int[] items = IntStream.range(0, n).toArray();
        source.sampler("").shuffle(items, 0);
        ByteBuffer bytes = ByteBuffer.allocate(n * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int item : items) {
            bytes.putLong(item);
        }
        assertThat(ElementBits.crc32(bytes.flip())).as("%s", test).isEqualTo(golden.crc32());
    }

    private void checkTensor(Golden golden, Parameter parameter) {
        switch (golden.exact()) {
            case "bit", "rare" ->
                assertThat(ElementBits.crc32(ElementBits.of(parameter)))
                        .as("%s of %s: %s", golden.name(), test.get("ops"), firstDifference(golden, parameter))
                        .isEqualTo(golden.crc32());
            case "libm" -> compareKnown(golden, parameter, 2 * Math.ulp(1.0));
            case "lapack" -> compareKnown(golden, parameter, 1e-6);
            default -> throw new IllegalArgumentException(golden.exact());
        }
    }

    private void compareKnown(Golden golden, Parameter parameter, double tolerance) {
        long n = parameter.elements();
        for (int i = 0; i < golden.first().size(); i++) {
            compare(
                    golden,
                    parameter.get(i),
                    ElementBits.decode(golden.type(), golden.first().get(i)),
                    tolerance);
        }
        for (int i = 0; i < golden.last().size(); i++) {
            double expected = ElementBits.decode(golden.type(), golden.last().get(i));
            compare(golden, parameter.get(n - golden.last().size() + i), expected, tolerance);
        }
    }

    private void compare(Golden golden, double actual, double expected, double tolerance) {
        double scale = Math.max(Math.abs(expected), golden.exact().equals("lapack") ? 1 : 0);
        assertThat(Math.abs(actual - expected))
                .as("%s for %s in %s", actual, expected, test.get("ops"))
                .isLessThanOrEqualTo(tolerance * scale);
    }

    private static String firstDifference(Golden golden, Parameter parameter) {
        for (int i = 0; i < golden.first().size(); i++) {
            double expected = ElementBits.decode(golden.type(), golden.first().get(i));
            if (parameter.get(i) != expected) {
                return "element " + i + " is " + parameter.get(i) + ", not " + expected;
            }
        }
        return "the first 64 are right";
    }

    /** The next double, and whether the second of a pair is waiting, say that nothing was drawn too much or too little. */
    private void checkGenerator() {
        double cached = source.generator().cached();
        assertThat(Double.isNaN(cached))
                .as("%s", test.get("ops"))
                .isEqualTo(test.get("cached").isNull());
        if (!Double.isNaN(cached)) {
            double expected = Double.longBitsToDouble(
                    Long.parseUnsignedLong(test.get("cached").asText(), 16));
            assertThat(Math.abs(cached - expected)).isLessThanOrEqualTo(4 * Math.ulp(expected));
        }
        assertThat(Long.toHexString(
                        Double.doubleToRawLongBits(source.generator().uniform())))
                .as("%s", test.get("ops"))
                .isEqualTo(test.get("next").asText());
    }
}
