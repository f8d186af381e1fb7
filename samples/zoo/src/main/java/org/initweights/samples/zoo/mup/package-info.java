/**
 * The transformer of Microsoft's package {@code mup}, {@code examples/Transformer/model.py} of microsoft/mup, in the maximal update
 * parametrization: with {@code MuReadout}, {@code MuAdam} and {@code MuSGD}, after {@code set_base_shapes}.
 *
 * <p>Yang, Hu and others, <i>Tensor Programs V: tuning large neural networks via zero-shot hyperparameter transfer</i>, 2022.
 */
package org.initweights.samples.zoo.mup;
