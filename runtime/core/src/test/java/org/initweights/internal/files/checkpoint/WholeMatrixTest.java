package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.initweights.Initializers.deltaOrthogonal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.Layout;
import org.initweights.Parameter;
import org.initweights.SingularSide;
import org.initweights.TensorShape;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.LowRankMethod;
import org.initweights.internal.fill.LowRankPart;
import org.initweights.internal.fill.NormsFill;
import org.initweights.internal.fill.SpectralVectorFill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A matrix of 600 elements takes 20 bytes for each: 12,000. */
class WholeMatrixTest {

    static Stream<Arguments> matrices() {
        TensorShape kernel = TensorShape.of(3, 3, 20, 30).withLayout(Layout.SPATIAL_IN_OUT);
        return Stream.of(
                Arguments.of("of its own", orthogonal(), TensorShape.of(20, 30)),
                Arguments.of("at the centre of a kernel", deltaOrthogonal(), kernel),
                Arguments.of(
                        "one of a stack", orthogonal(), TensorShape.of(40, 30).withPacked(2)),
                Arguments.of("some rows", normal().withRows(5, 25, orthogonal()), TensorShape.of(100, 30)),
                Arguments.of("all but some rows", orthogonal().withRows(0, 2, normal()), TensorShape.of(20, 30)));
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void mustFitIntoTheHeap(String where, Initializer initializer, TensorShape shape) {
        Parameter parameter = parameter(initializer, shape);

        assertThatNoException().isThrownBy(() -> WholeMatrix.checkFits(parameter, 12_000));
        assertThatIllegalArgumentException()
                .as(where)
                .isThrownBy(() -> WholeMatrix.checkFits(parameter, 11_999))
                .withMessageStartingWith("w " + shape + ": an orthogonal matrix is made as a whole, which takes 12000 ")
                .withMessageEndingWith(" bytes of heap, and there are 11999; give the JVM more (-Xmx1m)");
    }

    /** 3000² · 20 bytes are 180,000,000; a quarter more are 225,000,000 and 214.6 MiB. */
    @Test
    void saysHowMuchHeapWouldDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WholeMatrix.checkFits(parameter(orthogonal(), TensorShape.of(3000, 3000)), 5))
                .withMessageEndingWith(
                        "which takes 180000000 bytes of heap, and there are 5; give the JVM more (-Xmx215m)");
    }

    @Test
    void hasNoMoreElementsThanAnArray() {
        Parameter parameter = parameter(orthogonal(), TensorShape.of(1L << 16, 1L << 15));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WholeMatrix.checkFits(parameter, Long.MAX_VALUE))
                .withMessageContaining("of 2147483648 elements is more than can be made; there is room for 2147483647");
    }

    /** The doubles of the matrix that singular vectors are computed of, its rows, and both vectors; five for each norm. */
    @Test
    void soMustWhatIsComputedOfAnotherParameter() {
        TensorShape source = TensorShape.of(20, 30);
        assertComputed(
                new SpectralVectorFill("v", SingularSide.LEFT, 0, 1, 20), source, 20 * (30 * 8 + 24) + (20 + 30) * 8);
        assertComputed(new NormsFill("v", 1, 30), source, 30 * 5 * 8);
    }

    private static void assertComputed(DerivedFill how, TensorShape source, long bytes) {
        Parameter parameter = parameter(normal(), TensorShape.of(3));
        assertThatNoException().isThrownBy(() -> WholeMatrix.checkFits(parameter, how, source, bytes));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WholeMatrix.checkFits(parameter, how, source, bytes - 1))
                .withMessage("w [3]: " + how + ", is computed of [20, 30] as a whole, which takes " + bytes
                        + " bytes of heap, and there are " + (bytes - 1) + "; give the JVM more (-Xmx1m)");
    }

    @Test
    void soMustAStoredMatrixThatIsSplit() {
        TensorShape wide = TensorShape.of(20, 30);
        Parameter parameter = parameter(
                shape -> new LowRankFill(
                        Path.of("base.safetensors"), "q", wide, LowRankMethod.PISSA, LowRankPart.RESIDUAL, 4, 2),
                wide);

        assertThatNoException().isThrownBy(() -> WholeMatrix.checkFits(parameter, 9_600));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WholeMatrix.checkFits(parameter, 9_599))
                .withMessage(
                        "w [20, 30]: PiSSA residual of rank 4, scaling 2, from q of base.safetensors, is computed as a whole,"
                                + " which takes 9600 bytes of heap, and there are 9599; give the JVM more (-Xmx1m)");
    }

    @Test
    void whatIsDrawnElementByElementNeedsNoHeap() {
        Parameter parameter = parameter(normal(), TensorShape.of(1L << 20, 1L << 20));

        assertThatNoException().isThrownBy(() -> WholeMatrix.checkFits(parameter, 0));
    }

    private static Parameter parameter(Initializer initializer, TensorShape shape) {
        return PlannedParameter.of("w", shape, DType.F32, initializer);
    }
}
