package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.WidthRecipes;
import org.junit.jupiter.api.Test;

/** The initializers that can be written as annotations are those that can be written in code, and the guide has all of them. */
class InitializerCatalogueTest {

    private static final Path ROOT = Path.of("..");

    /** Factories that no annotation of the catalogue stands for. */
    private static final Set<String> WITHOUT_ENTRY = Set.of(
            // Recipes: annotations that are themselves annotated with @VarianceScaling.
            "glorotNormal",
            "glorotUniform",
            "heNormal",
            "heUniform",
            // @TorchDefault names the field of a weight, which a reader of its own looks up.
            "torchDefault",
            // Arrays, which nobody writes in an annotation.
            "values");

    @Test
    void hasAnAnnotationForEachFactory() throws IOException {
        Set<String> factories = new TreeSet<>(WITHOUT_ENTRY);
        entries().values().forEach(entry -> factories.add(entry.factory()));
        assertThat(factories)
                .as("the factories of Initializers that annotations stand for")
                .isEqualTo(new TreeSet<>(factories().map(Method::getName).toList()));
    }

    @Test
    void givesEachFactoryItsArguments() throws IOException {
        assertThat(entries())
                .hasSizeGreaterThan(20)
                .allSatisfy((annotation, entry) -> assertThat(factories()
                                .filter(factory -> factory.getName().equals(entry.factory()))
                                .map(Method::getParameterCount))
                        .as("parameters of Initializers.%s, for %s%s", entry.factory(), annotation, entry.members())
                        .contains(entry.members().size()));
    }

    @Test
    void theTablesOfTheGuideHaveAll() throws IOException {
        Path guide = ROOT.resolve("runtime/docs/guide/initializers.md");
        Set<String> missing = new TreeSet<>(entries().keySet());
        try (Stream<String> lines = Files.lines(guide)) {
            Set<String> listed = new TreeSet<>();
            lines.filter(line -> line.startsWith("| `@"))
                    .flatMap(line -> Arrays.stream(line.split("[^@\\w]+")))
                    .forEach(listed::add);
            missing.removeIf(
                    annotation -> listed.contains("@" + annotation.substring(annotation.lastIndexOf('.') + 1)));
        }
        assertThat(missing).as("initializers that no table of %s has", guide).isEmpty();
    }

    /** The entries, by the name of their annotation. */
    private static Map<String, InitializerCatalogue.Entry> entries() throws IOException {
        Map<String, InitializerCatalogue.Entry> entries = new TreeMap<>();
        for (String folder : new String[] {"annotation", "recipe"}) {
            try (Stream<Path> files = Files.list(
                    ROOT.resolve("runtime/core/src/main/java/org/initweights").resolve(folder))) {
                files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .map(name -> "org.initweights." + folder + "." + name)
                        .forEach(name -> InitializerCatalogue.find(name).ifPresent(entry -> entries.put(name, entry)));
            }
        }
        return entries;
    }

    private static Stream<Method> factories() {
        return Stream.of(Initializers.class, WidthRecipes.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == Initializer.class);
    }
}
