package org.initweights.djl.page;

import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;
import static org.initweights.Nonlinearity.RELU;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Block;
import java.nio.file.Path;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Shape;
import org.initweights.djl.DjlArrayAdapter;
import org.initweights.djl.DjlBlocks;
import org.initweights.djl.DjlInitializer;

final class Snippets {

    private Snippets() {}

    static void blocks(Block block) throws Exception {
        Parameters parameters = DjlBlocks.parameters(block); // of a block that is initialised
        parameters
                .withRules(rules ->
                        rules.named("**.weight", kaimingNormal(FAN_OUT, RELU)).named("**.bias", zeros()))
                .initialize(42); // what no rule names keeps its values
        parameters.load(Path.of("from-pytorch.safetensors"));
    }

    static void arrays(NDArray array) {
        normal(0, 0.02)
                .fill("wte.weight", array, new DjlArrayAdapter(), TensorShape.of(50257, 768), RandomSource.seeded(42));
    }

    static void late(Block block, NDManager manager) {
        RandomSource random = RandomSource.torch(42); // one for all, or equal layers start alike
        block.setInitializer(DjlInitializer.of(kaimingNormal(FAN_OUT, RELU), random), ai.djl.nn.Parameter.Type.WEIGHT);
        block.setInitializer(DjlInitializer.of(uniform(-0.1, 0.1), random), ai.djl.nn.Parameter.Type.BIAS);
        block.initialize(manager, DataType.FLOAT32, new ai.djl.ndarray.types.Shape(1, 3, 224, 224));
    }

    // The fields of a model.
    @InitWeights
    static class Head {
        @Shape({10, 64})
        @KaimingNormal
        final NDArray weight; // no adapter to name

        Head(NDManager manager) {
            weight = manager.create(new ai.djl.ndarray.types.Shape(10, 64));
        }
    }
}
