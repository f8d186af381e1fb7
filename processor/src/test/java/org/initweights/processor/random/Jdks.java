package org.initweights.processor.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine beside the one that runs the tests. */
public final class Jdks {

    private static final int OLDEST = 17;
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private Jdks() {}

    /** The {@code javac} of the oldest and of the newest that we support, without that of this JVM. */
    static List<Path> otherCompilers() {
        TreeMap<Integer, Path> found = new TreeMap<>();
        Path own = Path.of(System.getProperty("java.home"));
        Stream.of(
                        Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of).stream(),
                        children(own.toAbsolutePath().getParent()),
                        children(Path.of("/usr/lib/jvm")))
                .flatMap(homes -> homes)
                .forEach(home ->
                        version(home).ifPresent(version -> found.putIfAbsent(version, home.resolve("bin/javac"))));
        found.keySet().removeIf(version -> version < OLDEST);
        if (found.isEmpty()) {
            return List.of();
        }
        return Stream.of(found.firstEntry(), found.lastEntry())
                .distinct()
                .filter(entry -> entry.getKey() != Runtime.version().feature())
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The same with that of this JVM, which is the first. */
    public static List<Path> compilers() {
        Path own = Path.of(System.getProperty("java.home"), "bin", "javac");
        return Stream.concat(Stream.of(own), otherCompilers().stream()).toList();
    }

    private static Stream<Path> children(Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Integer> version(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isReadable(release)) {
            return Optional.empty();
        }
        try {
            Matcher version = VERSION.matcher(Files.readString(release));
            return version.find() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
