package org.initweights.internal.rule;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssertAlternative;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;

/** What an initializer says of a shape that it does not fit. */
public final class Refusal {

    private Refusal() {}

    /** The initializer refuses the shape. */
    public static ThrowableAssertAlternative<InitializationException> of(Initializer initializer, TensorShape shape) {
        return assertThatExceptionOfType(InitializationException.class)
                .as("%s for %s", initializer, shape)
                .isThrownBy(() -> initializer.resolve(shape));
    }
}
