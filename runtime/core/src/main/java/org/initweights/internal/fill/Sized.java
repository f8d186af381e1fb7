package org.initweights.internal.fill;

import org.initweights.Fill;

/** A fill that is made for so many elements and no others; the rest write any number. */
public interface Sized {

    /** Whether it writes just so many elements. */
    boolean fits(long elements);

    /** Whether a fill, of either sort, writes so many elements. */
    static boolean fits(Fill fill, long elements) {
        return !(fill instanceof Sized sized) || sized.fits(elements);
    }
}
