package org.initweights.pytorch.page;

import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.zeros;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.initweights.FanMode;
import org.initweights.Nonlinearity;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.io.LoadOptions;
import org.initweights.pytorch.TorchModules;
import org.initweights.pytorch.TorchTensorAdapter;

/** The other snippets of the page, each between two lines that name it. */
final class More {

    private More() {}

    static void rules(Module net) throws IOException {
        // begin
        Parameters parameters = TorchModules.parameters(net);
        parameters
                .withRules(rules -> rules.named("**.bias", zeros())
                        .ofRank(4, kaimingNormal(FanMode.FAN_OUT, Nonlinearity.RELU))
                        .named("scale", normal(1, 0.02)))
                .initialize(42);
        parameters.load(Path.of("net.safetensors"), LoadOptions.lenient().converted());
        // end
    }

    static void oneTensor() {
        // begin
        Tensor weight = torch.empty(64, 3, 7, 7);
        kaimingNormal(FanMode.FAN_OUT, Nonlinearity.RELU)
                .fill(weight, new TorchTensorAdapter(), TensorShape.of(64, 3, 7, 7), RandomSource.torch(42));
        // end
    }

    static void shared(EmbeddingImpl embedding, LinearImpl head) {
        // begin
        head.weight().set_data(embedding.weight());
        // end
    }
}
