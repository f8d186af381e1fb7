package org.initweights.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.initweights.Weights;
import org.initweights.report.InitReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageInBrowserTest {

    private static final Pattern ROW =
            Pattern.compile("<tr role=\"row\"( hidden=\"\")?><th[^>]*><a href=\"#p(\\d+)\">");

    private static final Pattern ANY_ROW = Pattern.compile("<th scope=\"row\"[^>]*><a href=\"#p(\\d+)\">");

    @TempDir
    Path directory;

    private Chromium chromium;
    private String html;

    @BeforeEach
    void makePage() {
        chromium = Chromium.required();
        Weights weights = Weights.of(w -> w.tensor(
                                "encoder.layers.10.a_very_long_name_without_a_place_to_break.weight",
                                normal(0, 3),
                                20,
                                30)
                        .tensor("encoder.layers.2.weight", normal(0, 1), 20, 30)
                        .tensor("head.weight", normal(0, 2), 20, 30)
                        .tensor(
                                "head.<img src=x onerror=\"console.error(1)\"><script>console.error(2)</script>",
                                zeros(),
                                20))
                .initialize(1);
        html = InitReport.of(weights.parameters()).html();
    }

    @Test
    void sortsAndSearchesAsTheAddressSays() throws Exception {
        Chromium.Shown all = show(html, "#sort=std&order=descending", 1200);
        assertThat(rows(all)).containsExactly("0", "2", "1", "3");
        assertThat(all.dom()).contains("data-key=\"std\" aria-sort=\"descending\"");
        Chromium.Shown some = show(html, "#search=LAYERS+weight&sort=name", 1200);
        assertThat(rows(some)).containsExactly("1", "0", "3 hidden", "2 hidden");
        assertThat(some.dom()).contains(">2 of 4</output>");
        assertThat(some.console()).isEmpty();
    }

    @Test
    void sortsAndSearchesAsTheReaderDoes() throws Exception {
        Chromium.Shown shown = show(
                with("const title = document.querySelector('th[data-key=std] button');"
                        + "title.click(); title.click();"
                        + "const input = document.getElementById('search'); input.value = 'weight';"
                        + "input.dispatchEvent(new Event('input'));"
                        + "document.body.dataset.address = location.hash;"),
                "",
                1200);
        assertThat(rows(shown)).containsExactly("0", "2", "1", "3 hidden");
        assertThat(shown.dom()).contains("data-address=\"#search=weight&amp;sort=std&amp;order=descending\"");
        assertThat(shown.console()).isEmpty();
    }

    @Test
    void opensTheParameterThatALinkNames() throws Exception {
        Chromium.Shown shown = show(html, "#p2", 1200);
        assertThat(shown.dom()).contains("<details id=\"p2\" open=\"\">").doesNotContain("<details id=\"p1\" open");
    }

    /** Rows of parameters with pictures and without are sorted among each other. */
    @Test
    void sortsAndSearchesRowsWithoutPicturesToo() throws Exception {
        Weights weights = Weights.of(w -> {
                    for (int i = 0; i < Pictured.MOST + 20; i++) {
                        w.tensor("layers." + i + ".bias", constant(i + 0.5), 2);
                    }
                })
                .initialize(1);
        String huge = InitReport.of(weights.parameters()).html();
        Chromium.Shown sorted = show(huge, "#sort=mean&order=descending", 1200);
        List<String> rows =
                ANY_ROW.matcher(sorted.dom()).results().map(row -> row.group(1)).toList();
        assertThat(rows)
                .containsExactlyElementsOf(IntStream.iterate(Pictured.MOST + 19, i -> i >= 0, i -> i - 1)
                        .mapToObj(String::valueOf)
                        .toList());
        assertThat(sorted.console()).isEmpty();
        assertThat(show(huge, "#search=layers.519.", 1200).dom()).contains(">1 of 520</output>");
    }

    /** In a frame, since a window of the browser is no narrower than 500. */
    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1200})
    void neverScrollsSideways(int width) throws Exception {
        String measure = "document.querySelectorAll('details').forEach(one => one.open = true);"
                + "const root = document.documentElement;"
                + "parent.document.body.dataset.beyond = innerWidth + ' ' + (root.scrollWidth - root.clientWidth);";
        String framed = with(measure).replace("&", "&amp;").replace("\"", "&quot;");
        String page =
                "<body><iframe width=" + width + " height=900 style='border:0' srcdoc=\"" + framed + "\"></iframe>";
        assertThat(show(page, "", 1300).dom()).contains("data-beyond=\"" + width + " 0\"");
    }

    /** The browser itself says whether names were taken for markup: as scripts or images they would write to its console. */
    @Test
    void hostileNamesAreInert() throws Exception {
        Chromium.Shown shown = show(with("document.body.dataset.images = document.images.length"), "", 1200);
        assertThat(shown.console()).isEmpty();
        assertThat(shown.dom()).contains("data-images=\"0\"");
    }

    /** The policy of the page lets its own script run and no other. */
    @Test
    void foreignScriptsDoNotRun() throws Exception {
        String attacked = html.replace("</body>", "<script>document.title = 'attacked'</script></body>");
        Chromium.Shown shown = show(attacked, "", 1200);
        assertThat(shown.dom()).contains("<title>Initial weights</title>");
        assertThat(shown.console()).hasSize(1).first().asString().contains("Content Security Policy");
    }

    private Chromium.Shown show(String page, String fragment, int width) throws IOException, InterruptedException {
        return chromium.show(Files.writeString(directory.resolve("page.html"), page), fragment, width, directory);
    }

    /** The page with a script more, for which it has no policy. */
    private String with(String script) {
        return html.replaceFirst("<meta http-equiv[^>]*>", "")
                .replace("</body>", "<script>{" + script + "}</script></body>");
    }

    private static List<String> rows(Chromium.Shown shown) {
        return ROW.matcher(shown.dom()).results().map(PageInBrowserTest::row).toList();
    }

    private static String row(MatchResult row) {
        return row.group(2) + (row.group(1) == null ? "" : " hidden");
    }
}
