package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are read word by word, in either style. */
class NameWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"bias", "biasIh", "bias_ih", "normBias", "conv1Bias", "beta", "BIAS", "_bias_"})
    void areOfBiases(String name) {
        assertThat(NameWords.isBias(name)).isTrue();
        assertThat(NameWords.isTable(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"embedding", "posEmbedding", "pos_embedding", "tokenTable", "wte"})
    void areOfTables(String name) {
        assertThat(NameWords.isTable(name)).isTrue();
        assertThat(NameWords.isBias(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight", "unbiased", "biased", "stable", "tablet", "alphabeta"})
    void areOfNeitherIfAWordIsOnlyAPart(String name) {
        assertThat(NameWords.isBias(name)).isFalse();
        assertThat(NameWords.isTable(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ffnGate, true", "gate_proj, true", "gateway, false", "w2Gate, true"})
    void haveWords(String name, boolean has) {
        assertThat(NameWords.has(name, Set.of("gate"))).isEqualTo(has);
    }

    @ParameterizedTest
    @CsvSource({
        "b, w, true",
        "b1, w1, true",
        "qB, qW, true",
        "bq, wq, true",
        "b, wq, false",
        "w, b, false",
        "b, b, false",
        "bb, ww, false",
        "qB, qw, false"
    })
    void areOfABiasAndItsWeightInShort(String bias, String weight, boolean are) {
        assertThat(NameWords.isShortBiasOf(bias, weight)).isEqualTo(are);
    }
}
