package org.initweights.select;

import static org.assertj.core.api.Assertions.assertThat;

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
        "layers.0.weight, layers.#.weight, true",
        "**.bn3.weight, layers.#.weight, false",
        "**.bn3.weight, layers.*.weight, true",
        "layers.1*.weight, layers.#.weight, true",
    })
    void matchesNamesAndPaths(String pattern, String path, boolean matches) {
        assertThat(NamePattern.of(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void aNarrowerRuleIsOneOfANarrowerTypeThenPatternThenRank() {
        Specificity any = new Specificity(0, NamePattern.of("**"), false);
        Specificity ranked = new Specificity(0, NamePattern.of("**"), true);
        Specificity wild = new Specificity(0, NamePattern.of("*.weight"), false);
        Specificity named = new Specificity(0, NamePattern.of("conv.weight"), false);
        Specificity typed = new Specificity(1, NamePattern.of("**"), false);
        assertThat(new Specificity[] {any, ranked, wild, named, typed}).isSorted();
        assertThat(typed).isGreaterThan(named);
        assertThat(named).isGreaterThan(wild);
        assertThat(any)
                .isEqualTo(new Specificity(0, NamePattern.of("**"), false))
                .isNotEqualTo(ranked);
    }
}
