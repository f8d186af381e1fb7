package org.initweights.report.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.*;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.initweights.Parameters;
import org.initweights.Weights;
import org.initweights.report.InitReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages of more parameters than can be drawn. */
class HugePageTest {

    private static final int HUGE = 3000;
    private static final List<String> NAMES = List.of("attention.weight", "attention.bias", "mlp.weight", "mlp.bias");

    private static String page;

    /** Layers of two weights and two biases; spoiled are the last bias and the weight of a layer in the middle. */
    @BeforeAll
    static void makePage() {
        page = page(HUGE, weights -> {
            Arrays.fill(weights.floats(name(HUGE - 1)), Float.NaN);
            Arrays.fill(weights.floats(name(1402)), 0);
        });
    }

    private static String name(int index) {
        return "layers." + index / 4 + "." + NAMES.get(index % 4);
    }

    private static Weights weights(int parameters) {
        return Weights.of(w -> {
                    for (int i = 0; i < parameters; i++) {
                        w.tensor(name(i), i % 2 == 0 ? normal(0, 1) : zeros(), i % 2 == 0 ? 4 : 1, 4);
                    }
                })
                .initialize(1);
    }

    private static String page(int parameters, Consumer<Weights> spoiled) {
        Weights weights = weights(parameters);
        spoiled.accept(weights);
        return InitReport.of(weights.parameters()).html();
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void thousandsOfParametersAreAFewMegabytes() {
        assertThat(page.length()).isLessThan(4_000_000);
        assertThat(page(4 * HUGE, weights -> {}).length() - page.length()).isLessThan(3 * HUGE * 350);
    }

    @Test
    void everyParameterHasARowWithItsNumbers() {
        String table = page.substring(page.indexOf("<table role=\"table\">"), page.indexOf("id=\"details\""));
        for (int i = 0; i < HUGE; i++) {
            assertThat(table).contains("<code>" + name(i).replace(".", ".<wbr>") + "</code>");
        }
        assertThat(count("<tr[^>]*><th", table)).isEqualTo(HUGE + 1);
        assertThat(table)
                .containsPattern(
                        "<tr id=p2801><th scope=row><a href=#p2801><code>layers.<wbr>700.<wbr>attention.<wbr>bias</code></a>"
                                + "<td>\\[1, 4]<td>0<td><td>4<td>0<td>0<td>0<td>–\n");
    }

    @Test
    void halfAThousandHavePictures() {
        assertThat(count("<details id=", page)).isEqualTo(Pictured.MOST);
        assertThat(count("aria-label=\"Histogram of ", page)).isEqualTo(Pictured.MOST);
    }

    @Test
    void parametersWithWarningsHavePictures() {
        for (int index : List.of(1402, HUGE - 1)) {
            assertThat(page)
                    .contains("<a href=\"#p" + index + "\">", "<details id=\"p" + index + "\">")
                    .contains("aria-label=\"Histogram of " + name(index) + ".");
        }
    }

    @Test
    void theFirstOfEachKindHasPictures() {
        assertThat(page)
                .contains("<details id=\"p0\">", "<details id=\"p1\">", "<details id=\"p2\">", "<details id=\"p3\">");
    }

    @Test
    void theLinkToEachParameterLeadsToOnePlace() {
        assertThat(Pattern.compile("<(?:details|tr) id=\"?p(\\d+)\"?>")
                        .matcher(page)
                        .results())
                .map(place -> Integer.parseInt(place.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, HUGE).boxed().toList());
    }

    @Test
    void saysWhatIsLeftOutAndHowToSeeIt() {
        assertThat(page)
                .contains("500 of 3,000 parameters have pictures", "Pictures of the other 2,500 are left out")
                .contains("InitReport.of(parameters.named(&quot;layers.1.**&quot;))")
                .doesNotContain("<details id=\"p4\">");
        Parameters shown = weights(HUGE).parameters().named("layers.1.**");
        assertThat(InitReport.of(shown).html())
                .contains("aria-label=\"Histogram of " + name(4) + ".")
                .doesNotContain("have pictures");
    }

    @Test
    void aWarningOfEachParameterIsListedThoughNotEachIsDrawn() {
        String bad = page(
                2000,
                weights -> weights.parameters().forEach(one -> Arrays.fill(weights.floats(one.name()), Float.NaN)));
        assertThat(count("<b>NotFinite</b>", bad)).isEqualTo(2000);
        assertThat(count("<details id=", bad)).isEqualTo(Pictured.MOST);
        assertThat(bad.length()).isLessThan(5_000_000);
    }

    @Test
    void asManyAsCanBeDrawnAreDrawnWithoutANote() {
        String whole = page(Pictured.MOST, weights -> {});
        assertThat(count("<details id=", whole)).isEqualTo(Pictured.MOST);
        assertThat(whole).doesNotContain("have pictures", "<tr id=", "compact");
    }
}
