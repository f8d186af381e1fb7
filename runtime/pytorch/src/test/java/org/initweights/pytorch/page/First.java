package org.initweights.pytorch.page;

import java.nio.file.Path;
import org.bytedeco.pytorch.*;
import org.initweights.RandomSource;
import org.initweights.pytorch.TorchModules;

public class First {
    public static void main(String... args) throws Exception {
        SequentialImpl net = new SequentialImpl();
        net.push_back(new LinearImpl(784, 128));
        net.push_back(new ReLUImpl());
        net.push_back(new LinearImpl(128, 10));
        TorchModules.parameters(net).initialize(RandomSource.torch(42)); // as torch.manual_seed(42) has it
        TorchModules.parameters(net).save(Path.of("net.safetensors")); // for load_state_dict(load_file(…))
    }
}
