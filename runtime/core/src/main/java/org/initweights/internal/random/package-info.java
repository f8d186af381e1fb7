/**
 * Random generators, one a file, and the derivation of their keys. They know nothing of tensors.
 *
 * <p>{@link org.initweights.internal.random.Threefry2x32} has no state: a block is a function of key and counter, so any element can be
 * made at any time. {@link org.initweights.internal.random.MersenneTwister} has 624 words of state, and makes one word after the other.
 */
@NullMarked
package org.initweights.internal.random;

import org.jspecify.annotations.NullMarked;
