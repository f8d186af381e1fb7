package org.initweights.report;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which packages of the inside know which: each only those on lower floors, and none a door that users enter by. */
class ArrowsTest {

    private static final Path INSIDE = Path.of("src/main/java/org/initweights/report/internal");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?org\\.initweights\\.report\\.([\\w.]+)");

    /** The rooms, the ground floor first; "" is the package of the contents, which all printers know. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("", "law"), Set.of("measure", "pass"), Set.of("check", "chart"), Set.of("page", "text", "image"));

    private static final Set<String> DOORS = Set.of("InitReport", "ParameterTable", "CoordinateCheck");

    @Test
    void roomsKnowLowerFloorsOnly() throws IOException {
        Set<String> wrong = new TreeSet<>();
        imports()
                .forEach((room, names) -> names.stream()
                        .filter(name -> name.startsWith("internal."))
                        .map(name -> name.replaceFirst("internal\\.", "").replaceFirst("\\.?[A-Z].*", ""))
                        .filter(other -> !other.equals(room) && floor(other) >= floor(room))
                        .forEach(other -> wrong.add(room + " -> " + other)));
        assertThat(wrong).isEmpty();
    }

    @Test
    void theInsideDoesNotKnowTheDoors() throws IOException {
        assertThat(imports().values()).allSatisfy(names -> assertThat(names).doesNotContainAnyElementsOf(DOORS));
    }

    @Test
    void everyRoomHasAFloor() throws IOException {
        assertThat(imports().keySet())
                .isEqualTo(FLOORS.stream().flatMap(Set::stream).collect(toCollection(TreeSet::new)));
    }

    private static int floor(String room) {
        return FLOORS.indexOf(FLOORS.stream()
                .filter(floor -> floor.contains(room))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the package " + room + " has no floor in this test")));
    }

    /** What the sources of each room import of this module. */
    private static Map<String, Set<String>> imports() throws IOException {
        Map<String, Set<String>> imports = new TreeMap<>();
        try (Stream<Path> files = Files.walk(INSIDE)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                String room = INSIDE.relativize(file.getParent()).toString().replace('\\', '.');
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(imports.computeIfAbsent(room, first -> new TreeSet<>())::add);
            }
        }
        return imports;
    }
}
