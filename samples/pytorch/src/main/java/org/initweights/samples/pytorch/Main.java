package org.initweights.samples.pytorch;

import java.io.IOException;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.initweights.Nonlinearity;
import org.initweights.RandomSource;
import org.initweights.pytorch.TorchModules;
import org.initweights.samples.showcase.Showcase;

/**
 * Initialises a network of JavaCPP's PyTorch as {@code torch.manual_seed(42)} before its constructor would, prints its parameters, and writes
 * {@code net.safetensors}, which {@code net.py} loads.
 */
public final class Main {

    private Main() {}

    /** The only argument, which may be left out, is the directory to write to. */
    public static void main(String... args) throws IOException {
        Net net = new Net();
        Showcase.run(
                "net",
                net,
                (model, seed) -> TorchModules.parameters(model).initialize(RandomSource.torch(seed)),
                TorchModules::parameters,
                Nonlinearity.RELU,
                Showcase.directory(args));
        Tensor scores = net.forward(torch.ones(1, 3, 32, 32));
        System.out.println("A white picture has " + scores.numel() + " scores, the first "
                + scores.view(-1).get(0).item_float());
    }
}
