package org.initweights.internal.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import org.initweights.DType;
import org.initweights.SingularSide;
import org.initweights.internal.fill.NormsFill;
import org.initweights.internal.fill.SpectralVectorFill;
import org.initweights.internal.tensor.LittleEndian;
import org.initweights.internal.tensor.Storage;
import org.junit.jupiter.api.Test;

/** What is computed at the largest number of its type, and of more than there is room for. */
class DerivedKernelTest {

    private static Storage halfNorm(double element) {
        Storage target = LittleEndian.storage(DType.F16, ByteBuffer.allocate(2));
        DerivedKernel.write(new NormsFill("v", 0, 1), DoubleElements.of(new double[] {element}, 1), target);
        return target;
    }

    @Test
    void saysHowMuchHeapAWholeMatrixTakes() {
        long side = 1 << 20;
        SpectralVectorFill fill = new SpectralVectorFill("w", SingularSide.LEFT, 0, 1, side);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivedKernel.values(fill, DoubleElements.of(new double[0], side, side)))
                .withMessage(
                        "left singular vector of w, 1 iteration looks at [1048576, 1048576] as a whole, which takes"
                                + " 8796134965248 bytes of heap, and there are "
                                + Runtime.getRuntime().maxMemory()
                                + "; give the JVM more (-Xmx10485810m) [DerivedMemory]"); // A quarter more.
    }

    /** Half way between 65504, the largest half float, and what would be the next, 65536: ties go to the even one. */
    @Test
    void refusesTheLeastNormThatIsRoundedToInfinity() {
        assertThat(halfNorm(Math.nextDown(65520)).get(0)).isEqualTo(65504);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> halfNorm(65520))
                .withMessageContaining("65520.0 at 0, which F16 cannot hold");
    }
}
