package org.initweights.internal.draw.jax;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.initweights.DType;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.JaxKey;
import org.initweights.Layout;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.testing.ElementBits;
import org.junit.jupiter.api.Test;

/** Every array of the goldens, which {@code jax_golden.py} beside them wrote, comes out as JAX drew it. */
class JaxParityTest {

    private static final double LAPACK_TOLERANCE = 1e-6;
    private static final int LIBM_ULPS = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void drawsJaxsNumbers() {
        Map<String, Integer> matched = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        int identical = 0;
        List<JsonNode> cases = cases();
        for (JsonNode test : cases) {
            try {
                check(test);
                matched.merge(test.get("exact").asText(), 1, Integer::sum);
                identical += isIdentical(test) ? 1 : 0;
            } catch (AssertionError e) {
                failures.add(e.getMessage());
            }
        }
        System.out.println("JAX 0.10: " + (cases.size() - failures.size()) + " of " + cases.size()
                + " arrays match, by how exactly they must: " + matched + "; " + identical
                + " are the same to the last bit");
        assertThat(failures).isEmpty();
    }

    private static void check(JsonNode test) {
        if (test.get("op").asText().equals("permutation")) {
            checkPermutation(test);
            return;
        }
        Parameter drawn = draw(test);
        switch (test.get("exact").asText()) {
            case "bit" ->
                assertThat(ElementBits.crc32(ElementBits.of(drawn)))
                        .as("%s", test)
                        .isEqualTo(Long.parseLong(test.get("crc32").asText(), 16));
            case "libm" ->
                compareHead(
                        test,
                        drawn,
                        (actual, expected) -> Math.abs(actual - expected)
                                <= LIBM_ULPS * Math.ulp(Math.max(Math.abs(expected), 0x1p-3)));
            case "lapack" ->
                compareHead(test, drawn, (actual, expected) -> Math.abs(actual - expected) <= LAPACK_TOLERANCE);
            default -> throw new IllegalArgumentException(test.toString());
        }
    }

    private static boolean isIdentical(JsonNode test) {
        return test.get("op").asText().equals("permutation")
                || ElementBits.crc32(ElementBits.of(draw(test)))
                        == Long.parseLong(test.get("crc32").asText(), 16);
    }

    private static void checkPermutation(JsonNode test) {
        int[] items = IntStream.range(0, test.get("shape").get(0).asInt()).toArray();
        JaxSampler.permute(items, key(test));
        ByteBuffer bytes = ByteBuffer.allocate(items.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int item : items) {
            bytes.putLong(item);
        }
        assertThat(ElementBits.crc32(bytes.flip()))
                .as("%s", test)
                .isEqualTo(Long.parseLong(test.get("crc32").asText(), 16));
    }

    private static Parameter draw(JsonNode test) {
        TensorShape shape =
                TensorShape.of(StreamSupport.stream(test.get("shape").spliterator(), false)
                        .mapToLong(JsonNode::asLong)
                        .toArray());
        TensorShape laidOut = shape.rank() < 2 ? shape : shape.withLayout(Layout.SPATIAL_IN_OUT);
        Weights weights = Weights.of(builder -> builder.tensor("tensor", laidOut, dtype(test), initializer(test)));
        weights.initialize(RandomSource.jax(name -> key(test)));
        return weights.get("tensor");
    }

    private static Initializer initializer(JsonNode test) {
        JsonNode args = test.get("args");
        return switch (test.get("op").asText()) {
            case "uniform", "initializers.uniform" ->
                Initializers.uniform(args.get("a").asDouble(), args.get("b").asDouble());
            case "normal" ->
                Initializers.normal(args.get("mean").asDouble(), args.get("std").asDouble());
            case "truncated_normal" ->
                Initializers.truncNormal(
                        0, 1, args.get("lower").asDouble(), args.get("upper").asDouble());
            case "truncated_normal_std" -> {
                double std = args.get("std").asDouble();
                yield Initializers.truncNormal(0, std, -2 * std, 2 * std);
            }
            case "variance_scaling" ->
                Initializers.varianceScaling(
                        args.get("scale").asDouble(),
                        FanMode.valueOf(args.get("mode").asText().toUpperCase(Locale.ROOT)),
                        Distribution.valueOf(args.get("distribution").asText().toUpperCase(Locale.ROOT)));
            case "glorot_uniform" -> Initializers.glorotUniform();
            case "glorot_normal" -> Initializers.glorotNormal();
            case "he_uniform" -> Initializers.heUniform();
            case "he_normal" -> Initializers.heNormal();
            case "lecun_uniform" -> Initializers.lecunUniform();
            case "lecun_normal" -> Initializers.lecunNormal();
            case "orthogonal" -> Initializers.orthogonal(args.get("scale").asDouble());
            case "delta_orthogonal" ->
                Initializers.deltaOrthogonal(args.get("scale").asDouble());
            default -> throw new IllegalArgumentException("an unknown function: " + test);
        };
    }

    private static JaxKey key(JsonNode test) {
        JsonNode words = test.get("key");
        return new JaxKey((int) words.get(0).asLong(), (int) words.get(1).asLong());
    }

    private static DType dtype(JsonNode test) {
        return DType.valueOf(test.get("dtype").asText().toUpperCase(Locale.ROOT));
    }

    @FunctionalInterface
    private interface Closeness {
        boolean holds(double actual, double expected);
    }

    private static void compareHead(JsonNode test, Parameter drawn, Closeness closeness) {
        String head = test.get("head").asText();
        List<Long> bits = ElementBits.ofHex(head, 2 * drawn.dtype().bytes());
        for (int i = 0; i < bits.size(); i++) {
            double expected = ElementBits.decode(drawn.dtype(), bits.get(i));
            assertThat(closeness.holds(drawn.get(i), expected))
                    .as("element %s is %s, not %s: %s", i, drawn.get(i), expected, test)
                    .isTrue();
        }
    }

    private static List<JsonNode> cases() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(JaxParityTest.class.getResourceAsStream("/golden/jax-0.10-cpu.jsonl.gz")),
                StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(JaxParityTest::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
