package org.initweights.djl;

import java.util.Optional;
import org.initweights.Initializer;
import org.initweights.TensorShape;

/**
 * A direct parameter of a block, as PyTorch's layer has it.
 *
 * @param djlName what the block calls it
 * @param name what the {@code state_dict} calls it
 * @param shape the shape in PyTorch, and what its axes mean
 * @param initializer how PyTorch's layer starts it; empty if there is no such layer
 */
record TorchParameter(String djlName, String name, TensorShape shape, Optional<Initializer> initializer) {}
