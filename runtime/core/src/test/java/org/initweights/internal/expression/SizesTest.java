package org.initweights.internal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    private static final Sizes MODEL = new Sizes(
            Map.of("in", 7L, "out", 1L, "head.out", 2L, "head.fc.out", 3L, "headless.out", 4L, "has", 1L, "not", 0L),
            "");

    /** The innermost of the models around a name that has it. */
    @Test
    void areThoseOfTheInnermostModelThatHasThem() {
        Sizes head = MODEL.of("head");
        assertThat(MODEL.named("out")).isEqualTo(1);
        assertThat(head.named("out")).isEqualTo(2);
        assertThat(head.of("fc").named("out")).isEqualTo(3);
        assertThat(head.of("fc").named("in")).isEqualTo(7);
        assertThat(head.of("fc2").named("out")).isEqualTo(2);
        assertThat(MODEL.of("body").of("fc").named("out")).isEqualTo(1);
        assertThat(MODEL.of("h").named("out")).isEqualTo(1);
    }

    @Test
    void areComputed() {
        assertThat(MODEL.of("head").value("out * in + 1")).isEqualTo(15);
    }

    @Test
    void areAskedForByTheNamesThatWouldBeFound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.named("width"))
                .withMessage("the size \"width\" is not known while a plan is read; give it as \"width\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.of("head").of("fc").named("width"))
                .withMessage("the size \"width\" is not known while a plan is read; give it as \"head.fc.width\", or as"
                        + " \"width\" for all models");
    }

    @ParameterizedTest
    @CsvSource({"has, true", "not, false"})
    void areConditionsAsOneAndZero(String condition, boolean holds) {
        assertThat(MODEL.of("head").isTrue("bias", condition)).isEqualTo(holds);
    }

    @Test
    void areNoConditionsOtherwise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.of("head").isTrue("bias", "out"))
                .withMessage(
                        "bias: there only if \"out\", which is given as 2; give 1 if it is true and 0 if it is false");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MODEL.of("head").isTrue("bias", "hasBias"))
                .withMessage(
                        "bias: there only if \"hasBias\", which is not known while a plan is read; give it like a size,"
                                + " \"head.hasBias\", as 1 if it is true and 0 if it is false")
                .withCauseInstanceOf(IllegalArgumentException.class);
    }
}
