/**
 * Linear algebra in {@code double}: orthonormal columns by Householder's reflections and by blocks of Gram and Schmidt, the largest singular
 * values, Cholesky's factor. It knows no tensors and no fills.
 *
 * <p>{@link org.initweights.internal.linear.Orthonormalization}, {@link org.initweights.internal.linear.SingularVectors} and
 * {@link org.initweights.internal.linear.Cholesky} are the doors. The bits of a result depend on the vectors alone, not on how many threads
 * work.
 */
@NullMarked
package org.initweights.internal.linear;

import org.jspecify.annotations.NullMarked;
