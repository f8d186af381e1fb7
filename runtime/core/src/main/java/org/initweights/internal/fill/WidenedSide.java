package org.initweights.internal.fill;

/** Which axis of a weight a wider layer changes. */
public enum WidenedSide {
    /** The layer's own out channels: chosen ones are there again. */
    OUT,
    /** The in channels of the layer that follows: those of a copied channel share its weight. */
    IN
}
