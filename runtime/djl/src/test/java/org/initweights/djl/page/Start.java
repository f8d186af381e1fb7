package org.initweights.djl.page;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.*;
import ai.djl.nn.*;
import ai.djl.nn.core.Linear;
import org.initweights.RandomSource;
import org.initweights.djl.DjlBlocks;

class Start {
    public static void main(String[] args) throws Exception {
        Block net =
                new SequentialBlock().add(Linear.builder().setUnits(10).build()).add(Activation::relu);
        net.initialize(NDManager.newBaseManager(), DataType.FLOAT32, new Shape(1, 784));
        DjlBlocks.parameters(net).initialize(RandomSource.torch(42)); // torch.manual_seed(42), bit for bit
        DjlBlocks.parameters(net).save(java.nio.file.Path.of("net.safetensors")); // torch: load_state_dict
    }
}
