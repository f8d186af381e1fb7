package org.initweights.internal.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "weight, weight, true",
        "weight, layers.0.weight, true",
        "weight, layers.0.bias, false",
        "*ias, layers.0.bias, true",
        "w*t, weight, true",
        "w*t, weights, false",
        "layers.*.weight, layers.0.weight, true",
        "layers.*.weight, layers.0.conv.weight, false",
        "layers.**.weight, layers.0.conv.weight, true",
        "layers.**.weight, layers.weight, true",
        "**, anything.at.all, true",
        "**.bias, bias, true",
        "**.bias, fc.bias, true",
        "**.bias, fc.biases, false",
        "a.b, x.a.b, false",
        "a+.b, a+.b, true",
        "**.a.**, a, true",
        "**.**, a, true",
        "a**, x.abc, true",
        "a.***, a.b, true",
        "a.***, a.b.c, false",
        "a..b, a..b, true",
        "a.*.b, a..b, true",
        "'', a, false",
        "*a*b, aabab, true",
        "*a*b, aaba, false",
        "heads.*, heads.#, true",
    })
    void matchesNames(String pattern, String path, boolean matches) {
        assertThat(NamePattern.of(pattern).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "layers.0.weight, layers.#.weight, true, false",
        "**.bn3.weight, layers.#.weight, false, false",
        "**.bn3.weight, layers.*.weight, true, false",
        "layers.1*.weight, layers.#.weight, true, false",
        "layers.*.weight, layers.#.weight, true, true",
        "layers.x*.weight, layers.#.weight, false, false",
        "**.weight, layers.#.#.weight, true, true",
        "weight, layers.*.weight, true, true",
        "heads.a.b.weight, heads.*.weight, true, false",
        "layers.a.b.weight, layers.#.weight, false, false",
        "layers.*.bias, layers.#.weight, false, false",
        "layers.*.weight, layers.x.weight, true, true",
        "layers.9.weight, layers.#.weight, true, false",
    })
    void mayOrMustMatchPathsThatAreNotKnown(String pattern, String path, boolean may, boolean must) {
        assertThat(NamePattern.of(pattern).mayMatch(path)).isEqualTo(may);
        assertThat(NamePattern.of(pattern).mustMatch(path)).isEqualTo(must);
    }

    @ParameterizedTest
    @CsvSource({
        "**, weight, true",
        "weight, **.weight, true",
        "**.weight, weight, true",
        "weight, head.weight, true",
        "head.weight, weight, false",
        "layers.*.weight, layers.11.weight, true",
        "layers.**, layers.*.weight, true",
        "layers.*.weight, layers.**.weight, false",
        "**.*.a, *.**.a, true",
        "*.**.a, **.*.a, true",
        "*.*.**.a, *.**.*.a, true",
        "*.*.*.**.a, *.**.y1.y2.a, true",
        "a.*.**.b, a.**.b, false",
        "**.a.b.**, a.**.b, false",
        "*a*, *ba*, true",
        "*ba*, *a*, false",
        "a*b, ab, true",
        "a*b, a*c*b, true",
        "**.**, **, true",
        "*.**, **, true",
    })
    void includesPatternsOfWhichItMatchesEveryName(String pattern, String other, boolean includes) {
        assertThat(NamePattern.of(pattern).includes(NamePattern.of(other))).isEqualTo(includes);
    }

    @Test
    void costsAtMostTheLengthOfTheNameTimesThatOfThePattern() {
        String name = "a.".repeat(60) + "x";
        String letters = "a".repeat(2_000) + "x";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(NamePattern.of("**.a.".repeat(40) + "b").matches(name)).isFalse();
            assertThat(NamePattern.of("*a".repeat(200) + "b").matches(letters)).isFalse();
            assertThat(NamePattern.of("x." + "*a".repeat(200) + "b").mayMatch("x." + letters))
                    .isFalse();
            assertThat(NamePattern.of("**.a." + "*.".repeat(60) + "b")
                            .includes(NamePattern.of("**.*a." + "*.".repeat(60) + "**.c")))
                    .isFalse();
        });
    }
}
