/**
 * Random elements. A {@link SamplerSource} is a random source as kernels see it, and gives a {@link Sampler} for each parameter. The three
 * wings do not know each other:
 *
 * <table>
 * <caption>The three kinds of source</caption>
 * <tr><th>package</th><th>generator</th><th>an element depends on</th><th>threads</th></tr>
 * <tr><td>{@code seeded}</td><td>Threefry2x32, 20 rounds</td><td>seed, name, index</td><td>any number draw one parameter</td></tr>
 * <tr><td>{@code torch}</td><td>MT19937</td><td>seed, and all that was drawn before</td><td>one draws at a time</td></tr>
 * <tr><td>{@code jax}</td><td>Threefry2x32, 20 rounds</td><td>key, index</td><td>any number draw one parameter</td></tr>
 * </table>
 *
 * <p>The numbers of {@code torch} and {@code jax} are those of these two libraries, bit for bit; those of {@code seeded} are specified in
 * {@code runtime/docs/streams.md}.
 */
@NullMarked
package org.initweights.internal.draw;

import org.jspecify.annotations.NullMarked;
