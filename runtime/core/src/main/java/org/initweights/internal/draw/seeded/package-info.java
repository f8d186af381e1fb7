/**
 * The streams of {@link org.initweights.RandomSource#seeded}: counter-based, the same values on every machine and for any number of
 * threads. Each transform is a file of its own.
 *
 * <p>Values are made in tiles of 1024. With B = 512 blocks in a group, and group g the blocks of counters gB to gB + 511:
 *
 * <ul>
 *   <li>uniform and truncated normal floats: tile t is group t; element i of the tile is made of the first word of block i if i &lt; B, of
 *       the second word of block i - B otherwise;
 *   <li>normal floats: tile t is group t; block i gives element i by the cosine and element B + i by the sine;
 *   <li>normal doubles: tile t is groups 2t and 2t + 1; block i of the first gives the radius, block i of the second the angle, of
 *       elements i and B + i;
 *   <li>uniform and truncated normal doubles: tile t is groups 2t and 2t + 1, one block an element.
 * </ul>
 *
 * <p>The key of a parameter's blocks is described in {@link org.initweights.internal.random.StreamKey}.
 *
 * <p>The way from a parameter to its elements: {@link org.initweights.internal.draw.seeded.SeededSource} makes the key;
 * {@code CounterSampler} cuts the storage into tiles; a {@code TileKernel} (uniform, normal, truncated normal) makes one tile of a
 * {@code Tile}'s words, by a {@link org.initweights.internal.draw.seeded.FloatTransforms} for floats or by {@code DoubleStages} for
 * doubles. Bits are held by {@code StreamStabilityTest}, against the program {@code runtime/docs/streams.py}.
 */
@NullMarked
package org.initweights.internal.draw.seeded;

import org.jspecify.annotations.NullMarked;
