/**
 * EfficientNet, as timm builds and initialises it. The running means and variances of its normalisations are no parameters, and left
 * out.
 *
 * <p>Tan and Le, <i>EfficientNet: rethinking model scaling for convolutional neural networks</i>, 2019.
 */
package org.initweights.samples.zoo.efficientnet;
