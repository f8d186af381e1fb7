package org.initweights.internal.files.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.TableFunction;
import org.initweights.TensorShape;
import org.initweights.internal.rule.Rule;
import org.junit.jupiter.api.Test;

/** What GraalVM's native images are told of this library is what it looks at by reflection, neither less nor more. */
class NativeImageTest {

    private static final String FOLDER = "/META-INF/native-image/org.initweights/initweights-core/";

    /** What plans are read and written by: the records of fills and rules, and what these are made of. */
    @Test
    void namesAllThatPlansAreMadeOf() throws IOException {
        Map<String, Set<String>> expected = new TreeMap<>();
        Set<Class<?>> seen = new HashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(Fill.class, Rule.class));
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            if (!type.getName().startsWith("org.initweights.") || !seen.add(type)) {
                continue;
            }
            if (type.isEnum()) {
                expected.put(type.getName(), Set.of("methods"));
            } else if (type.isSealed()) {
                expected.put(type.getName(), Set.of("allPermittedSubclasses"));
                open.addAll(List.of(type.getPermittedSubclasses()));
            } else if (type.isRecord() && type != TensorShape.class) {
                expected.put(
                        type.getName(), Set.of("allDeclaredConstructors", "allDeclaredMethods", "allRecordComponents"));
                Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .map(NativeImageTest::element)
                        .forEach(open::add);
            } else {
                assertThat(type.getName())
                        .isIn(TensorShape.class.getName(), Initializer.class.getName(), TableFunction.class.getName());
            }
        }

        Map<String, Set<String>> named = new TreeMap<>();
        for (JsonNode entry : read("reflect-config.json")) {
            if (!entry.has("condition")) {
                Set<String> rights = new TreeSet<>();
                entry.fieldNames().forEachRemaining(rights::add);
                rights.remove("name");
                assertThat(named.put(entry.get("name").asText(), rights)).isNull();
            }
        }

        assertThat(named).containsExactlyInAnyOrderEntriesOf(expected);
    }

    /** Where memory is, which is asked for by names that not every JDK has. */
    @Test
    void namesWhatMemoryIsFoundBy() throws IOException {
        Map<String, String> named = new TreeMap<>();
        for (JsonNode entry : read("reflect-config.json")) {
            if (entry.has("condition")) {
                assertThat(entry.get("condition").get("typeReachable").asText())
                        .isEqualTo("org.initweights.internal.tensor.BufferAddress");
                named.put(
                        entry.get("name").asText(),
                        Stream.of("methods", "fields")
                                .filter(entry::has)
                                .flatMap(kind -> entry.get(kind).findValuesAsText("name").stream())
                                .sorted()
                                .toList()
                                .toString());
            }
        }

        assertThat(named)
                .isEqualTo(Map.of(
                        "java.lang.foreign.MemorySegment", "[address, heapBase, ofBuffer]",
                        "java.nio.Buffer", "[address]",
                        "sun.misc.Unsafe", "[getLong, objectFieldOffset, theUnsafe]"));
    }

    @Test
    void namesTheResource() throws IOException {
        String pattern = read("resource-config.json").findValue("pattern").asText();

        assertThat("org/initweights/io/version.properties").matches(Pattern.compile(pattern));
        assertThat(NativeImageTest.class.getResource("/org/initweights/io/version.properties"))
                .isNotNull();
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType list
                ? element(list.getActualTypeArguments()[0])
                : type instanceof Class<?> plain ? plain : Object.class;
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream stream = NativeImageTest.class.getResourceAsStream(FOLDER + name)) {
            return new ObjectMapper().readTree(stream);
        }
    }
}
