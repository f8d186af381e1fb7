package org.initweights.collect;

import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.internal.message.Excerpt;
import org.initweights.internal.rule.NamedResolution;

/**
 * An initializer that is made of numbers of the model: {@code () -> normal(0, std)}. It is made where its parameter is known, so that what
 * refuses a number is refused by the parameter's name.
 *
 * <p>It is called by the thread that collects.
 */
@FunctionalInterface
public interface ModelInitializer {

    /**
     * Makes the initializer.
     *
     * @throws InitializationException if it refuses a number
     */
    Initializer make();

    /**
     * The initializer of a parameter.
     *
     * @throws IllegalArgumentException what making it threw, which begins with the parameter's name
     */
    static Initializer of(String parameter, ModelInitializer initializer) {
        try {
            return initializer.make();
        } catch (InitializationException e) {
            throw NamedResolution.named(parameter, e);
        } catch (ModelNumberException e) {
            throw e.of(parameter);
        } catch (Exception e) { // A user's constructor throws anything; one of Kotlin also checked exceptions.
            InitializationException failure = new InitializationException(
                    "InitializerThrows", "its initializer", null, "threw " + Excerpt.of(e.toString()));
            failure.initCause(e);
            throw NamedResolution.named(parameter, failure);
        }
    }
}
