package org.initweights.internal.fill;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initweights.InitializationException;

/** What fills refuse. */
final class Refusals {

    private Refusals() {}

    /** It is refused in these words, the last of which is the id. */
    static void assertRefused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(call)
                .withMessage(message);
    }

    /** It is refused as this kind of mistake. */
    static void assertRefusedAs(String id, ThrowingCallable call) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(call)
                .withMessageEndingWith("[" + id + "]");
    }
}
