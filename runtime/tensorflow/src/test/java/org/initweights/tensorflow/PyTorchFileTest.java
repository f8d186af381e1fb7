package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.initweights.Initializers;
import org.initweights.Parameters;
import org.initweights.io.LoadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** A file under PyTorch's names and in its order of axes becomes TensorFlow's kernels. */
class PyTorchFileTest {

    private static Path file(Path folder) throws IOException {
        float[] weight = new float[3 * 5];
        float[] conv = new float[4 * 2 * 3 * 3];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = i;
        }
        for (int i = 0; i < conv.length; i++) {
            conv[i] = i;
        }
        Path file = folder.resolve("torch.safetensors");
        Parameters.of(p -> p.tensor("fc.weight", weight, Initializers.zeros(), 3, 5)
                        .tensor("fc.bias", new float[] {7, 8, 9}, Initializers.zeros(), 3)
                        .tensor("conv.weight", conv, Initializers.zeros(), 4, 2, 3, 3))
                .save(file);
        return file;
    }

    private static LoadOptions options() {
        return LoadOptions.strict()
                .renamed("\\.weight$", "/kernel")
                .renamed("\\.bias$", "/bias")
                .transposed("fc/kernel")
                .permuted("conv/kernel", 2, 3, 1, 0);
    }

    private static void check(TFloat32 fc, TFloat32 conv) {
        // fc.weight[2, 4] is 2 · 5 + 4; conv.weight[3, 1, 0, 2] is ((3 · 2 + 1) · 3 + 0) · 3 + 2.
        assertThat(fc.getFloat(4, 2)).isEqualTo(14);
        assertThat(conv.getFloat(0, 2, 1, 3)).isEqualTo(65);
    }

    @Test
    void becomesVariables(@TempDir Path folder) throws IOException {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Ops layer = tf.withSubScope("fc");
            Variable<TFloat32> fc = layer.withName("kernel").variable(Shape.of(5, 3), TFloat32.class);
            layer.withName("bias").variable(Shape.of(3), TFloat32.class);
            Variable<TFloat32> conv =
                    tf.withSubScope("conv").withName("kernel").variable(Shape.of(3, 3, 2, 4), TFloat32.class);
            TensorFlowVariables.parameters(session).load(file(folder), options());
            check((TFloat32) session.runner().fetch(fc).run().get(0), (TFloat32)
                    session.runner().fetch(conv).run().get(0));
        }
    }

    @Test
    void becomesTensors(@TempDir Path folder) throws IOException {
        try (TFloat32 fc = TFloat32.tensorOf(Shape.of(5, 3));
                TFloat32 bias = TFloat32.tensorOf(Shape.of(3));
                TFloat32 conv = TFloat32.tensorOf(Shape.of(3, 3, 2, 4))) {
            TensorFlowVariables.parameters(Map.of("fc/kernel", fc, "fc/bias", bias, "conv/kernel", conv))
                    .load(file(folder), options());
            check(fc, conv);
            assertThat(bias.getFloat(1)).isEqualTo(8);
        }
    }
}
