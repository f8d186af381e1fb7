package org.initweights.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class ToneTest {

    private static final Set<Tone> TEXT = EnumSet.of(Tone.INK, Tone.MUTED, Tone.LINK, Tone.WARNING, Tone.GOOD);

    private static final Set<Tone> DATA = EnumSet.of(Tone.MEASURED, Tone.EXPECTED, Tone.FORWARD, Tone.BACKWARD);

    private static final Set<Tone> GROUNDS = EnumSet.of(Tone.PAPER, Tone.SURFACE, Tone.WARNING_SURFACE);

    @Test
    void textHasTheContrastThatWcagAsksFor() {
        assertContrast(TEXT, GROUNDS, 4.5);
    }

    @Test
    void dataHaveTheContrastThatWcagAsksFor() {
        assertContrast(DATA, EnumSet.of(Tone.PAPER), 3);
    }

    @Test
    void contrastOfBlackOnWhiteIs21() {
        assertThat(contrast(0, 0xFFFFFF)).isEqualTo(21);
    }

    private static void assertContrast(Set<Tone> tones, Set<Tone> grounds, double least) {
        for (ToIntFunction<Tone> colour : List.<ToIntFunction<Tone>>of(Tone::light, Tone::dark)) {
            for (Tone tone : tones) {
                for (Tone ground : grounds) {
                    assertThat(contrast(colour.applyAsInt(tone), colour.applyAsInt(ground)))
                            .as("%s on %s", tone, ground)
                            .isGreaterThanOrEqualTo(least);
                }
            }
        }
    }

    /** WCAG's contrast ratio. */
    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
