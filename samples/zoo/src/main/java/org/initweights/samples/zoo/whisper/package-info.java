/**
 * Whisper, as Hugging Face's {@code WhisperForConditionalGeneration} builds and initialises it.
 *
 * <p>Radford and others, <i>Robust speech recognition via large-scale weak supervision</i>, 2022.
 */
package org.initweights.samples.zoo.whisper;
