package org.initweights.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pattern that matches nothing was probably meant to be. */
class SuggestionTest {

    private static final List<String> NAMES = List.of("head.weight", "head.bias", "layers.*.weight");

    @ParameterizedTest
    @CsvSource({
        "wieght, weight",
        "**.biass, **.bias",
        "haed.*, head.*",
        "layer.*.weight, layers.*.weight",
        "layers.*.wieght, layers.*.weight",
    })
    void isThePatternWithOneNameSpeltOtherwise(String pattern, String meant) {
        matchesNothing(pattern);
        assertThat(Suggestion.of(NamePattern.of(pattern), NAMES)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"haed.wieght, head.weight", "headweight, head.weight", "hed.bais, head.bias"})
    void isElseTheNameThatIsMostLikeThePattern(String pattern, String meant) {
        matchesNothing(pattern);
        assertThat(Suggestion.of(NamePattern.of(pattern), NAMES)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"embedding", "embedding.table", "head.*.scale"})
    void isNothingIfNothingIsLikeIt(String pattern) {
        matchesNothing(pattern);
        assertThat(Suggestion.of(NamePattern.of(pattern), NAMES)).isEmpty();
    }

    /** A name that is spelt nearly so, but in whose place the pattern would match nothing, helps nobody. */
    @Test
    void matchesSomething() {
        assertThat(Suggestion.of(NamePattern.of("body.bias"), List.of("head.bias", "bode.weight", "table.x")))
                .isEmpty();
    }

    @Test
    void isNothingIfThePatternMatches() {
        assertThat(Suggestion.of(NamePattern.of("weight"), NAMES)).isEmpty();
        assertThat(Suggestion.of(NamePattern.of("**.weights"), List.of("a.weights", "a.weight")))
                .isEmpty();
    }

    private static void matchesNothing(String pattern) {
        assertThat(NAMES).noneMatch(NamePattern.of(pattern)::mayMatch);
    }
}
