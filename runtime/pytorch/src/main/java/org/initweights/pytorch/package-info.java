/**
 * Weights of PyTorch's modules in Java, by JavaCPP's {@code org.bytedeco:pytorch}.
 *
 * <p>{@link org.initweights.pytorch.TorchModules} gives the parameters of a module under the names of its {@code state_dict};
 * {@link org.initweights.pytorch.TorchTensorAdapter} lets the library read and write single tensors.
 */
@NullMarked
package org.initweights.pytorch;

import org.jspecify.annotations.NullMarked;
