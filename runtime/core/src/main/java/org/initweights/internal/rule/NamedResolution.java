package org.initweights.internal.rule;

import java.util.function.Supplier;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.fill.Sized;
import org.initweights.internal.message.Excerpt;
import org.initweights.internal.values.FloatRange;
import org.initweights.internal.values.IntegerValues;

/** Resolves the initializer of a parameter that has a name. */
public final class NamedResolution {

    private NamedResolution() {}

    /**
     * What the initializer resolves to.
     *
     * @throws InitializationException if it does not fit the shape, returns null, or throws something else, which is the cause; it
     *     begins with the parameter's name
     */
    public static Fill resolve(String name, Initializer initializer, TensorShape shape) {
        return named(name, () -> resolve(initializer, shape));
    }

    /**
     * What the initializer resolves to, for who names the parameter otherwise.
     *
     * @throws InitializationException as {@link #resolve(String, Initializer, TensorShape)}, without the name
     */
    public static Fill resolve(Initializer initializer, TensorShape shape) {
        return checked(Resolution.of(initializer, shape), shape);
    }

    /**
     * What the initializer resolves to, for elements of a type.
     *
     * @throws InitializationException as {@link #resolve(String, Initializer, TensorShape)}, or if the type cannot hold it
     */
    public static Fill resolve(String name, Initializer initializer, TensorShape shape, DType dtype) {
        Fill fill = resolve(name, initializer, shape);
        naming(name, () -> checkHeld(fill, dtype));
        return fill;
    }

    /**
     * Checks that elements of a type can be what a fill gives.
     *
     * @throws InitializationException if they cannot
     */
    public static void checkHeld(Fill fill, DType dtype) {
        IntegerValues.check(fill, dtype);
        FloatRange.check(fill, dtype);
    }

    /**
     * Says of which parameter a refusal is.
     *
     * @throws InitializationException what {@code work} throws, beginning with the parameter's name
     */
    public static void naming(String name, Runnable work) {
        named(name, () -> {
            work.run();
            return name;
        });
    }

    /**
     * Says of which parameter a refusal is.
     *
     * @return what {@code work} gives
     * @throws InitializationException what {@code work} throws, beginning with the parameter's name
     */
    public static <T> T named(String name, Supplier<T> work) {
        try {
            return work.get();
        } catch (InitializationException e) {
            throw named(name, e);
        }
    }

    /** A refusal that begins with the parameter's name, once. */
    public static InitializationException named(String name, InitializationException refusal) {
        return refusal.ofParameter(Excerpt.of(name));
    }

    /**
     * A fill, if it is made for a parameter of this shape.
     *
     * @throws InitializationException if it is made for another number of elements
     */
    public static Fill checked(Fill fill, TensorShape shape) {
        if (!Sized.fits(fill, shape.elements())) {
            throw new InitializationException(
                    "FillSize",
                    fill.toString(),
                    null,
                    "is made for another number of elements than the " + shape.elements() + " of " + shape);
        }
        return fill;
    }
}
