package org.initweights.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.ones;

import java.util.function.Supplier;
import org.initweights.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class UnusableArraysTest {

    private static final Nd4jAdapter ADAPTER = new Nd4jAdapter();

    /** Declares {@code first} and an array after it, which must not be written. */
    private static Parameters declared(INDArray first, INDArray second) {
        return Parameters.of(p -> p.tensor("net.first", first, ADAPTER, ones(), first.shape())
                .tensor("net.second", second, ADAPTER, ones(), second.shape()));
    }

    private static INDArray zeros() {
        return Nd4j.create(DataType.FLOAT, 2, 3);
    }

    private static void assertRefused(INDArray array, String problem, String cure) {
        assertThatThrownBy(() -> declared(zeros(), array))
                .hasMessageStartingWith("net.second")
                .hasMessageContaining(problem)
                .hasMessageContaining(cure);
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"INT", "LONG", "BOOL", "UBYTE"})
    void refusesTypesThatAreNoWeights(DataType type) {
        assertRefused(Nd4j.create(type, 2, 3), "is of type " + type, "castTo(DataType.FLOAT)");
    }

    @Test
    void refusesAClosedArray() {
        INDArray closed = zeros();
        closed.close();

        assertRefused(closed, "is closed", "give a new one");
    }

    @Test
    void refusesAnArrayThatIsClosedLaterBeforeAnythingIsWritten() {
        INDArray first = zeros();
        INDArray parent = Nd4j.create(DataType.FLOAT, 10);
        Parameters parameters =
                declared(first, parent.get(NDArrayIndex.interval(2, 8)).reshape('f', 2, 3));
        parent.close();

        assertThatThrownBy(() -> parameters.initialize(1))
                .hasMessageContaining("net.second")
                .hasMessageContaining("is closed");
        assertThat(first.sumNumber().doubleValue()).isZero();
    }

    @Test
    void refusesAnArrayOfAWorkspaceThatWasLeft() {
        INDArray left = inWorkspace(UnusableArraysTest::zeros);

        assertRefused(left, "workspace that was left", "detach()");
        assertRefused(inWorkspace(() -> zeros().reshape(6)).get(NDArrayIndex.interval(1, 4)), "workspace", "detach()");
    }

    @SuppressWarnings("try")
    private static INDArray inWorkspace(Supplier<INDArray> maker) {
        try (MemoryWorkspace workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace("left")) {
            return maker.get();
        }
    }

    @Test
    @SuppressWarnings("try")
    void takesAnArrayOfAWorkspaceThatIsOpen() {
        try (MemoryWorkspace workspace = Nd4j.getWorkspaceManager().getAndActivateWorkspace("open")) {
            INDArray array = zeros();
            declared(zeros(), array).initialize(1);
            assertThat(array.sumNumber().doubleValue()).isEqualTo(6);
        }
    }

    @Test
    void refusesAConstant() {
        INDArray constant = zeros();
        constant.data().setConstant(true);

        assertRefused(constant, "is a constant", "dup()");
    }

    @Test
    void refusesACompressedArray() {
        INDArray compressed = Nd4j.getCompressor().compress(Nd4j.ones(DataType.FLOAT, 100), "GZIP");

        assertRefused(compressed, "is compressed", "decompress");
    }

    @Test
    void refusesAnArrayThatRepeatsItsMemory() {
        INDArray repeated = Nd4j.create(zeros().data(), new long[] {3, 2}, new long[] {0, 1}, 0, 'c');

        assertRefused(repeated, "repeats the same memory along axis 0", "dup()");
    }
}
