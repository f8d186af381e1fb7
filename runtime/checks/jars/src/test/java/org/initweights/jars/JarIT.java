package org.initweights.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in each jar beside licences: classes for Java 17, a module, a manifest, sources and documentation. */
class JarIT {

    private static final int JAVA_17 = 61;
    private static final long TIMESTAMP =
            OffsetDateTime.parse(System.getProperty("initweights.timestamp")).toEpochSecond();

    static Stream<Path> jars() {
        return Stream.concat(
                Arrays.stream(Published.values()).map(module -> module.jar("")), Stream.of(Published.runnable()));
    }

    static Stream<Path> allJars() {
        return Stream.concat(jars(), Arrays.stream(Published.values()).map(module -> module.jar("-sources")));
    }

    @ParameterizedTest
    @EnumSource
    void isAModule(Published module) {
        List<ModuleReference> found =
                ModuleFinder.of(module.jar("")).findAll().stream().toList();

        assertThat(found).hasSize(1);
        ModuleDescriptor descriptor = found.get(0).descriptor();
        assertThat(descriptor.name()).isEqualTo(module.module);
        // Spark's jars can be no modules.
        assertThat(descriptor.isAutomatic()).isEqualTo(module == Published.SPARK);
        Set<String> packages = Entries.of(module.jar("")).classes().stream()
                .filter(name -> !name.startsWith("META-INF."))
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toSet());
        assertThat(descriptor.packages()).containsAll(packages);
    }

    @ParameterizedTest
    @MethodSource("jars")
    void hasAManifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes attributes = file.getManifest().getMainAttributes();
            assertThat(attributes.getValue("Implementation-Title")).startsWith("InitWeights");
            assertThat(attributes.getValue("Implementation-Version"))
                    .isEqualTo(System.getProperty("initweights.version"));
            assertThat(attributes.getValue("Implementation-Vendor")).isEqualTo("The InitWeights Authors");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"KOTLIN", "PROCESSOR", "SPARK"})
    void hasANameForToolsThatDoNotReadModules(Published module) throws IOException {
        try (JarFile file = new JarFile(module.jar("").toFile())) {
            assertThat(file.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo(module.module);
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void isForJava17(Path jar) {
        Entries entries = Entries.of(jar);
        assertThat(entries.names("org/initweights", ".class"))
                .isNotEmpty()
                .filteredOn(name -> !name.contains("/shaded/"))
                .allSatisfy(name -> assertThat(major(entries.files().get(name))).isEqualTo(JAVA_17));
        assertThat(entries.names("", ".class"))
                .allSatisfy(name -> assertThat(major(entries.files().get(name))).isLessThanOrEqualTo(JAVA_17));
    }

    /** An attribute of classes that the compiler writes only if it is asked to. */
    @ParameterizedTest
    @MethodSource("jars")
    void knowsTheNamesOfParameters(Path jar) {
        Entries entries = Entries.of(jar);
        assertThat(entries.names("org/initweights", ".class").stream()
                        .filter(name -> !name.contains("/shaded/"))
                        .filter(name -> latin(entries.files().get(name)).contains("MethodParameters"))
                        .count())
                .isGreaterThan(entries.names("org/initweights", ".class").size() / 5);
    }

    @ParameterizedTest
    @MethodSource("allJars")
    void saysTheSameTimeInEachBuild(Path jar) {
        assertThat(Entries.of(jar).times().entrySet())
                // Libraries keep the times of their own jars.
                .filteredOn(entry -> entry.getKey().matches("(org/initweights|META-INF)/(?!.*(shaded/|versions)).*"))
                .isNotEmpty()
                .filteredOn(entry -> entry.getValue() != TIMESTAMP)
                .isEmpty();
    }

    /** Nothing that another module has too, and nothing of the build. */
    @ParameterizedTest
    @EnumSource
    void hasNothingElse(Published module) {
        assertThat(Entries.of(module.jar("")).files().keySet())
                .allMatch(name -> module.owns(name)
                        // By which the processor finds the adapters of a framework.
                        || name.startsWith("org/initweights/adapters/")
                        || name.equals("module-info.class")
                        || name.matches("META-INF/(MANIFEST\\.MF|LICENSE|NOTICE|INDEX\\.LIST|[a-z-]+\\.kotlin_module)")
                        || name.matches(
                                "META-INF/(licenses|maven|services|native-image|gradle|kotlin-jupyter-libraries)/.*")
                        || name.equals("META-INF/versions/17/module-info.class"));
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSourcesOfItsClasses(Published module) {
        Entries sources = Entries.of(module.jar("-sources"));
        Set<String> outer = Entries.of(module.jar("")).classes().stream()
                .filter(name -> !name.contains("$") && !name.contains(".shaded."))
                .collect(Collectors.toSet());

        if (module == Published.KOTLIN) {
            assertThat(sources.names("", ".kt")).isNotEmpty();
        } else {
            assertThat(outer)
                    .allSatisfy(name -> assertThat(sources.files()).containsKey(name.replace('.', '/') + ".java"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasDocumentation(Published module) {
        Entries documentation = Entries.of(module.jar("-javadoc"));
        assertThat(documentation.files()).containsKey("index.html");
        assertThat(documentation.names("", ".html")).hasSizeGreaterThan(5);
    }

    @Test
    void tellsNativeImagesWhatTheyNeed() {
        for (Published module : List.of(Published.CORE, Published.REPORT, Published.CLI)) {
            Entries entries = Entries.of(module.jar(""));
            String folder = "META-INF/native-image/org.initweights/" + module.artifact() + "/";
            String pattern = entries.text(folder + "resource-config.json")
                    .replaceFirst("(?s).*\"pattern\": \"([^\"]+)\".*", "$1")
                    .replace("\\\\", "\\");
            assertThat(entries.files().keySet()).anyMatch(name -> name.matches(pattern));
            assertThat(entries.names("org/initweights/", "").stream().filter(name -> !name.endsWith(".class")))
                    .allMatch(name -> name.matches(pattern));
        }
        assertThat(Entries.of(Published.runnable()).names("META-INF/native-image/", "-config.json"))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    private static int major(byte[] type) {
        return (type[6] & 0xFF) << 8 | (type[7] & 0xFF);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
