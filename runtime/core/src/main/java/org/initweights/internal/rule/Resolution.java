package org.initweights.internal.rule;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;

/** Resolves an initializer that may be a user's: it may return null, or throw anything. */
public final class Resolution {

    private Resolution() {}

    /**
     * What the initializer resolves to.
     *
     * @throws InitializationException if it does not fit the shape, returns null, or throws something else, which is the cause
     */
    public static Fill of(Initializer initializer, TensorShape shape) {
        Fill fill;
        try {
            fill = initializer.resolve(shape);
        } catch (InitializationException e) {
            throw e;
        } catch (Exception e) { // Kotlin's initializers throw checked exceptions, too.
            InitializationException failure = new InitializationException(
                    "InitializerThrows", subject(initializer), null, "threw " + e + " for the shape " + shape);
            failure.initCause(e);
            throw failure;
        }
        if (fill == null) {
            throw new InitializationException(
                    "InitializerReturnsNull",
                    subject(initializer),
                    null,
                    "returned null for the shape " + shape + "; return the fill of another initializer");
        }
        return fill;
    }

    private static String subject(Initializer initializer) {
        Class<?> type = initializer.getClass();
        boolean isNamed = !type.isHidden() && !type.isSynthetic() && !type.isAnonymousClass();
        return isNamed ? type.getSimpleName() + ".resolve" : "its initializer";
    }
}
