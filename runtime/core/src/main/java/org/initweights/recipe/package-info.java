/**
 * Ready-made initializers, each named after the paper or the project that it comes from.
 *
 * <p>Most are made of the annotations in {@code org.initweights.annotation} alone, as you can make your own. A number that you leave out,
 * {@code @Gpt2Residual} without {@code layers}, is taken from the field, method or constant of the model with the same name; see
 * {@link org.initweights.annotation.FromModel}.
 */
@NullMarked
package org.initweights.recipe;

import org.jspecify.annotations.NullMarked;
