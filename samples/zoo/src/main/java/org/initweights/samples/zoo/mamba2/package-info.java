/**
 * Mamba-2, as {@code state-spaces/mamba} builds and initialises it: {@code MambaLMHeadModel} in {@code models/mixer_seq_simple.py} with
 * {@code Mamba2} of {@code modules/mamba2.py}, {@code Mamba2Simple} of {@code modules/mamba2_simple.py}, and {@code MHA} and {@code GatedMLP}
 * for the models that have attention or perceptrons too.
 *
 * <p>Dao and Gu, <i>Transformers are SSMs: generalized models and efficient algorithms through structured state space duality</i>, 2024.
 */
package org.initweights.samples.zoo.mamba2;
