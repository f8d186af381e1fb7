/**
 * Linear algebra: orthonormal columns by Householder's reflections and by blocks of Gram and Schmidt, in {@code double}. It knows no
 * tensors and no fills.
 *
 * <p>{@link org.initweights.internal.linear.Orthonormalization} is the only door. The bits of a result depend on the vectors alone, not on
 * how many threads work.
 */
@NullMarked
package org.initweights.internal.linear;

import org.jspecify.annotations.NullMarked;
