package org.initweights.tensorflow.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page shows code that compiles and runs here. */
class PageTest {

    private static final Path PAGE = Path.of("../docs/frameworks/tensorflow.md");
    private static final Path SOURCES = Path.of("src/test/java/org/initweights/tensorflow/page");
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static List<String> snippets() throws IOException {
        return SNIPPET.matcher(Files.readString(PAGE))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    /** Code without what formatting changes. */
    private static String compact(String code) {
        return code.replaceAll("\\s", "");
    }

    @Test
    void beginsWithAWholeProgramOfFifteenLines() throws IOException {
        String program = snippets().get(0);
        assertThat(program.lines().filter(line -> !line.isBlank()).count()).isLessThanOrEqualTo(15);
        String source = Files.readString(SOURCES.resolve("Start.java"));
        assertThat(source).isEqualTo("package org.initweights.tensorflow.page;\n\n" + program);
    }

    @Test
    void theProgramRuns() {
        Start.main(new String[0]);
    }

    @Test
    void showsWhatIsTested() throws IOException {
        String tested = compact(Files.readString(SOURCES.resolve("SnippetsTest.java")));
        List<String> snippets = snippets();
        assertThat(snippets).hasSize(6);
        assertThat(snippets.subList(1, snippets.size()))
                .allSatisfy(snippet -> assertThat(tested).contains(compact(snippet)));
    }
}
