package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.zeros;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.EagerSession;
import org.tensorflow.Graph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TFloating;

/** Variables of an eager session are known by their shared names. */
class EagerVariableTest {

    private final EagerSession session = EagerSession.create();
    private final Ops tf = Ops.create(session);

    @AfterEach
    void close() {
        session.close();
    }

    static List<FloatingType<?>> types() {
        return FloatingType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends TFloating> void isWrittenSavedAndLoaded(FloatingType<T> type, @TempDir Path folder) throws IOException {
        EagerVariable<T> variable = EagerVariable.of(tf, "dense/kernel", type.type(), 40, 50);
        Parameters parameters =
                TensorFlowVariables.parameters(List.of(variable)).with(normal(0, 2));
        parameters.initialize(42);
        byte[] drawn = type.bytes(variable.value().asTensor());
        assertThat(drawn)
                .isEqualTo(type.array()
                        .bytes(
                                "dense/kernel",
                                normal(0, 2),
                                parameters.get("dense/kernel").shape(),
                                RandomSource.seeded(42)));
        parameters.save(folder.resolve("one.safetensors"));
        parameters.with(zeros()).initialize(42);
        assertThat(type.bytes(variable.value().asTensor())).containsOnly(0);
        parameters.load(folder.resolve("one.safetensors"));
        assertThat(type.bytes(variable.value().asTensor())).isEqualTo(drawn);
    }

    @Test
    void isTheOneThatOtherHandlesOfItsNameHave() {
        VarHandleOp handle = tf.varHandleOp(TFloat32.class, Shape.of(2), VarHandleOp.sharedName("w"));
        EagerVariable<TFloat32> variable = EagerVariable.of(tf, "w", TFloat32.class, 2);
        TensorFlowVariables.parameters(List.of(variable)).with(ones()).initialize(42);
        assertThat(tf.readVariableOp(handle, TFloat32.class).asTensor().getFloat(1))
                .isEqualTo(1);
    }

    @Test
    void keepsVariablesOfOneShapeApart() {
        EagerVariable<TFloat32> a = EagerVariable.of(tf, "a", TFloat32.class, 2);
        EagerVariable<TFloat32> b = EagerVariable.of(tf, "b", TFloat32.class, 2);
        TensorFlowVariables.parameters(List.of(a, b))
                .withRules(w -> w.named("a", ones()).named("b", zeros()))
                .initialize(42);
        assertThat(a.value().asTensor().getFloat(0)).isEqualTo(1);
        assertThat(b.value().asTensor().getFloat(0)).isZero();
    }

    @Test
    void refusesAShapeThatTheVariableDoesNotHave() {
        TensorFlowVariables.parameters(List.of(EagerVariable.of(tf, "w", TFloat32.class, 2)))
                .with(ones())
                .initialize(42);
        Parameters wrong = TensorFlowVariables.parameters(List.of(EagerVariable.of(tf, "w", TFloat32.class, 3)));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> wrong.with(ones()).initialize(42))
                .withMessageStartingWith("w: ");
    }

    @Test
    void refusesATypeThatTheVariableDoesNotHave() {
        TensorFlowVariables.parameters(List.of(EagerVariable.of(tf, "w", TFloat32.class, 2)))
                .with(ones())
                .initialize(42);
        Parameters wrong = TensorFlowVariables.parameters(List.of(EagerVariable.of(tf, "w", TFloat64.class, 2)));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> wrong.get("w").get(0))
                .withMessageStartingWith("w: ");
    }

    @Test
    void saysThatItHasNoValuesYet() {
        Parameters parameters = TensorFlowVariables.parameters(List.of(EagerVariable.of(tf, "w", TFloat32.class, 2)));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> parameters.get("w").get(0))
                .withMessage("w: the variable has no values yet; initialise or load it before it is read");
    }

    @Test
    void refusesAClosedSessionByTheName() {
        Parameters parameters = TensorFlowVariables.parameters(List.of(EagerVariable.of(tf, "w", TFloat32.class, 2)))
                .with(ones());
        session.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> parameters.initialize(42))
                .withMessage("w [2]: its session is closed; use the variable before that");
    }

    @Test
    void refusesGraphsUnknownSizesAndNoName() {
        try (Graph graph = new Graph()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EagerVariable.of(Ops.create(graph), "w", TFloat32.class, 2))
                    .withMessageStartingWith("w: these operations build a graph; use tf.variable(…)");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EagerVariable.of(tf, "w", TFloat32.class, 2, -1))
                .withMessage("w: the shape [2, -1] is not known; give all sizes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EagerVariable.of(tf, "", TFloat32.class, 2))
                .withMessageContaining("needs a name");
    }
}
