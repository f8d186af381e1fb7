/**
 * DiT, the diffusion transformer, as {@code models.py} of {@code facebookresearch/DiT} builds and initialises it.
 *
 * <p>Peebles and Xie, <i>Scalable diffusion models with transformers</i>, 2022.
 */
package org.initweights.samples.zoo.dit;
