package org.initweights.tensorflow.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.glorotUniform;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.zeros;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.io.LoadOptions;
import org.initweights.tensorflow.EagerVariable;
import org.initweights.tensorflow.TensorFlowInitializer;
import org.initweights.tensorflow.TensorFlowVariables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.EagerSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.framework.initializers.Initializer;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The snippets of the page, as they stand there. */
class SnippetsTest {

    @Test
    void variablesOfAGraph(@TempDir Path folder) throws IOException {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Ops dense = tf.withSubScope("dense");
            Variable<TFloat32> kernel = dense.withName("kernel").variable(Shape.of(784, 10), TFloat32.class);
            Variable<TFloat32> bias = dense.withName("bias").variable(Shape.of(10), TFloat32.class);
            Parameters model = TensorFlowVariables.parameters(session);
            model.withRules(rules -> rules.named("*kernel", glorotUniform()).named("*bias", zeros()))
                    .initialize(42);
            model.save(folder.resolve("model.safetensors"));
            model.load(folder.resolve("model.safetensors"));
            assertThat(TensorFlowVariables.parameters(session, List.of(kernel, bias))
                            .size())
                    .isEqualTo(2);
            assertThat(model.get("dense/kernel").get(0)).isNotZero();
        }
    }

    @Test
    void checkpointOfPyTorch(@TempDir Path folder) throws IOException {
        Path checkpoint = folder.resolve("torch.safetensors");
        Parameters.of(p -> p.tensor("fc.weight", new float[] {0, 1, 2, 3, 4, 5}, zeros(), 2, 3)
                        .tensor("fc.bias", new float[2], zeros(), 2)
                        .tensor("conv.weight", new float[] {0, 1, 2, 3, 4, 5}, zeros(), 3, 2, 1, 1))
                .save(checkpoint);
        TFloat32 fc = TFloat32.tensorOf(Shape.of(3, 2));
        TFloat32 bias = TFloat32.tensorOf(Shape.of(2));
        TFloat32 conv = TFloat32.tensorOf(Shape.of(1, 1, 2, 3));
        Parameters model =
                TensorFlowVariables.parameters(Map.of("fc/kernel", fc, "fc/bias", bias, "conv/kernel", conv));
        model.load(
                checkpoint,
                LoadOptions.strict()
                        .renamed("\\.weight$", "/kernel")
                        .renamed("\\.bias$", "/bias")
                        .transposed("fc/kernel")
                        .permuted("conv/kernel", 2, 3, 1, 0));
        assertThat(fc.getFloat(2, 0)).isEqualTo(2);
        assertThat(conv.getFloat(0, 0, 1, 0)).isEqualTo(1);
    }

    @Test
    void tensors() {
        TFloat32 table = TFloat32.tensorOf(Shape.of(1000, 64));
        TensorFlowVariables.parameters(Map.of("table", table))
                .with(normal(0, 0.02))
                .initialize(42);
        assertThat(Math.abs(table.getFloat(999, 63))).isBetween(1e-9f, 0.15f);
        table.close();
    }

    @Test
    void eagerVariables() {
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            Operand<TFloat32> images = tf.constant(new float[1][784]);
            EagerVariable<TFloat32> weight = EagerVariable.of(tf, "weight", TFloat32.class, 784, 10);
            TensorFlowVariables.parameters(List.of(weight))
                    .with(glorotUniform())
                    .initialize(42);
            Operand<TFloat32> logits = tf.linalg.matMul(images, weight.value());
            assertThat(logits.shape()).isEqualTo(Shape.of(1, 10));
        }
    }

    @Test
    void initializers() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            RandomSource random = RandomSource.sequence(42);
            Initializer<TFloat32> glorot = TensorFlowInitializer.of(glorotUniform(), random);
            Variable<TFloat32> hidden =
                    tf.variable(glorot.call(tf, tf.constant(new long[] {784, 256}), TFloat32.class));
            Variable<TFloat32> output = tf.variable(glorot.call(tf, tf.constant(new long[] {256, 10}), TFloat32.class));
            assertThat(hidden.shape()).isEqualTo(Shape.of(784, 256));
            assertThat(output.shape()).isEqualTo(Shape.of(256, 10));
        }
    }
}
