/**
 * Random elements. A {@link SamplerSource} is a random source as kernels see it, and gives a {@link Sampler} for each parameter.
 * The three wings do not know each other: {@code seeded} (counter-based, by the name of a parameter), {@code torch} and {@code jax}
 * (the numbers of these two, bit for bit).
 */
@NullMarked
package org.initweights.internal.draw;

import org.jspecify.annotations.NullMarked;
