/**
 * RecurrentGemma and Griffin, as {@code recurrentgemma/torch} of google-deepmind/recurrentgemma builds and initialises them:
 * {@code griffin.py}, {@code modules.py} and {@code layers.py}.
 *
 * <p>De and others, <i>Griffin: mixing gated linear recurrences with local attention for efficient language models</i>, 2024; Botev and
 * others, <i>RecurrentGemma: moving past transformers for efficient open language models</i>, 2024.
 */
package org.initweights.samples.zoo.griffin;
