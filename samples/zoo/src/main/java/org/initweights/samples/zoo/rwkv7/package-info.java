/**
 * RWKV-7, as {@code RWKV-v7/train_temp/src/model.py} of BlinkDL/RWKV-LM builds and initialises it: its constructors, and over them
 * {@code generate_init_weight}, which writes the checkpoint that training begins with.
 *
 * <p>Peng and others, <i>RWKV-7 "Goose" with expressive dynamic state evolution</i>, 2025. The ramps are those of the later code, and not
 * those of the first, which {@link org.initweights.recipe.Rwkv7Decay} has.
 */
package org.initweights.samples.zoo.rwkv7;
