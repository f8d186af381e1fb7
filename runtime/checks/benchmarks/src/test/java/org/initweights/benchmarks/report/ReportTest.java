package org.initweights.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

class ReportTest {

    private static final String PAGE = """
            # Before
            <!-- benchmarks:begin -->
            old
            <!-- benchmarks:end -->
            After
            """;

    @TempDir
    private Path folder;

    private Path page;
    private Path chart;

    @BeforeEach
    void layPages() throws IOException {
        page = Files.writeString(Files.createDirectories(folder.resolve("docs")).resolve("speed.md"), PAGE);
        chart = folder.resolve("docs/images/speed.svg");
    }

    private void copy(String name) throws IOException {
        try (InputStream found = Objects.requireNonNull(ReportTest.class.getResourceAsStream(name), name)) {
            Files.copy(found, folder.resolve(name));
        }
    }

    private void copyBoth() throws IOException {
        copy("results-17.json");
        copy("results-25.json");
    }

    @Test
    void readsEachJdkFromWhatJmhWrote() throws IOException {
        copyBoth();
        Results results = ResultsReader.read(folder);
        assertThat(results.javas()).containsExactly(17, 25);
        assertThat(results.score("DistributionBenchmark.uniform", 17)).hasValue(3000);
        assertThat(results.score("OrthogonalBenchmark.orthogonal", Map.of("size", "1024"), 25))
                .hasValue(62);
        assertThat(results.score("OrthogonalBenchmark.orthogonal", 25)).isEmpty();
    }

    @Test
    void comparesWithTheLimitAndEachPeerOnBothJdks() throws IOException {
        copyBoth();
        String table =
                new DistributionTable(ResultsReader.read(folder)).markdown().toString();
        assertThat(table.lines())
                .containsExactly(
                        "| 64 million floats, JDK 17 / 25 | million a second | of `Arrays.fill` | × PyTorch | × PyTorch ≤ 2.11 | × ND4J |",
                        "| --- | ---: | ---: | ---: | ---: | ---: |",
                        "| `Arrays.fill`, the limit | 7500 / 7500 |  |  |  |  |",
                        "| uniform | 3000 / 4500 | 40 / 60 % | 6.0 / 9.0 |  |  |",
                        "| uniform, Vector API | 4000 / – | 53 / – % | 8.0 / – |  |  |",
                        "| Kaiming uniform | 2970 / – | 40 / – % | 5.9 / – |  |  |",
                        "| normal |  |  |  |  |  |",
                        "| normal, Vector API |  |  |  |  |  |",
                        "| Xavier normal |  |  |  |  |  |",
                        "| truncated normal, ±2σ | 900 / 950 | 12 / 13 % | 45 / 50 | 9.0 / 9.5 | – / 8.6 |",
                        "| truncated normal, Vector API |  |  |  |  |  |");
    }

    @Test
    void timesAreInTheUnitsThatTheTableNames() throws IOException {
        copyBoth();
        String table = new CostTable(ResultsReader.read(folder)).markdown().toString();
        assertThat(table)
                .contains("Kaiming uniform, beside the bare uniform |  |  | 1.01 / – |")
                .contains("orthogonal 1024 × 1024, ms; beside PyTorch (LAPACK) | 73 / 62 | – / 93 | – / 0.67 |")
                .contains(
                        "from null fields, ms; beside allocating and touching its arrays | 100 / – | 40 / – | 2.5 / – |")
                .contains("a bias of 64 elements, µs | 0.55 / – |");
    }

    @Test
    void replacesOnlyWhatIsBetweenTheMarksAndCanDoItAgain() throws IOException {
        copyBoth();
        Report.write(folder, page, chart);
        String once = Files.readString(page);
        assertThat(once)
                .startsWith("# Before\n<!-- benchmarks:begin -->\n![64 million floats on JDK 25")
                .endsWith("<!-- benchmarks:end -->\nAfter\n")
                .contains("](images/speed.svg)", "| uniform | 3000 / 4500 |", "a bias of 64 elements")
                .doesNotContain("old");
        Report.write(folder, page, chart);
        assertThat(page).hasContent(once);
    }

    @Test
    void chartHasABarForEachResultOfTheNewestJdkInProportion() throws Exception {
        copyBoth();
        Report.write(folder, page, chart);
        NodeList bars = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(chart.toFile())
                .getElementsByTagName("rect");
        assertThat(bars.getLength()).isEqualTo(6);
        double ours = width(bars, 0);
        assertThat(width(bars, 1) / ours).isCloseTo(500.0 / 4500, within(0.001));
        assertThat(width(bars, 2) / ours).isCloseTo(950.0 / 4500, within(0.001));
    }

    private static double width(NodeList bars, int index) {
        return Double.parseDouble(
                bars.item(index).getAttributes().getNamedItem("width").getNodeValue());
    }

    @Test
    void namesTheFolderThatHasNoResults() {
        assertThatThrownBy(() -> ResultsReader.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("no results-*.json in " + folder + "; run the benchmarks first");
    }

    @Test
    void namesTheFileThatJmhDidNotWrite() throws IOException {
        Files.writeString(folder.resolve("results-17.json"), "{ not JMH's");
        assertThatThrownBy(() -> ResultsReader.read(folder))
                .hasMessageContaining("results-17.json is not what JMH writes");
        Files.writeString(folder.resolve("results-17.json"), "");
        assertThatThrownBy(() -> ResultsReader.read(folder)).hasMessageContaining("results-17.json is empty");
    }

    @Test
    void refusesTwoResultsOfOneBenchmarkOnOneJdk() throws IOException {
        copy("results-17.json");
        Files.copy(folder.resolve("results-17.json"), folder.resolve("results-again.json"));
        assertThatThrownBy(() -> ResultsReader.read(folder))
                .hasMessageContaining("DistributionBenchmark.arraysFill {} has two results on JDK 17");
    }

    @Test
    void leavesAPageWithoutMarksAsItWas() throws IOException {
        copyBoth();
        Files.writeString(page, "# No marks\n");
        assertThatThrownBy(() -> Report.write(folder, page, chart))
                .hasMessageContaining("speed.md needs one line <!-- benchmarks:begin -->, and has none");
        assertThat(page).hasContent("# No marks\n");
    }
}
