package org.initweights.internal.draw;

import java.util.List;
import java.util.Objects;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.RandomSource;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.work.Workers;

/** A random source as the kernels see it. Every {@link RandomSource} is one. */
public non-sealed interface SamplerSource extends RandomSource {

    /** The sampler that the parameter of this name draws from. */
    Sampler sampler(String parameter);

    /**
     * Looks whether this source can draw a normal between bounds, as elements of a type; each source asks again when it draws.
     *
     * @throws org.initweights.InitializationException if it would never end, or would give no numbers
     */
    default void check(TruncatedNormalFill fill, DType dtype) {}

    /** The order in which parameters have to draw. A parameter whose first values are overwritten may be in it twice. */
    default List<Parameter> inOrder(List<Parameter> declared) {
        return declared;
    }

    /** Whether each parameter draws the same numbers, independent of what others do at the same time. */
    default boolean isIndependent() {
        return false;
    }

    /** Whether what a parameter draws depends on its name; if not, on what was drawn before. */
    default boolean isByName() {
        return true;
    }

    /** Draws from a source. */
    @FunctionalInterface
    interface Drawing<E extends Exception> {

        /** Draws all that belongs together. */
        void run() throws E;
    }

    /**
     * Draws all that belongs together. If it matters what was drawn before, other threads that would do so meanwhile wait until it is
     * over.
     *
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted while it waits; its interrupt status stays
     *     set
     */
    default <E extends Exception> void exclusively(Drawing<E> drawing) throws E {
        drawing.run();
    }

    /**
     * This source, which draws with these workers if they can do more than one thread. It is for one initialisation, and does not wait
     * for others.
     */
    default SamplerSource on(Workers workers) {
        return this;
    }

    /** Tells this source from those that draw other numbers for parameters of these names. */
    default String fingerprint(List<String> parameters) {
        return isByName() ? toString() : this + " at " + position();
    }

    /** The position of a source that draws one parameter after the other; empty if it does not matter what was drawn before. */
    default String position() {
        return "";
    }

    /** Goes on from the position of a source like this one. */
    default void resume(String position) {}

    /**
     * A source that stands where this one stands, and from which drawing does not move this one. One whose draws do not depend on what
     * was drawn before is itself.
     */
    default SamplerSource copy() {
        return this;
    }

    /** The same source, as the kernels see it. */
    static SamplerSource of(RandomSource random) {
        return (SamplerSource) Objects.requireNonNull(random, "random is null");
    }
}
