package org.initweights.internal.files.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.internal.files.json.JsonWriter;
import org.initweights.internal.fill.FromWeights;
import org.initweights.testing.SampleModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that somebody changed: what no initializer makes is refused by the name of the parameter, and all else is finite. */
class HostilePlanTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final long MOST_DRAWN = 200_000;

    /** What is put in the place of each number. */
    private static final String[] HOSTILE = {
        "-1",
        "0",
        "1",
        "-0.0",
        "2",
        "3",
        "0.5",
        "-1e308",
        "1e308",
        "1.7976931348623157e308",
        "4.9e-324",
        "1e999",
        "-1e999",
        "\"NaN\"",
        "\"Infinity\"",
        "\"-Infinity\"",
        "2147483648",
        "9223372036854775807",
        "-9223372036854775808",
        "9223372036854775808",
        "null",
        "[]",
        "{}",
        "\"1\"",
        "true"
    };

    @TempDir
    Path folder;

    @Test
    void everyNumberOfEveryFillAndRuleIsCheckedWhenItIsRead() throws IOException {
        Set<String> fills = new TreeSet<>();
        Set<String> rules = new TreeSet<>();
        int refused = 0;
        int drawn = 0;
        for (ObjectNode parameter : parameters()) {
            collectTypes(parameter.path("fill"), fills);
            collectTypes(parameter.path("rule"), rules);
            for (Consumer<JsonNode> place : places(parameter)) {
                for (String hostile : HOSTILE) {
                    place.accept(JACKSON.readTree(hostile));
                    if (isRefusedOrFinite(parameter)) {
                        refused++;
                    } else {
                        drawn++;
                    }
                }
                place.accept(null);
            }
        }
        assertThat(fills).isEqualTo(kinds(Arrays.stream(Fill.class.getPermittedSubclasses())));
        assertThat(rules).isEqualTo(kinds(rules().stream()));
        assertThat(refused).isGreaterThan(drawn);
        assertThat(drawn).isGreaterThan(100);
    }

    /** Whether the plan of this parameter is refused; if it is not, what it says must be finite. */
    private boolean isRefusedOrFinite(ObjectNode parameter) throws IOException {
        Path file = write(parameter);
        Plan plan;
        try {
            plan = Plan.read(file);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage())
                    .as(parameter.toString())
                    .startsWith(file.toString())
                    .contains(parameter.get("name").asText())
                    .doesNotContain("\n")
                    .hasSizeLessThan(1000);
            return true;
        }
        Parameter read = plan.parameters().iterator().next();
        if (read.elements() <= MOST_DRAWN && read.derivedFrom().isEmpty()) {
            double[] values;
            try {
                values = Weights.of(w -> w.tensor("w", read.shape(), DType.F64, shape -> read.fill()))
                        .initialize(1)
                        .doubles("w");
            } catch (InitializationException e) {
                // What begins with a stored tensor is compared with its file when it is to be written, not when the
                // plan is read.
                assertThat(read.fill()).as(e.getMessage()).isInstanceOf(FromWeights.class);
                return true;
            }
            assertThat(Arrays.stream(values).allMatch(Double::isFinite))
                    .as(parameter.toString())
                    .isTrue();
        }
        return false;
    }

    /** Each parameter with its fill, and again with its rule in place of that. */
    private static List<ObjectNode> parameters() throws JsonProcessingException {
        List<ObjectNode> parameters = new ArrayList<>();
        Plan plan = Plan.of(builder -> {
            builder.scope("x", SampleModels::everyInitializer);
            builder.scope("base", SampleModels::everyBeginning);
            builder.tensor("bias", DType.F64, Initializers.torchDefault(Layer.LINEAR, TensorShape.of(4, 6)), 4);
            builder.tensor("gru", DType.F64, Initializers.torchDefault(Layer.GRU), 12, 4);
        });
        for (Parameter parameter : plan.parameters()) {
            if (parameter.dtype() == DType.F64) {
                parameters.add(described(parameter).set("fill", tree(RecordJson.of(parameter.fill()))));
                if (RecordTypes.isRule(parameter.initializer())) {
                    parameters.add(described(parameter).set("rule", tree(RecordJson.of(parameter.initializer()))));
                }
            }
        }
        return parameters;
    }

    private static ObjectNode described(Parameter parameter) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", parameter.name()).put("dtype", "F64");
        ArrayNode shape = node.putArray("shape");
        Arrays.stream(parameter.shape().dims()).forEach(shape::add);
        node.put("layout", parameter.shape().layout().name());
        node.put("groups", parameter.shape().groups());
        node.put("packed", parameter.shape().packed());
        node.put("stacked", parameter.shape().stacked());
        return node;
    }

    private static JsonNode tree(org.initweights.internal.files.json.JsonValue value) throws JsonProcessingException {
        return JACKSON.readTree(JsonWriter.compact(value));
    }

    /** The numbers below a node, each as what replaces it; null brings it back. */
    private static List<Consumer<JsonNode>> places(JsonNode node) {
        List<Consumer<JsonNode>> places = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                JsonNode was = field.getValue();
                places.addAll(places(was));
                if (isNumber(was)) {
                    places.add(value -> object.set(field.getKey(), value == null ? was : value));
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                JsonNode was = array.get(i);
                places.addAll(places(was));
                if (isNumber(was)) {
                    places.add(value -> array.set(index, value == null ? was : value));
                }
            }
        }
        return places;
    }

    private static boolean isNumber(JsonNode node) {
        return node.isNumber() || node.asText().endsWith("Infinity");
    }

    private static void collectTypes(JsonNode node, Set<String> types) {
        node.findValuesAsText("type").forEach(types::add);
        node.forEach(child -> collectTypes(child, types));
    }

    private static Set<String> kinds(Stream<Class<?>> types) {
        return types.map(type -> type.getSimpleName().replaceFirst("(Fill|Rule)$", ""))
                .filter(name -> !name.equals("TableFunction"))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All public rules, as their class files say. */
    private static List<Class<?>> rules() throws IOException {
        List<Class<?>> rules = new ArrayList<>();
        for (String name : new String[] {"internal/rule", "internal/rule/torch"}) {
            try (Stream<Path> files = Files.list(Path.of("target/classes/org/initweights", name))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
                        .map(file ->
                                type("org.initweights." + name.replace('/', '.') + "." + file.replace(".class", "")))
                        .filter(type -> type.isRecord() && Initializer.class.isAssignableFrom(type))
                        .forEach(rules::add);
            }
        }
        return rules;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "__metadata__"})
    void refusesNamesThatNoTensorCanHave(String name) throws IOException {
        ObjectNode parameter = parameters().get(0).put("name", name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(write(parameter)))
                .withMessageContaining("plan.json: " + (name.isEmpty() ? "\"\": " : "__metadata__: "));
        assertThatIllegalArgumentException().isThrownBy(() -> Plan.of(p -> p.tensor(name, Initializers.zeros(), 1)));
    }

    @Test
    void refusesAFillOfAnotherSizeThanItsParameter() throws IOException {
        for (ObjectNode parameter : parameters()) {
            if (parameter.path("fill").has("rows") || parameter.path("fill").has("size")) {
                parameter.putArray("shape").add(13).add(11).add(7);
                parameter.put("packed", 1);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Plan.read(write(parameter)))
                        .withMessageContaining(parameter.get("name").asText() + ": ");
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(w ->
                        w.tensor("w", shape -> Initializers.eye().resolve(TensorShape.of(3, 3)), 4, 4)))
                .withMessage("w: identity is made for another number of elements than the 16 of [4, 4] [FillSize]");
    }

    @Test
    void refusesDuplicateNamesByTheFile() throws IOException {
        String parameter = parameters().get(0).toString();
        Path file = folder.resolve("plan.json");
        Files.writeString(file, "{\"initweightsPlan\":1,\"parameters\":[" + parameter + "," + parameter + "]}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.read(file))
                .withMessage(file + ": two parameters are named x.F64.scalar");
    }

    private Path write(ObjectNode parameter) throws IOException {
        return Files.writeString(
                folder.resolve("plan.json"), "{\"initweightsPlan\":1,\"parameters\":[" + parameter + "]}");
    }
}
