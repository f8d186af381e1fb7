package org.initweights.pytorch.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page shows is code that compiles and runs. */
class PageTest {

    private static final Path SOURCES = Path.of("src/test/java/org/initweights/pytorch/page");
    private static final Path PAGE = Path.of("../docs/frameworks/pytorch.md");

    @Test
    void beginsWithAProgramThatRuns() throws Exception {
        String program = Files.readString(SOURCES.resolve("First.java")).replaceFirst("package [^;]+;\n\n", "");
        assertThat(snippets().get(0)).isEqualTo(program.stripTrailing());
        assertThat(program.lines()).hasSizeLessThanOrEqualTo(15);
        Path written = Path.of("net.safetensors");
        try {
            First.main();
            assertThat(written).isNotEmptyFile();
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @Test
    void showsOnlyCodeThatCompiles() throws IOException {
        Stream<String> compiled = Pattern.compile("(?s) +// begin\n(.*?) +// end\n")
                .matcher(Files.readString(SOURCES.resolve("More.java")))
                .results()
                .map(PageTest::code);
        assertThat(snippets().stream().skip(1)).containsExactlyElementsOf(compiled.toList());
    }

    private static List<String> snippets() throws IOException {
        return Pattern.compile("(?ms)^ *```java\n(.*?)^ *```$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(PageTest::code)
                .toList();
    }

    private static String code(MatchResult snippet) {
        return snippet.group(1).stripTrailing().stripIndent();
    }
}
