package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever declares a parameter, a refusal begins with its whole name, once. */
class RefusalNamesTest {

    @Test
    void ofShapesOfTensorsThatAreThere() {
        refused(p -> p.scope("a", a -> a.tensor("w", new float[4], ones(), -2, -2)), "a.w", "shape [-2, -2]");
        refused(p -> p.scope("a", a -> a.tensor("w", new double[4], ones(), -4)), "a.w", "shape [-4]");
        refused(p -> p.scope("a", a -> a.tensor("w", new float[2][2], ones(), -2, 2)), "a.w", "shape [-2, 2]");
        refused(p -> p.tensor("w", new short[4], HalfFormat.BF16, ones(), -4), "w", "shape [-4]");
        refused(p -> p.scope("a", a -> a.tensor("w", new float[4], dirac(), 2, 2)), "a.w", "dirac");
    }

    private static void refused(Consumer<TensorsBuilder> tensors, String name, String subject) {
        assertNamed(() -> Parameters.of(tensors), name, subject);
    }

    @Test
    void ofShapesThatAreDeclared() {
        assertNamed(() -> Plan.of(p -> p.scope("a", a -> a.tensor("w", ones(), -2, 2))), "a.w", "shape [-2, 2]");
        assertNamed(
                () -> Weights.of(p -> p.scope("a", a -> a.tensor("w", DType.F64, ones(), -2))), "a.w", "shape [-2]");
    }

    private static void assertNamed(Runnable work, String name, String subject) {
        InitializationException refusal = assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(work::run)
                .withMessageStartingWith(name + ": " + subject)
                .actual();
        assertThat(refusal.parameter()).isEqualTo(name);
        assertThat(refusal.subject()).startsWith(subject);
        assertThat(String.valueOf(refusal.getMessage()).split(name + ": ", -1)).hasSize(2);
    }

    /** Names with which the refusal itself begins, too. */
    @ParameterizedTest
    @ValueSource(strings = {"w", "n", "normal", "normal(std", "a.w"})
    void ofNumbersInPlans(String name) {
        String plan = Plan.of(p -> p.tensor(name, normal(0, 0.5), 3)).toJson();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.parse(plan.replace("0.5", "-0.5")))
                .withMessageMatching("the text is no plan: \\Q" + name + ": normal(std = -0.5) is refused\\E.*");
    }

    @Test
    void ofInitializersThatNameWhatTheyFill() {
        Initializer inner = shape -> {
            throw new InitializationException("Own", "it", null, "is refused").ofParameter("draft");
        };

        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Plan.of(p -> p.tensor("w", inner, 3)))
                .withMessage("w: draft: it is refused [Own]");
        InitializationException named = new InitializationException("Own", "it", null, "is refused").ofParameter("w");
        assertThat(named.ofParameter("w")).isSameAs(named);
    }
}
