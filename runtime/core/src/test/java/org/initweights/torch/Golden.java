package org.initweights.torch;

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
import org.initweights.TensorShape;

/** Numbers that PyTorch 2.13 drew on a CPU; the first line of the files explains their format. */
final class Golden {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Golden() {}

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

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TensorShape shape(JsonNode node) {
        return TensorShape.of(StreamSupport.stream(node.get("shape").spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray());
    }

    /** The bits of the i-th value of an output. */
    static long bits(JsonNode output, int i) {
        int digits = digits(output);
        return Long.parseUnsignedLong(output.get("head").asText(), i * digits, (i + 1) * digits, 16);
    }

    /** How many of the first values of an output are known. */
    static int known(JsonNode output) {
        return output.get("head").asText().length() / digits(output);
    }

    private static int digits(JsonNode output) {
        return switch (output.get("dtype").asText()) {
            case "f64", "i64" -> 16;
            case "f32" -> 8;
            default -> 4;
        };
    }
}
