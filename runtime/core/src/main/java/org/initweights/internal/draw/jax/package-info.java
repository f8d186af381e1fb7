/**
 * JAX's random numbers on a CPU, bit for bit: the distributions of {@code jax.random}, with the arithmetic of XLA, and the initializers of
 * {@code jax.nn}. What is promised, against which versions, stands in {@code runtime/docs/parity.md}.
 *
 * <p>{@code JaxSampler} says what JAX's functions do, in operations on arrays; a {@code JaxTile} for each type does these operations with
 * XLA's rounding. An element takes the Threefry block of its index, whatever its type is.
 */
@NullMarked
package org.initweights.internal.draw.jax;

import org.jspecify.annotations.NullMarked;
