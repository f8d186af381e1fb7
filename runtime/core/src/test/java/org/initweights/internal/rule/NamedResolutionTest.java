package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.initweights.InitializationException;
import org.initweights.Initializers;
import org.initweights.TensorShape;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.EyeFill;
import org.junit.jupiter.api.Test;

/** Refusals begin with the name of the parameter. */
class NamedResolutionTest {

    private static final TensorShape SHAPE = TensorShape.of(2, 3);

    @Test
    void whatFitsIsGiven() {
        assertThat(NamedResolution.resolve("w", Initializers.ones(), SHAPE)).isEqualTo(new ConstantFill(1));
        assertThat(NamedResolution.resolve("w", Initializers.eye(), SHAPE)).isEqualTo(new EyeFill(2, 3));
        assertThat(NamedResolution.checked(new EyeFill(3, 2), SHAPE)).isEqualTo(new EyeFill(3, 2));
    }

    @Test
    void aFillOfAnotherSizeIsRefused() {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> NamedResolution.resolve("w", shape -> new EyeFill(3, 3), SHAPE))
                .withMessage("w: identity is made for another number of elements than the 6 of [2, 3] [FillSize]");
    }

    @Test
    void whatWorkRefusesIsNamedWithItsCause() {
        InitializationException refusal = new InitializationException("Id", "dirac", "groups", "is refused");
        InitializationException named = assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> NamedResolution.naming("fc.w", () -> {
                    throw refusal;
                }))
                .withMessage("fc.w: dirac is refused [Id]")
                .actual();
        assertThat(named.argument()).isEqualTo("groups");
        assertThat(named).hasCause(refusal);

        refusal.initCause(new ArithmeticException("deeper"));
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> NamedResolution.naming("fc.w", () -> {
                    throw refusal;
                }))
                .withCauseInstanceOf(ArithmeticException.class);
        NamedResolution.naming("fc.w", () -> {});
    }
}
