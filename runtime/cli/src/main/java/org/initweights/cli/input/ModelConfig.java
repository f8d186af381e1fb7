package org.initweights.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Plan;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonReader;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.files.json.JsonValue.JsonNull;

/**
 * The configuration of a model of PyTorch's world, which says all of its parameters: {@code config.json} of Hugging Face, or the arguments of
 * torchtitan's Llama, as Meta's {@code params.json} has them.
 *
 * @param file where it is, for messages
 */
record ModelConfig(Path file, JsonObject members) {

    /** A configuration is small, and large plans are not read twice. */
    private static final long MOST_BYTES = 1 << 20;

    private static final String HUGGING_FACE = "model_type";
    private static final List<String> TORCHTITAN = List.of("dim", "n_layers", "n_heads");

    /** The configuration in a file, if it is one. */
    static Optional<ModelConfig> find(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !file.toString().endsWith(".json") || Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            JsonObject members = JsonReader.read(file).asObject();
            boolean isOne = members.find(HUGGING_FACE).isPresent()
                    || TORCHTITAN.stream().allMatch(key -> members.find(key).isPresent());
            return isOne ? Optional.of(new ModelConfig(file, members)) : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty(); // Who reads it as a plan says what is wrong.
        }
    }

    /**
     * The plan of the model's parameters, under the names of its {@code state_dict}, each with what its library initialises it by.
     *
     * @throws IllegalArgumentException if the model is not known, or the configuration says too little; it names the file
     */
    Plan plan() {
        try {
            return members.find(HUGGING_FACE).isPresent()
                    ? new HuggingFaceLlama(this).plan()
                    : TorchtitanLlama.plan(this);
        } catch (JsonException | ArithmeticException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private Optional<JsonValue> find(String key) {
        return members.find(key).filter(value -> value != JsonNull.NULL);
    }

    long size(String key) {
        return find(key)
                .orElseThrow(() -> new JsonException("it does not say \"" + key + "\""))
                .asNumber()
                .longValue();
    }

    long size(String key, long otherwise) {
        return find(key).map(value -> value.asNumber().longValue()).orElse(otherwise);
    }

    double number(String key, double otherwise) {
        return find(key).map(value -> value.asNumber().doubleValue()).orElse(otherwise);
    }

    boolean isTrue(String key, boolean otherwise) {
        return find(key).map(JsonValue::asBoolean).orElse(otherwise);
    }

    Optional<String> text(String key) {
        return find(key).map(JsonValue::asString);
    }

    /** The type of the parameters, float32 if nothing is said. */
    DType dtype() {
        String name = text("dtype").or(() -> text("torch_dtype")).orElse("float32");
        return switch (name) {
            case "float64" -> DType.F64;
            case "float32" -> DType.F32;
            case "float16" -> DType.F16;
            case "bfloat16" -> DType.BF16;
            default ->
                throw new JsonException("its type is " + name
                        + ", and parameters are of float64, float32, float16 or bfloat16; give --dtype"
                        + " and remove it");
        };
    }
}
