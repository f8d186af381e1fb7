package org.initweights.internal.draw.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.initweights.DType;
import org.initweights.TensorShape;
import org.initweights.testing.ElementBits;

/**
 * A tensor that PyTorch 2.13 drew on a CPU; the first line of the files explains their format.
 *
 * @param dtype the type of its elements, {@code i64} for permutations
 * @param exact how it can be reproduced: to the {@code bit}, or in another way that the first line of the files explains
 * @param first the bits of its first values, at most 64
 * @param last the bits of its last 64 values, if it has more
 * @param crc32 of all its bytes, little-endian
 */
record Golden(
        int call,
        String name,
        String dtype,
        String exact,
        TensorShape shape,
        List<Long> first,
        List<Long> last,
        long crc32) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The cases of one build of PyTorch, {@code avx2} or {@code default}. */
    static List<JsonNode> cases(String build) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Golden.class.getResourceAsStream("/golden/torch-2.13-cpu-" + build + ".jsonl.gz")),
                StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Golden::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tensors of a case. */
    static List<Golden> tensors(JsonNode test) {
        return StreamSupport.stream(test.get("outs").spliterator(), false)
                .map(Golden::of)
                .toList();
    }

    private static Golden of(JsonNode node) {
        String dtype = node.get("dtype").asText();
        int digits = switch (dtype) {
            case "f64", "i64" -> 16;
            case "f32" -> 8;
            default -> 4;
        };
        long[] dims = StreamSupport.stream(node.get("shape").spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
        return new Golden(
                node.get("op").asInt(),
                node.get("name").asText(),
                dtype,
                node.get("exact").asText(),
                TensorShape.of(dims),
                ElementBits.ofHex(node.get("head").asText(), digits),
                ElementBits.ofHex(node.get("tail").asText(), digits),
                Long.parseLong(node.get("crc32").asText(), 16));
    }

    DType type() {
        return switch (dtype) {
            case "f64" -> DType.F64;
            case "f32" -> DType.F32;
            case "f16" -> DType.F16;
            case "bf16" -> DType.BF16;
            default -> throw new IllegalArgumentException(dtype + " is no type of parameters");
        };
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
