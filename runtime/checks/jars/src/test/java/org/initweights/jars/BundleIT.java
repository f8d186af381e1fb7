package org.initweights.jars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed to Maven Central has all that it asks for. Nothing here asks another machine. */
@EnabledIfSystemProperty(named = "initweights.bundle.zip", matches = ".+")
class BundleIT {

    private static final String VERSION = System.getProperty("initweights.version");

    private static final List<String> OF_A_JAR =
            List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json", "-cyclonedx.xml");

    private final Entries bundle = Entries.of(Path.of(System.getProperty("initweights.bundle.zip")));

    @TempDir
    private Path folder;

    /** The files that users get, by their paths in a repository. */
    private static Set<String> published() {
        Set<String> files = new TreeSet<>(List.of(path("initweights-parent", ".pom"), path("initweights-bom", ".pom")));
        for (Published module : Published.values()) {
            OF_A_JAR.forEach(end -> files.add(path(module.artifact(), end)));
        }
        return files;
    }

    private static String path(String artifact, String end) {
        return "org/initweights/" + artifact + "/" + VERSION + "/" + artifact + "-" + VERSION + end;
    }

    @Test
    void isComplete() {
        Set<String> expected = new TreeSet<>();
        for (String file : published()) {
            // The parent is described too: it has no code, but manages versions.
            Stream.of("", ".asc", ".md5", ".sha1").forEach(end -> expected.add(file + end));
        }
        assertThat(bundle.files().keySet())
                .filteredOn(name -> !name.matches(".*\\.asc\\.(md5|sha1)"))
                .filteredOn(name -> !name.contains("initweights-parent-" + VERSION + "-cyclonedx"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(VERSION).doesNotContain("SNAPSHOT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-1"})
    void hasTheRightChecksums(String algorithm) throws NoSuchAlgorithmException {
        String end = "." + algorithm.toLowerCase(java.util.Locale.ROOT).replace("-", "");
        List<String> sums = bundle.names("", end);

        assertThat(sums).hasSizeGreaterThanOrEqualTo(published().size());
        for (String sum : sums) {
            byte[] file = bundle.files().get(sum.substring(0, sum.length() - end.length()));
            assertThat(bundle.text(sum).strip())
                    .describedAs(sum)
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance(algorithm).digest(file)));
        }
    }

    @Test
    void isSigned() throws Exception {
        for (String file : published()) {
            assertThat(verify(bundle.files().get(file), bundle.files().get(file + ".asc")))
                    .describedAs(file)
                    .contains("[GNUPG:] GOODSIG", "[GNUPG:] VALIDSIG");
        }
    }

    /** The check of signatures itself: it refuses a file of which one bit is another. */
    @Test
    void refusesAnotherFile() throws Exception {
        String file = path("initweights-core", ".jar");
        byte[] changed = bundle.files().get(file).clone();
        changed[changed.length / 2] ^= 1;

        assertThat(verify(changed, bundle.files().get(file + ".asc")))
                .contains("[GNUPG:] BADSIG")
                .doesNotContain("GOODSIG");
    }

    @Test
    void describesEachModule() throws IOException {
        for (String file : published()) {
            if (file.endsWith(".pom")) {
                assertThat(bundle.text(file)).doesNotContain("-SNAPSHOT");
                Pom pom = Pom.of(
                        Files.write(folder.resolve("pom.xml"), bundle.files().get(file)));
                for (String name : List.of("artifactId", "name", "description")) {
                    assertThat(pom.child(name).text())
                            .describedAs("%s of %s", name, file)
                            .isNotBlank();
                }
                if (pom.children("parent").isEmpty()) {
                    for (String name : List.of("url", "licenses", "developers", "scm", "version")) {
                        assertThat(pom.child(name).text())
                                .describedAs("%s of %s", name, file)
                                .isNotBlank();
                    }
                } else {
                    assertThat(pom.child("parent").child("artifactId").text()).isEqualTo("initweights-parent");
                }
            }
        }
    }

    /** What is in its jar is no dependency any more. */
    @Test
    void needsNoLibraryThatIsShaded() throws IOException {
        Pom pom = Pom.of(
                Files.write(folder.resolve("pom.xml"), bundle.files().get(path("initweights-processor", ".pom"))));

        assertThat(pom.child("dependencies").children("dependency").stream()
                        .map(Pom::values)
                        .filter(values -> !List.of("test", "provided").contains(values.get("scope")))
                        .map(values -> values.get("artifactId"))
                        .toList())
                .containsExactly("initweights-core");
    }

    @ParameterizedTest
    @EnumSource
    void hasTheJarsThatWereOpened(Published module) throws IOException {
        for (String classifier : List.of("", "-sources", "-javadoc")) {
            assertThat(bundle.files().get(path(module.artifact(), classifier + ".jar")))
                    .isEqualTo(Files.readAllBytes(module.jar(classifier)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsItsParts(Published module) {
        String sbom = bundle.text(path(module.artifact(), "-cyclonedx.json"));

        assertThat(sbom)
                .contains("\"bomFormat\" : \"CycloneDX\"", "pkg:maven/org.initweights/" + module.artifact() + "@");
        List<String> parts = switch (module) {
            case CORE -> List.of();
            case PROCESSOR -> List.of("initweights-core", "javapoet", "auto-common", "guava");
            case CLI -> List.of("initweights-core", "initweights-report", "picocli");
            case KOTLIN -> List.of("initweights-core", "kotlin-stdlib");
            default -> List.of("initweights-core");
        };
        assertThat(parts).allMatch(part -> sbom.contains("\"name\" : \"" + part + "\""));
        assertThat(sbom).doesNotContain("junit", "assertj");
    }

    /** What GnuPG says of a signature, for machines. */
    private String verify(byte[] file, byte[] signature) throws IOException, InterruptedException {
        Files.write(folder.resolve("file"), file);
        Files.write(folder.resolve("file.asc"), signature);
        List<String> command = new ArrayList<>(List.of("gpg", "--batch", "--status-fd", "1"));
        String home = System.getProperty("initweights.gpg.homedir", "");
        if (!home.isEmpty()) {
            command.addAll(List.of("--homedir", home));
        }
        command.addAll(Arrays.asList("--verify", "file.asc", "file"));
        Path output = folder.resolve("output");
        new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return Files.readString(output);
    }
}
