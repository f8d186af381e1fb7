package org.initweights.collect;

import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.rule.NamedResolution;
import org.jspecify.annotations.Nullable;

/** How a parameter starts, as far as anything says so. */
sealed interface Start {

    /**
     * As an initializer says.
     *
     * @param fill what that is for the parameter's shape
     */
    record Given(Initializer initializer, Fill fill) implements Start {}

    /** As another parameter is when this one is written. */
    record Copied(Parameter source) implements Start {}

    /**
     * As its initializer computes it of another parameter, when this one is written.
     *
     * @param given the initializer, and what it computes
     */
    record Computed(Parameter source, Given given) implements Start {}

    /** Nothing says how: the parameter can be read, saved, loaded and given a rule, but not initialised. */
    record Unsaid() implements Start {}

    /** As {@code initializer} says, if there is one; what does not fit the shape or the type is refused by the parameter's name. */
    static Start of(String name, @Nullable Initializer initializer, TensorShape shape, DType dtype) {
        return initializer == null
                ? new Unsaid()
                : new Given(initializer, NamedResolution.resolve(name, initializer, shape, dtype));
    }

    /**
     * What the parameter called {@code name} starts as.
     *
     * @throws InitializationException if nothing says that
     */
    default Given given(String name) {
        if (this instanceof Given given) {
            return given;
        }
        if (this instanceof Computed computed) {
            return computed.given;
        }
        if (this instanceof Copied copied) {
            return new Given(copied.source.initializer(), copied.source.fill());
        }
        throw new InitializationException(
                "NoInitializer",
                name,
                null,
                "has no initializer, so nothing says how it starts; give it a rule, parameters.withRules(w -> w.named(\""
                        + name + "\", normal(0, 0.02))), or leave it out, parameters.where(Parameter::hasInitializer)");
    }
}
