package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.initweights.Execution;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;

/** Several threads write different variables, and each gets what it would get alone. */
class ManyVariablesTest {

    private static final int COUNT = 60;

    @Test
    void ofAGraph() {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            for (int i = 0; i < COUNT; i++) {
                if (i % 2 == 0) {
                    tf.withName("v" + i).variable(Shape.of(100, i + 1), TFloat32.class);
                } else {
                    tf.withName("v" + i)
                            .varHandleOp(TFloat32.class, Shape.of(100, i + 1), VarHandleOp.sharedName("v" + i));
                }
            }
            check(TensorFlowVariables.parameters(session));
        }
    }

    @Test
    void ofAnEagerSession() {
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            List<EagerVariable<TFloat32>> variables = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                variables.add(EagerVariable.of(tf, "v" + i, TFloat32.class, 100, i + 1));
            }
            check(TensorFlowVariables.parameters(variables));
        }
    }

    private static void check(Parameters parameters) {
        assertThat(parameters.size()).isEqualTo(COUNT);
        parameters.with(normal()).initialize(RandomSource.seeded(42), Execution.on(ForkJoinPool.commonPool(), 8));
        for (Parameter parameter : parameters) {
            float[] alone = new float[(int) parameter.elements()];
            normal().fill(parameter.name(), alone, parameter.shape(), RandomSource.seeded(42));
            for (int i = 0; i < alone.length; i += 977) {
                assertThat((float) parameter.get(i)).isEqualTo(alone[i]);
            }
        }
    }
}
