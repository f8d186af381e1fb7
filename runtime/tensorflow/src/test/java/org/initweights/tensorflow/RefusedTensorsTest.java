package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.initweights.Initializers.ones;

import java.util.LinkedHashMap;
import java.util.Map;
import org.initweights.InitializationException;
import org.initweights.Parameters;
import org.junit.jupiter.api.Test;
import org.tensorflow.EagerSession;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TType;

/** What cannot be written is refused by its name, before anything is. */
class RefusedTensorsTest {

    @Test
    void refusesIntegers() {
        try (TInt32 tensor = TInt32.vectorOf(1, 2)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TensorFlowVariables.parameters(Map.of("net.steps", tensor)))
                    .withMessage(
                            "net.steps: a tensor of TInt32 holds no floating point numbers; leave it out, or use TFloat32,"
                                    + " TFloat64, TFloat16 or TBfloat16");
        }
    }

    @Test
    void refusesSparseTensors() {
        try (TFloat32 tensor =
                TFloat32.sparseTensorOf(TInt64.tensorOf(Shape.of(1, 2)), TFloat32.vectorOf(1), TInt64.vectorOf(3, 3))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TensorFlowVariables.parameters(Map.of("net.kernel", tensor)))
                    .withMessageStartingWith("net.kernel")
                    .withMessageContaining("the tensor is sparse; use a dense one");
        }
    }

    @Test
    void refusesTensorsThatAreClosed() {
        TFloat32 tensor = TFloat32.vectorOf(1, 2);
        tensor.asRawTensor().data();
        tensor.close();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorFlowVariables.parameters(Map.of("net.kernel", tensor)))
                .withMessageStartingWith("net.kernel")
                .withMessageContaining("is closed; use it before it is closed");
    }

    @Test
    void refusesTensorsThatWereClosedSinceBeforeOthersAreWritten() {
        try (TFloat32 first = TFloat32.vectorOf(7, 7)) {
            TFloat32 second = TFloat32.vectorOf(1, 2);
            Map<String, TType> tensors = new LinkedHashMap<>();
            tensors.put("first", first);
            tensors.put("second", second);
            Parameters parameters = TensorFlowVariables.parameters(tensors).with(ones());
            second.close();
            assertThatIllegalStateException()
                    .isThrownBy(() -> parameters.initialize(42))
                    .withMessageStartingWith("second [2]: the tensor")
                    .withMessageContaining("is closed");
            assertThat(first.getFloat(0)).isEqualTo(7);
        }
    }

    @Test
    void refusesTensorsWhoseEagerSessionIsClosed() {
        TFloat32 tensor;
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            tensor = tf.math.add(tf.constant(1f), tf.constant(2f)).asTensor();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorFlowVariables.parameters(Map.of("net.scale", tensor)))
                .withMessageStartingWith("net.scale")
                .withMessageContaining("or the session that it came from, is closed");
    }

    @Test
    void refusesToInitialiseWhatNothingSaysHowToStart() {
        try (TFloat32 tensor = TFloat32.vectorOf(1, 2)) {
            assertThatExceptionOfType(InitializationException.class)
                    .isThrownBy(() -> TensorFlowVariables.parameters(Map.of("net.kernel", tensor))
                            .initialize(42))
                    .withMessageContaining("net.kernel")
                    .withMessageContaining("has no initializer");
            assertThat(tensor.getFloat(1)).isEqualTo(2);
        }
    }
}
