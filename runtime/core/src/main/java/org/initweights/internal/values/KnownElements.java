package org.initweights.internal.values;

import org.initweights.internal.fill.Sized;

/**
 * What a fill is whose elements are all known: nothing is drawn, and every element can be computed by itself, to the bit.
 *
 * <p>Mean, standard deviation and bounds come from looking at all elements. Of more than {@link #most()} they are not known.
 */
public interface KnownElements extends Sized {

    /** Computes ranges of elements, with one thread. */
    @FunctionalInterface
    interface Source {

        /**
         * Puts {@code count} elements to the beginning of {@code out}.
         *
         * @param from the first, in row-major order
         */
        void compute(long from, int count, double[] out);
    }

    /** Makes sources for several threads, which share what is computed for all. */
    @FunctionalInterface
    interface Sources {

        /** A source for one thread. */
        Source next();
    }

    /** How many elements there are. */
    long elements();

    /**
     * What computes elements, for any number of threads if {@link #isConcurrent}.
     *
     * @param elements how many will be computed
     */
    Sources sources(long elements);

    /** Something that computes elements, for one thread. */
    default Source source(long elements) {
        return sources(elements).next();
    }

    /** Whether several threads may compute, each with a source of its own. */
    boolean isConcurrent();

    /** How many elements are looked at to know their mean, standard deviation and bounds. */
    default long most() {
        return 1 << 20;
    }

    /**
     * Refuses elements that are no finite numbers.
     *
     * @throws org.initweights.InitializationException of the element of this index
     */
    void refuse(long index, double value);

    /** Mean, standard deviation and bounds of the elements. */
    default KnownMoments moments() {
        return KnownMoments.of(this);
    }
}
