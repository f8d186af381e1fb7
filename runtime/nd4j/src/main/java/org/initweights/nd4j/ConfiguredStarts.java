package org.initweights.nd4j;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How the parameters of one layer start by its configuration. A copy of the layer's own code is asked to initialise a vector beside: what it wants its
 * initializers for is heard, and what it writes itself (biases, gains, the statistics of a batch norm) is read. So all kinds of layers are known, also
 * those of users, and none is known by its name.
 */
final class ConfiguredStarts {

    /**
     * How one parameter starts.
     *
     * @param shape with what its axes mean
     * @param initializer empty if nothing says that, or the library has no such initializer
     */
    record Start(TensorShape shape, Optional<Initializer> initializer) {}

    private ConfiguredStarts() {}

    /**
     * The starts of a layer's parameters, by the names in the layer. Parameters that are missing are not known: the layer cannot be copied, or asks in a
     * way that only it understands.
     */
    static Map<String, Start> of(NeuralNetConfiguration configuration, DataType type) {
        try {
            CallRecorder recorder = new CallRecorder();
            NeuralNetConfiguration copy = recorder.copy(configuration);
            return undisturbed(() -> starts(recorder, copy, type));
        } catch (IOException | ReflectiveOperationException | RuntimeException unknown) {
            // A layer of users, which does more than its kind has to: its parameters are still there to save and to
            // load.
            return Map.of();
        }
    }

    /** Leaves the random numbers of ND4J where they are, since a layer of users may draw. */
    private static Map<String, Start> undisturbed(Supplier<Map<String, Start>> work) {
        Random random = Nd4j.getRandom();
        long root = random.rootState();
        long node = random.nodeState();
        try {
            return OutsideWorkspaces.call(work);
        } finally {
            random.setStates(root, node);
        }
    }

    private static Map<String, Start> starts(CallRecorder recorder, NeuralNetConfiguration copy, DataType type) {
        long length = copy.getLayer().initializer().numParams(copy);
        if (length == 0) {
            return Map.of();
        }
        try (INDArray flat = Nd4j.create(type == DataType.DOUBLE ? DataType.DOUBLE : DataType.FLOAT, length)) {
            Map<String, Start> starts = new LinkedHashMap<>();
            copy.getLayer()
                    .initializer()
                    .init(copy, flat, true)
                    .forEach((name, parameter) -> starts.put(name, start(recorder, parameter)));
            return starts;
        }
    }

    private static Start start(CallRecorder recorder, INDArray parameter) {
        return recorder.calls().stream()
                .filter(recorded -> isSameMemory(recorded.flat(), parameter))
                .map(recorded -> new Start(recorded.call().shape(), ConfiguredRule.of(recorded.call())))
                .findFirst()
                .orElseGet(() -> new Start(
                        TensorShape.of(parameter.shape()),
                        WrittenValues.of(parameter).initializer()));
    }

    private static boolean isSameMemory(INDArray one, INDArray other) {
        return one.offset() == other.offset() && one.length() == other.length();
    }
}
