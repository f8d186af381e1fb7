/**
 * Pieces of parameters: any elements of any parameter, drawn apart from all others, with the values that they have in the whole.
 *
 * <p>{@link org.initweights.internal.piece.DrawOrder} finds where a source stands when a parameter of a plan draws;
 * {@link org.initweights.internal.piece.ElementDrawing} draws elements of it from there.
 */
@NullMarked
package org.initweights.internal.piece;

import org.jspecify.annotations.NullMarked;
