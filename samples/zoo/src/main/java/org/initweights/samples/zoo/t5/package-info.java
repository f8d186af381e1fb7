/**
 * T5, as Hugging Face's {@code T5ForConditionalGeneration} builds and initialises it, with {@code initializer_factor} 1.
 *
 * <p>Raffel and others, <i>Exploring the limits of transfer learning with a unified text-to-text transformer</i>, 2020.
 */
package org.initweights.samples.zoo.t5;
