package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** A model that TensorFlow saved has parameters when it is loaded again. */
class SavedModelTest {

    @Test
    void hasTheVariablesThatWereSaved(@TempDir Path folder) throws IOException {
        double first;
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Ops dense = tf.withSubScope("dense");
            Variable<TFloat32> kernel = dense.withName("kernel").variable(Shape.of(4, 2), TFloat32.class);
            Placeholder<TFloat32> in = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(1, 4)));
            Signature signature = Signature.builder("serve")
                    .input("in", in)
                    .output("out", tf.linalg.matMul(in, kernel))
                    .build();
            Parameters parameters = TensorFlowVariables.parameters(session).with(normal());
            parameters.initialize(42);
            first = parameters.get("dense/kernel").get(0);
            SavedModelBundle.exporter(folder.toString())
                    .withSession(session)
                    .withSignature(signature)
                    .export();
        }
        try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString())) {
            Parameters loaded = TensorFlowVariables.parameters(bundle.session());
            assertThat(loaded.stream().map(Parameter::name)).containsExactly("dense/kernel");
            assertThat(loaded.get("dense/kernel").get(0)).isEqualTo(first);
            loaded.with(ones()).initialize(42);
            TFloat32 in = TFloat32.tensorOf(Shape.of(1, 4));
            for (int i = 0; i < 4; i++) {
                in.setFloat(i, 0, i);
            }
            TFloat32 out = (TFloat32) bundle.function("serve").call(in);
            assertThat(out.getFloat(0, 1)).isEqualTo(6);
        }
    }
}
