package org.initweights;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which packages of the inside know which: each only those on lower floors, and none a door that users enter by. */
class ArrowsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package org\\.initweights\\.internal\\.([\\w.]+);");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(org\\.initweights\\.[a-z_.]*[A-Z]\\w*)");

    /** The rooms of {@code org.initweights.internal}, the ground floor first. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("axis", "message", "numeric", "random", "tensor", "work", "files"),
            Set.of(
                    "activation",
                    "expression",
                    "fill",
                    "linear",
                    "select",
                    "files.gguf",
                    "files.json",
                    "files.load",
                    "files.numpy",
                    "files.zip"),
            Set.of("rule.torch", "draw", "values", "files.safetensors"),
            Set.of("rule", "order", "start", "draw.seeded", "draw.jax"),
            Set.of("derive"),
            Set.of("kernel", "draw.torch", "draw.seeded.vector", "files.plan"),
            Set.of("piece"),
            Set.of("files.checkpoint", "files.piece"));

    /** {@code Rule} is sealed, so that lists of rules are complete; its record of PyTorch's rules has a room of its own. */
    private static final Set<String> SEALED = Set.of("rule -> rule.torch", "rule.torch -> rule");

    private static final Set<String> DOORS = Set.of(
            "Parameters", "RuledParameters", "Plan", "Weights", "Initializers", "Execution", "InitializeOptions");

    @Test
    void roomsKnowLowerFloorsOnly() {
        Set<String> wrong = new TreeSet<>();
        for (Path file : sources()) {
            room(file)
                    .ifPresent(room -> imports(file)
                            .filter(name -> name.startsWith("org.initweights.internal."))
                            .map(name -> name.substring("org.initweights.internal.".length(), name.lastIndexOf('.')))
                            .filter(other -> !other.equals(room)
                                    && floor(other) >= floor(room)
                                    && !SEALED.contains(room + " -> " + other))
                            .forEach(other -> wrong.add(room + " (" + file.getFileName() + ") -> " + other)));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theInsideDoesNotKnowTheDoors() {
        Set<String> wrong = sources().stream()
                .filter(file -> room(file).isPresent())
                .flatMap(file -> imports(file)
                        .filter(name -> DOORS.contains(name.substring("org.initweights.".length())))
                        .map(name -> file.getFileName() + " -> " + name))
                .collect(toCollection(TreeSet::new));
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRoomHasAFloor() {
        Set<String> rooms =
                sources().stream().flatMap(file -> room(file).stream()).collect(toCollection(TreeSet::new));
        Set<String> listed = FLOORS.stream().flatMap(Set::stream).collect(toCollection(TreeSet::new));
        assertThat(rooms).isEqualTo(listed);
    }

    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        throw new AssertionError("the package org.initweights.internal." + room + " has no floor in this test");
    }

    private static Optional<String> room(Path file) {
        return PACKAGE.matcher(read(file))
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    private static Stream<String> imports(Path file) {
        return IMPORT.matcher(read(file)).results().map((MatchResult found) -> found.group(1));
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
