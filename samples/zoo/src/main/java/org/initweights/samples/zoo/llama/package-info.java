/**
 * Llama, as torchtitan builds and initialises it, in half precision.
 *
 * <p>Touvron and others, <i>Llama 2: open foundation and fine-tuned chat models</i>, 2023.
 */
package org.initweights.samples.zoo.llama;
