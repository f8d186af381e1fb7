/**
 * JAX's random numbers on a CPU, bit for bit: the distributions of {@code jax.random}, with the arithmetic of XLA, and the
 * initializers of {@code jax.nn}. What is promised, against which versions, stands in {@code runtime/docs/parity.md}.
 */
@NullMarked
package org.initweights.internal.draw.jax;

import org.jspecify.annotations.NullMarked;
