package org.initweights.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.initializer.UniformInitializer;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole models start with the bits that DJL's own initializers draw after {@code Engine.setRandomSeed}. */
class SameNumbersTest {

    private static final int SEEDS = 100;

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    /** The bits of all parameters, by DJL's names. */
    private static Map<String, int[]> bits(Block block) {
        Map<String, int[]> bits = new TreeMap<>();
        for (Pair<String, Parameter> pair : block.getParameters()) {
            float[] values = pair.getValue().getArray().toFloatArray();
            int[] each = new int[values.length];
            for (int i = 0; i < each.length; i++) {
                each[i] = Float.floatToRawIntBits(values[i]);
            }
            bits.put(pair.getKey(), each);
        }
        return bits;
    }

    private static void assertSame(Block ours, Block theirs, long seed) {
        Map<String, int[]> expected = bits(theirs);
        Map<String, int[]> actual = bits(ours);
        assertThat(actual.keySet()).isEqualTo(expected.keySet()).isNotEmpty();
        List<String> different = new ArrayList<>();
        expected.forEach((name, values) -> {
            if (!Arrays.equals(values, actual.get(name))) {
                different.add(name);
            }
        });
        assertThat(different).as("seed %s", seed).isEmpty();
    }

    /** Compares what our parameters and DJL's initializers give a model, seed after seed. */
    private void compare(Models model, Function<Parameters, Consumer<RandomSource>> ruled, Consumer<Block> prepared) {
        Block ours = model.initialised(manager);
        Consumer<RandomSource> start = ruled.apply(DjlBlocks.parameters(ours));
        for (int seed = 0; seed < SEEDS; seed++) {
            try (NDManager own = manager.newSubManager()) {
                Block theirs = model.block();
                prepared.accept(theirs);
                Engine.getInstance().setRandomSeed(seed);
                theirs.initialize(own, DataType.FLOAT32, model.input());
                start.accept(RandomSource.torch(seed));
                assertSame(ours, theirs, seed);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Models.class)
    void normalsAndUniforms(Models model) {
        compare(
                model,
                parameters -> parameters.withRules(rules -> rules.all(normal(0, 0.03f))
                        .named("**.bias*", uniform(-0.25f, 0.25f))
                        .optional())::initialize,
                block -> {
                    block.setInitializer(new NormalInitializer(0.03f), parameter -> true);
                    block.setInitializer(new UniformInitializer(0.25f), Parameter.Type.BIAS);
                    block.setInitializer(new UniformInitializer(0.25f), Parameter.Type.BETA);
                });
    }

    /** DJL's own start: normals with the standard deviation √(2 / fan_in), in single precision. */
    @ParameterizedTest
    @EnumSource(Models.class)
    void djlsDefaults(Models model) {
        Initializer weights = shape -> {
            float fan = shape.size(1);
            for (int axis = 2; axis < shape.rank(); axis++) {
                fan *= shape.size(axis);
            }
            return normal(0, (float) StrictMath.sqrt(2 / fan)).resolve(shape);
        };
        compare(
                model,
                parameters -> parameters.withRules(
                        rules -> rules.where(parameter -> parameter.shape().rank() > 1, weights)
                                .named("**.bias*", zeros())
                                .optional()
                                .where(parameter -> parameter.elements() == 1, ones())
                                .optional())::initialize,
                block -> block.setInitializer(
                        ai.djl.training.initializer.Initializer.ONES,
                        parameter -> parameter.getName().equals("alpha")));
    }

    /** As PyTorch's layers start, by the engine's own uniform and normal numbers. */
    @ParameterizedTest
    @EnumSource(Models.class)
    void pytorchsDefaults(Models model) {
        compare(model, parameters -> parameters::initialize, SameNumbersTest::startAsPytorch);
    }

    private static void startAsPytorch(Block block) {
        for (Parameter parameter : block.getDirectParameters().values()) {
            String name = parameter.getName();
            if (block instanceof RecurrentBlock) {
                // U(±1 / √hidden): the rows of all gates, and a column for each hidden unit.
                parameter.setInitializer(within(() -> 1
                        / Math.sqrt((double) block.getDirectParameters()
                                .get("l_0_h2h_WEIGHT")
                                .getShape()
                                .get(1))));
            } else if (name.equals("embedding")) {
                parameter.setInitializer(new NormalInitializer(1));
            } else if (name.equals("alpha")) {
                parameter.setInitializer(new ConstantInitializer(0.25f));
            } else if (name.equals("weight")) {
                parameter.setInitializer(within(() -> Math.sqrt(3) * Math.sqrt(2 / (1 + 5.0)) / Math.sqrt(fan(block))));
            } else if (name.equals("bias")) {
                parameter.setInitializer(within(() -> 1 / Math.sqrt(fan(block))));
            }
        }
        block.getChildren().values().forEach(SameNumbersTest::startAsPytorch);
    }

    /** The inputs of one output: all of the weight's sizes but the first. */
    private static double fan(Block block) {
        Shape weight = block.getDirectParameters().get("weight").getShape();
        return weight.slice(1).size();
    }

    private static ai.djl.training.initializer.Initializer within(DoubleSupplier bound) {
        return (manager, shape, type) -> {
            float limit = (float) bound.getAsDouble();
            return manager.randomUniform(-limit, limit, shape, type);
        };
    }
}
