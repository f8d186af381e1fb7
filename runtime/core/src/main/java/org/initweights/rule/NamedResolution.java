package org.initweights.rule;

import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;

/** Resolves the initializer of a parameter that has a name. */
public final class NamedResolution {

    private NamedResolution() {}

    /**
     * What the initializer resolves to.
     *
     * @throws InitializationException if it does not fit the shape; it begins with the parameter's name
     */
    public static Fill resolve(String name, Initializer initializer, TensorShape shape) {
        try {
            return initializer.resolve(shape);
        } catch (InitializationException e) {
            throw new InitializationException(e.id(), name + ": " + e.subject(), e.argument(), e.problem());
        }
    }
}
