/**
 * Swin Transformer, as timm builds and initialises it.
 *
 * <p>Liu and others, <i>Swin Transformer: hierarchical vision transformer using shifted windows</i>, 2021.
 */
package org.initweights.samples.zoo.swin;
