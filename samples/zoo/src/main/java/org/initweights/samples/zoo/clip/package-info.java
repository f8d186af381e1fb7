/**
 * CLIP with a vision transformer, as Hugging Face's {@code CLIPModel} builds and initialises it.
 *
 * <p>Radford and others, <i>Learning transferable visual models from natural language supervision</i>, 2021.
 */
package org.initweights.samples.zoo.clip;
