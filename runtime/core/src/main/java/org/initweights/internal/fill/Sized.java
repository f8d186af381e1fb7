package org.initweights.internal.fill;

import org.initweights.Fill;

/** A fill for one number of elements only; the others write any number. */
public interface Sized {

    /** Whether it is made for exactly this many elements. */
    boolean fits(long elements);

    /** Whether a fill, sized or not, can write this many elements. */
    static boolean fits(Fill fill, long elements) {
        return !(fill instanceof Sized sized) || sized.fits(elements);
    }
}
