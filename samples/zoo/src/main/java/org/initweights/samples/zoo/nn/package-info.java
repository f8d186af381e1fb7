/** Layers that start as those of PyTorch's {@code torch.nn} do when they are constructed. Models put their own rules over them. */
package org.initweights.samples.zoo.nn;
