package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.icnr;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;

/** What becomes of an initializer that does not do what it should. */
class ResolutionTest {

    static final class Bad implements Initializer {
        @Override
        @SuppressWarnings("NullAway")
        public Fill resolve(TensorShape shape) {
            return null;
        }
    }

    static final class Dividing implements Initializer {
        @Override
        public Fill resolve(TensorShape shape) {
            return ones().withRows(0, 1 / (shape.size(0) - 4), zeros()).resolve(shape);
        }
    }

    private static InitializationException refusal(Initializer initializer, long... shape) {
        return assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> Weights.of(w -> w.tensor("w", initializer, shape)))
                .actual();
    }

    @Test
    void namesTheParameterWhereItReturnsNull() {
        assertThat(refusal(new Bad(), 4, 16)).hasMessageStartingWith("w: Bad.resolve returned null");
        assertThat(refusal(zeros().withRows(0, 2, new Bad()), 4, 16))
                .hasMessageStartingWith("w: Bad.resolve returned null");
        assertThat(refusal(new Bad().withRows(0, 2, zeros()), 4, 16))
                .hasMessageStartingWith("w: Bad.resolve returned null");
        assertThat(refusal(icnr(2, new Bad()), 4, 16, 3, 3)).hasMessageStartingWith("w: Bad.resolve returned null");
        assertThat(refusal(shape -> new Bad().resolve(shape), 4))
                .hasMessageStartingWith("w: its initializer returned null");
    }

    @Test
    void namesTheParameterWhereItThrows() {
        assertThat(refusal(new Dividing(), 4, 16))
                .hasMessageStartingWith("w: Dividing.resolve threw java.lang.ArithmeticException: / by zero")
                .hasCauseInstanceOf(ArithmeticException.class);
        assertThat(refusal(zeros().withRows(0, 4, new Dividing()), 8, 16))
                .hasMessageStartingWith("w: Dividing.resolve threw")
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void rulesNameTheParameterToo() {
        Parameters parameters =
                Weights.of(w -> w.tensor("fc.w", zeros(), 4, 16)).parameters();
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> parameters.withRules(rules -> rules.named("**.w", new Bad())))
                .withMessageStartingWith("fc.w: Bad.resolve returned null");
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> parameters.with(new Dividing()))
                .withMessageStartingWith("fc.w: Dividing.resolve threw");
    }

    @Test
    void itsOwnRefusalKeepsItsWords() {
        Initializer diverse = shape -> zeros().withRows(3, 9, ones()).resolve(shape);
        assertThat(refusal(diverse, 4))
                .hasMessage("w: withRows has rows 3 : 9, but [4] has the rows 0 : 4 [SliceRange]")
                .hasCauseInstanceOf(InitializationException.class);
    }
}
