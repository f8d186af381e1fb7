package org.initweights.internal.piece;

import org.initweights.Parameter;

/** A parameter that is drawn among others, as one of a plan. */
public interface Placed extends Parameter {

    /** All that are drawn with it, in their order. */
    DrawOrder order();
}
