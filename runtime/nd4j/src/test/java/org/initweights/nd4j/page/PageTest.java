package org.initweights.nd4j.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.initweights.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

/** The page shows code that compiles and runs, and numbers that ND4J gives. */
class PageTest {

    private static final Path PAGE = Path.of("..", "docs", "frameworks", "nd4j.md");
    private static final Path SOURCES = Path.of("src", "test", "java", "org", "initweights", "nd4j", "page");
    private static final Pattern SNIPPET = Pattern.compile("(?s)```java\\n(.*?)```");

    private static List<String> snippets() throws IOException {
        return SNIPPET.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Without white space, since a page is narrower than a source. */
    private static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void showsCodeThatIsCompiledHere() throws IOException {
        String compiled;
        try (Stream<Path> sources = Files.list(SOURCES)) {
            compiled = sources.map(PageTest::read).reduce("", String::concat);
        }

        assertThat(snippets())
                .hasSize(5)
                .allSatisfy(snippet -> assertThat(dense(compiled)).contains(dense(snippet)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void beginsWithFifteenLinesThatAreAWholeFile() throws IOException {
        String first = snippets().get(0);

        assertThat(first.lines().count()).isLessThanOrEqualTo(15);
        assertThat(dense(Files.readString(SOURCES.resolve("Start.java"))))
                .isEqualTo(dense("package org.initweights.nd4j.page;" + first));
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Start.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("0.0");
    }

    @Test
    void showsCodeThatRuns(@TempDir Path folder) throws IOException {
        MultiLayerNetwork network = new MultiLayerNetwork(Snippets.configuration());
        network.init();
        assertThat(network.getParam("0_W").stdNumber().doubleValue()).isCloseTo(Math.sqrt(2.0 / 128), within(0.002));

        Parameters parameters = Snippets.network(network, folder);

        assertThat(parameters.get("1_b").get(3)).isEqualTo(0.1f);
        assertThat(network.getParam("0_W").stdNumber().doubleValue()).isCloseTo(Math.sqrt(2.0 / 128), within(0.002));
        assertThat(Snippets.array().castTo(DataType.DOUBLE).stdNumber().doubleValue())
                .isCloseTo(0.02, within(0.0005));
    }
}
