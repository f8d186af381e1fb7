package org.initweights.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.*;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.initweights.Weights;
import org.initweights.report.InitReport;
import org.initweights.report.ReportOptions;
import org.junit.jupiter.api.Test;

class PageTest {

    private static InitReport report() {
        Weights weights = Weights.of(
                        w -> w.tensor("stem.weight", normal(0, 1), 20, 30).tensor("stem.bias", zeros(), 20))
                .initialize(1);
        weights.floats("stem.weight")[0] = Float.NaN;
        return InitReport.of(
                weights.parameters(),
                ReportOptions.defaults().withTitle("A & B <i>").withNote("\"seed\" 1"));
    }

    /** Orders that depend on hash codes of objects, or on the seed of {@code Set.of}, differ from one JVM to the next. */
    @Test
    void theSameReportGivesTheSameBytesInAnotherJvm() throws IOException, InterruptedException {
        for (int run = 0; run < 2; run++) {
            assertThat(digestsOfAnotherJvm()).isEqualTo(digests());
        }
    }

    private static String digests() {
        return checksum(report().html().getBytes(StandardCharsets.UTF_8)) + " " + checksum(report().png());
    }

    private static String digestsOfAnotherJvm() throws IOException, InterruptedException {
        String path = Stream.of(PageTest.class, InitReport.class, Weights.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path,
                        Digests.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        return output.strip();
    }

    private static String checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return Long.toHexString(checksum.getValue());
    }

    /** Prints the digests of the report, in a JVM of its own that has no library of the tests. */
    static final class Digests {

        public static void main(String[] arguments) {
            System.out.println(digests());
        }
    }

    @Test
    void titleAndNoteAreText() {
        assertThat(report().html())
                .contains("<title>A &amp; B &lt;i&gt;</title>")
                .contains("&quot;seed&quot; 1")
                .doesNotContain("<i>");
    }

    @Test
    void needsNoOtherFile() {
        assertThat(report().html()).doesNotContain("http:", "https:", "src=", "url(", "@import", "<link");
    }

    @Test
    void warningsComeBeforePicturesAndThoseBeforeTheTable() {
        assertThat(report().html())
                .containsSubsequence(
                        "<h1>",
                        "<b>NotFinite</b>",
                        "<code>stem.<wbr>weight</code>",
                        "Standard deviation",
                        "Signal",
                        "<tbody role=\"rowgroup\">",
                        "<details id=\"p0\">");
    }

    @Test
    void everyPictureHasATextOrIsADecoration() {
        Matcher pictures = Pattern.compile("<svg [^>]*>").matcher(report().html());
        assertThat(pictures.results())
                .hasSizeGreaterThan(6)
                .allSatisfy(picture -> assertThat(picture.group())
                        .containsPattern("role=\"img\" aria-label=\"[^\"]{20,}\"|aria-hidden=\"true\""));
    }

    @Test
    void tablesHaveScopesAndThePageALanguage() {
        String html = report().html();
        assertThat(html).contains("<html lang=\"en\">").contains("<label for=\"search\">");
        assertThat(Pattern.compile("<th(?! [^>]*scope=)[ >]").matcher(html).find())
                .isFalse();
    }

    @Test
    void aModelOf200ParametersIsAPageOfLessThanTwoMegabytes() {
        Weights weights = Weights.of(w -> {
            for (int i = 0; i < 200; i++) {
                w.tensor("layers." + i + ".attention.projection.weight", normal(0, 1), 64, 64);
            }
        });
        assertThat(InitReport.of(weights.initialize(1).parameters()).html().length())
                .isLessThan(2_000_000);
    }

    @Test
    void anEmptyModelHasAPage() {
        assertThat(InitReport.of(Weights.of(w -> {}).parameters()).html()).contains("0 parameters", "No warnings");
    }
}
