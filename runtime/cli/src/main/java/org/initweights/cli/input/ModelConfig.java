package org.initweights.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
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

    /** More than any model has, and few enough to plan at once. */
    private static final long MOST_LAYERS = 10_000;

    /** Of one axis: a product of two fits a {@code long}. */
    static final long LARGEST_SIZE = 1L << 31;

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
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    boolean says(String key) {
        return find(key).isPresent();
    }

    private Optional<JsonValue> find(String key) {
        return members.find(key).filter(value -> value != JsonNull.NULL);
    }

    /** A width, or another size of at least one, which is not so large that products of two exceed a {@code long}. */
    long size(String key) {
        return bounded(key, longAt(key).orElseThrow(() -> missing(key)), LARGEST_SIZE);
    }

    long size(String key, long otherwise) {
        return bounded(key, longAt(key).orElse(otherwise), LARGEST_SIZE);
    }

    /** How many layers there are: each is several parameters. */
    long layers(String key) {
        return bounded(key, longAt(key).orElseThrow(() -> missing(key)), MOST_LAYERS);
    }

    /** How much of a width each of some heads has. */
    long head(String key, long width, long heads) {
        return bounded(key, width / heads, LARGEST_SIZE);
    }

    /** A number of a row, if there is one: none is null, or negative. */
    OptionalLong row(String key, long rows) {
        long row = longAt(key).orElse(-1);
        if (row >= rows) {
            throw refused(key, "it is " + row + ", and there are " + rows + " rows");
        }
        return row < 0 ? OptionalLong.empty() : OptionalLong.of(row);
    }

    /** A finite number that is not negative. */
    double number(String key, double otherwise) {
        double number = at(key, value -> value.asNumber().doubleValue()).orElse(otherwise);
        if (!(number >= 0) || !Double.isFinite(number)) {
            throw refused(key, "it is " + number + "; give a number of 0 or more");
        }
        return number;
    }

    boolean isTrue(String key, boolean otherwise) {
        return at(key, JsonValue::asBoolean).orElse(otherwise);
    }

    Optional<String> text(String key) {
        return at(key, JsonValue::asString);
    }

    /** A size that follows from others, the last of which has this key. */
    static long bounded(String key, long size, long most) {
        if (size < 1 || size > most) {
            throw refused(key, "it gives " + size + "; give what makes 1 to " + most);
        }
        return size;
    }

    private OptionalLong longAt(String key) {
        Optional<Long> found = at(key, value -> value.asNumber().longValue());
        return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
    }

    private <T> Optional<T> at(String key, Function<JsonValue, T> reading) {
        try {
            return find(key).map(reading);
        } catch (JsonException e) {
            throw refused(key, String.valueOf(e.getMessage()));
        }
    }

    private static JsonException missing(String key) {
        return new JsonException("it does not say \"" + key + "\"");
    }

    private static JsonException refused(String key, String problem) {
        return new JsonException("\"" + key + "\": " + problem);
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
