package org.initweights.samples.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void theFileIsWhatTheProgramDraws() throws IOException {
        try (InputStream file = Objects.requireNonNull(Digits.class.getResourceAsStream("digits.txt"))) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.US_ASCII).lines())
                    .containsExactlyElementsOf(DigitStrokes.lines());
        }
    }

    @Test
    void eachDigitIsThereAsOftenInBothParts() throws IOException {
        Digits digits = Digits.read();
        for (int digit = 0; digit < 10; digit++) {
            assertThat(digits.training().labels()).contains(digit);
            int wanted = digit;
            assertThat(digits.training().images().stream().filter(image -> image.digit() == wanted))
                    .hasSize(DigitStrokes.COUNT / 10 * 4 / 5);
            assertThat(digits.test().images().stream().filter(image -> image.digit() == wanted))
                    .hasSize(DigitStrokes.COUNT / 10 / 5);
        }
    }

    @Test
    void batchesHoldEachImageOnce() throws IOException {
        Digits training = Digits.read().training();
        assertThat(training.shuffled(3).batches(32).stream().flatMap(batch -> batch.images().stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(training.images());
    }
}
