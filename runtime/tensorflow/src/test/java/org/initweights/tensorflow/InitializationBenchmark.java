package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * How long 25 million floats take by the library and by TensorFlow's own operations, in turns in one process. It is not among the tests that
 * always run: {@code mvn verify -Pframeworks -pl runtime/tensorflow -am -Dtest=InitializationBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class InitializationBenchmark {

    private static final int ROUNDS = 15;

    private static final int SIDE = 5000;

    /** Prints the shortest time of each, in milliseconds. */
    @Test
    void isAtLeastTwiceAsFastForNormals() {
        Map<String, Runnable> cases = new LinkedHashMap<>();
        try (Graph graph = new Graph();
                Session session = new Session(graph);
                EagerSession eager = EagerSession.create()) {
            addTensors(cases);
            addOperations(cases, Ops.create(eager));
            addVariables(cases, Ops.create(graph), session);
            Map<String, Double> best = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                cases.forEach((name, run) -> best.merge(name, milliseconds(run), Math::min));
            }
            best.forEach((name, time) -> System.out.printf(Locale.ROOT, "%-44s %6.0f ms%n", name, time));
            for (String name : List.of("normal", "truncated normal")) {
                assertThat(2 * time(best, "ours, tensor, seeded, " + name))
                        .isLessThan(time(best, "TensorFlow, eager, " + name));
            }
        }
    }

    private static double time(Map<String, Double> times, String name) {
        return Objects.requireNonNull(times.get(name), name);
    }

    private static void addTensors(Map<String, Runnable> cases) {
        TFloat32 tensor = TFloat32.tensorOf(Shape.of(SIDE, SIDE));
        Parameters parameters = TensorFlowVariables.parameters(Map.of("w", tensor));
        initializers()
                .forEach((name, initializer) -> sources()
                        .forEach((source, random) -> cases.put(
                                "ours, tensor, " + source + ", " + name,
                                () -> parameters.with(initializer).initialize(random))));
    }

    private static void addOperations(Map<String, Runnable> cases, Ops tf) {
        Operand<TInt32> shape = tf.constant(new int[] {SIDE, SIDE});
        cases.put(
                "TensorFlow, eager, normal",
                () -> tf.random.randomStandardNormal(shape, TFloat32.class).asTensor());
        cases.put(
                "TensorFlow, eager, truncated normal",
                () -> tf.random.truncatedNormal(shape, TFloat32.class).asTensor());
        cases.put(
                "TensorFlow, eager, uniform",
                () -> tf.random.randomUniform(shape, TFloat32.class).asTensor());
    }

    private static void addVariables(Map<String, Runnable> cases, Ops tf, Session session) {
        Variable<TFloat32> variable = tf.withName("w").variable(Shape.of(SIDE, SIDE), TFloat32.class);
        Operand<TInt32> shape = tf.constant(new int[] {SIDE, SIDE});
        Parameters parameters = TensorFlowVariables.parameters(session, List.of(variable));
        initializers()
                .forEach((name, initializer) -> cases.put(
                        "ours, variable, seeded, " + name,
                        () -> parameters.with(initializer).initialize(42)));
        Operand<TFloat32> normal = tf.assign(variable, tf.random.randomStandardNormal(shape, TFloat32.class));
        Operand<TFloat32> truncated = tf.assign(variable, tf.random.truncatedNormal(shape, TFloat32.class));
        Operand<TFloat32> uniform = tf.assign(variable, tf.random.randomUniform(shape, TFloat32.class));
        cases.put("TensorFlow, variable, normal", () -> session.run(normal));
        cases.put("TensorFlow, variable, truncated normal", () -> session.run(truncated));
        cases.put("TensorFlow, variable, uniform", () -> session.run(uniform));
    }

    private static Map<String, Initializer> initializers() {
        Map<String, Initializer> initializers = new LinkedHashMap<>();
        initializers.put("normal", normal());
        initializers.put("truncated normal", truncNormal(0, 1, -2, 2));
        initializers.put("uniform", uniform());
        return initializers;
    }

    private static Map<String, RandomSource> sources() {
        Map<String, RandomSource> sources = new LinkedHashMap<>();
        sources.put("seeded", RandomSource.seeded(42));
        sources.put("torch", RandomSource.torch(42));
        return sources;
    }

    private static double milliseconds(Runnable run) {
        long start = System.nanoTime();
        run.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
