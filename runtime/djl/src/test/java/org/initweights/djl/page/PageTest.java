package org.initweights.djl.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page shows is code that is compiled here. */
class PageTest {

    private static final Path SOURCES = Path.of("src/test/java/org/initweights/djl/page");
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static List<String> snippets() throws IOException {
        String page = Files.readString(Path.of("../docs/frameworks/djl.md"));
        return SNIPPET.matcher(page).results().map(snippet -> snippet.group(1)).toList();
    }

    /** The code without indentation and the breaks of lines. */
    private static String words(String code) {
        return code.replaceAll("\\s+", " ").replaceAll(" ?([(){}.,]) ?", "$1").strip();
    }

    @Test
    void theFirstLinesAreTheWholeProgramAndFew() throws IOException {
        String first = snippets().get(0);
        String source = Files.readString(SOURCES.resolve("Start.java")).replaceFirst("package .*;\n\n", "");
        assertThat(words(first)).isEqualTo(words(source));
        assertThat(first.lines().count()).isLessThanOrEqualTo(15);
    }

    @Test
    void allOthersAreCompiled() throws IOException {
        String source = words(Files.readString(SOURCES.resolve("Snippets.java")));
        assertThat(snippets()).hasSizeGreaterThan(3);
        assertThat(snippets().subList(1, snippets().size()))
                .allSatisfy(snippet -> assertThat(source).contains(words(snippet)));
    }

    @Test
    void theFirstLinesRun() throws Exception {
        Path file = Path.of("net.safetensors");
        try {
            Start.main(new String[0]);
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .contains("\"0.weight\":{\"dtype\":\"F32\",\"shape\":[10,784]", "\"0.bias\"");
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
