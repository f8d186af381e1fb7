package org.initweights.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.initweights.processor.report.Lint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages list is all that there is. */
class DocumentationTest {

    private static final Path DOCS = Page.ROOT.resolve("runtime/docs");

    /** Where the sources have ids of messages: as an argument of what reports or throws, or in brackets at the end of a text. */
    private static final Pattern ID = Pattern.compile("\\[([A-Z][a-z]+[A-Za-z]*)]\""
            + "|(?:ExpressionException|InitializationException|Rank\\.check|refused|count|checkDivision|check|error|Source)"
            + "\\((?:[^\";]*,)?\\s*(?:[^\";?]*\\?\\s*)?\"([A-Z][a-z]+[A-Za-z]*)\",");

    @ParameterizedTest
    @EnumSource
    void hasEveryLintWithItsSeverity(Lint lint) {
        assertThat(rows("guide/messages.md", "`" + lint.id() + "`"))
                .containsExactly("| `" + lint.id() + "` | "
                        + lint.severity().name().toLowerCase(Locale.ROOT) + " | " + lint.summary() + " |");
    }

    @Test
    void hasEveryWarningOfReports() throws IOException {
        List<String> ids = sourcesOfTheRuntime().stream()
                .filter(source -> source.contains("public enum WarningKind {"))
                .flatMap(source -> Pattern.compile("(?m)^ +[A-Z_]+\\(\"([A-Za-z]+)\"\\)")
                        .matcher(source)
                        .results())
                .map(constant -> constant.group(1))
                .toList();
        assertThat(ids).contains("NotFinite", "SignalExplodes");
        assertThat(ids)
                .allSatisfy(id -> assertThat(rows("guide/reports.md", "`" + id + "`"))
                        .as(id)
                        .hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"processor/src/main/java", "runtime/core/src/main/java"})
    void hasEveryIdOfAMessage(String sources) {
        TreeSet<String> ids = new TreeSet<>();
        for (String source : sources(Page.ROOT.resolve(sources))) {
            ID.matcher(source)
                    .results()
                    .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
                    .forEach(ids::add);
        }
        assertThat(ids).hasSizeGreaterThan(30);
        String messages = text("guide/messages.md");
        assertThat(ids).allMatch(id -> messages.contains("`" + id + "`"));
    }

    @Test
    void hasNoIdThatIsNoMore() {
        List<String> all = Stream.of("processor/src/main/java", "runtime/core/src/main/java")
                .flatMap(sources -> sources(Page.ROOT.resolve(sources)).stream())
                .toList();
        assertThat(Pattern.compile("(?m)^\\| (`[A-Z][^|]*`) \\|")
                        .matcher(text("guide/messages.md"))
                        .results()
                        .flatMap(row -> Stream.of(row.group(1).split(", ")))
                        .map(id -> id.replace("`", "")))
                .hasSizeGreaterThan(100)
                .allMatch(id -> all.stream()
                        .anyMatch(source -> source.contains("\"" + id + "\"") || source.contains("[" + id + "]\"")));
    }

    @ParameterizedTest
    @CsvSource({"annotation, guide", "recipe, guide/initializers.md"})
    void hasEveryAnnotation(String annotations, String pages) throws IOException {
        Path folder =
                Page.ROOT.resolve("runtime/core/src/main/java/org/initweights").resolve(annotations);
        String guide = Page.all().stream()
                .filter(page -> page.file().startsWith(DOCS.resolve(pages)))
                .map(Page::text)
                .reduce("", String::concat);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", ""))
                            .filter(name -> !name.equals("package-info"))
                            // These hold what is repeated, and nobody writes them.
                            .filter(name -> !Set.of("InitRules", "Slices", "Ties", "Copies")
                                    .contains(name)))
                    .hasSizeGreaterThan(20)
                    .allMatch(name ->
                            Pattern.compile("@" + name + "\\b").matcher(guide).find());
        }
    }

    @Test
    void isReadBeforeTheReaderTires() {
        assertThat(Page.read(Page.ROOT.resolve("README.md")).text().lines().count())
                .isLessThan(400);
    }

    /** The rows of the tables of a page whose first cell has a text. */
    private static List<String> rows(String page, String first) {
        return text(page)
                .lines()
                .filter(line -> line.matches("\\|[^|]*" + Pattern.quote(first) + "[^|]*\\|.*"))
                .toList();
    }

    private static String text(String page) {
        return Page.read(DOCS.resolve(page)).text();
    }

    /** The sources of every module of the library. */
    private static List<String> sourcesOfTheRuntime() throws IOException {
        try (Stream<Path> modules = Files.list(Page.ROOT.resolve("runtime"))) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(folder -> sources(folder).stream())
                    .toList();
        }
    }

    private static List<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> Page.read(file).text())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
