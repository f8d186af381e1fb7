package org.initweights.statistics.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.initweights.Initializers;
import org.initweights.Weights;
import org.initweights.internal.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordSelectionTest {

    @Test
    void singleHasTheWordsThatAParameterIsMadeOf() {
        float[] uniforms = Weights.of(weights -> weights.tensor("layers.0.weight", Initializers.uniform(), 100_000))
                .initialize(7)
                .floats("layers.0.weight");

        int[] words = take(WordSelection.SINGLE, uniforms.length);

        for (int i = 0; i < words.length; i++) {
            assertThat(uniforms[i]).isEqualTo((words[i] >>> 8) * 0x1p-24f);
        }
    }

    @Test
    void pathsTakeAWordOfEachInTurn() {
        int[] words = take(WordSelection.PATHS, 256 * 1024 * 3);

        for (int i : new int[] {0, 255, 256, 256 * 511 + 17, 256 * 512, 256 * 2000 + 255}) {
            assertThat(words[i]).isEqualTo(word(StreamKey.of(7, "layers." + i % 256 + ".weight"), i / 256));
        }
    }

    @Test
    void seedsTakeAWordOfEachInTurn() {
        int[] words = take(WordSelection.SEEDS, 256 * 1024);

        for (int i : new int[] {0, 255, 256, 256 * 1000 + 3}) {
            assertThat(words[i]).isEqualTo(word(StreamKey.of(7 + i % 256, "layers.0.weight"), i / 256));
        }
    }

    @Test
    void interleavedTakesBothWordsOfABlock() {
        int[] words = take(WordSelection.INTERLEAVED, 64 * 1024 * 2);
        StreamKey third = StreamKey.of(7, "layers.2.weight");

        assertThat(pair(words, 2 * 1024 + 2 * 5)).isEqualTo(third.block(5));
        assertThat(pair(words, 66 * 1024 + 2 * 5)).isEqualTo(third.block(512 + 5));
    }

    @Test
    void firstTakesOneBlockOfEach() {
        assertThat(pair(take(WordSelection.FIRST_OF_PATHS, 200_000), 2 * 70_000))
                .isEqualTo(StreamKey.of(7, "layers.70000.weight").block(0));
        assertThat(pair(take(WordSelection.FIRST_OF_SEEDS, 200_000), 2 * 70_000))
                .isEqualTo(StreamKey.of(70_007, "layers.0.weight").block(0));
    }

    @ParameterizedTest
    @EnumSource(WordSelection.class)
    void isFoundByItsName(WordSelection selection) {
        assertThat(WordSelection.named(selection.toString())).isEqualTo(selection);
    }

    @Test
    void saysWhatThereIsIfANameIsUnknown() {
        assertThatThrownBy(() -> WordSelection.named("singel"))
                .hasMessage("no selection is called \"singel\"; there are single, paths, seeds, interleaved,"
                        + " first-of-paths, first-of-seeds");
    }

    private static int[] take(WordSelection selection, int count) {
        WordSource words = selection.open(7).words();
        return IntStream.generate(words::next).limit(count).toArray();
    }

    /** The word of float32 element {@code i}. */
    private static int word(StreamKey key, int i) {
        long block = key.block(i / 1024 * 512 + i % 512);
        return (int) (i % 1024 < 512 ? block >>> 32 : block);
    }

    private static long pair(int[] words, int at) {
        return (long) words[at] << 32 | Integer.toUnsignedLong(words[at + 1]);
    }
}
