package org.initweights.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initweights.BaseWeights;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Fill;
import org.initweights.Initializers;
import org.initweights.TensorShape;
import org.initweights.internal.draw.seeded.SeededSource;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.tensor.DoubleArrayStorage;
import org.initweights.testing.BaseFile;
import org.junit.jupiter.api.Test;

class FillKernelTest {

    private static final TensorShape KERNEL = TensorShape.of(4, 4, 3, 3);
    private static final TensorShape MATRIX = TensorShape.of(12, 12);

    private static final BaseWeights BASE = Initializers.from(BaseFile.sample());

    private static final List<Fill> ALL = List.of(
            Initializers.ones().resolve(MATRIX),
            Initializers.uniform(1, 2).resolve(MATRIX),
            new NormalFill(3, 0.1),
            Initializers.truncNormal(3, 0.1, 2, 4).resolve(MATRIX),
            Initializers.varianceScaling(1, FanMode.FAN_IN, Distribution.NORMAL).resolve(MATRIX),
            Initializers.eye().resolve(MATRIX),
            Initializers.dirac().resolve(KERNEL),
            Initializers.orthogonal().resolve(MATRIX),
            Initializers.deltaOrthogonal().resolve(KERNEL),
            Initializers.sparse(0.5, 1).resolve(MATRIX),
            Initializers.eye().resolve(MATRIX.withPacked(2)),
            Initializers.zeros().withRows(0, 2, Initializers.ones()).resolve(MATRIX),
            Initializers.icnr(2, Initializers.normal(0, 1)).resolve(KERNEL),
            Initializers.bilinearUpsampling().resolve(KERNEL),
            Initializers.logRange().resolve(MATRIX),
            Initializers.hippoLegs().resolve(MATRIX),
            Initializers.inverseSoftplusLogUniform(0.001, 0.1, 1e-4).resolve(MATRIX),
            Initializers.table("i0 + i1").resolve(MATRIX),
            Initializers.table((i, shape) -> 1 + i[0]).resolve(MATRIX),
            Initializers.values(IntStream.range(0, 144).asDoubleStream().toArray())
                    .resolve(MATRIX),
            Initializers.uniform(1, 2).transformed("log(x)").resolve(MATRIX),
            BASE.copy("matrix").resolve(MATRIX),
            BASE.resized("matrix").resolve(MATRIX),
            BASE.widened("h", 1).outChannels("matrix").resolve(MATRIX),
            BASE.pissa("matrix", 3, 1).residual().resolve(MATRIX));

    @Test
    void everyFillIsWritten() {
        Set<Class<?>> written = new LinkedHashSet<>();
        for (Fill fill : ALL) {
            double[] values = new double[144];
            FillKernel.write(fill, new DoubleArrayStorage(values), new SeededSource(1).sampler("w"));
            assertThat(Arrays.stream(values)).as("%s", fill).anyMatch(value -> value != 0);
            written.add(fill.getClass());
        }
        Stream.of(DerivedFill.class.getPermittedSubclasses()).forEach(written::add);
        assertThat(written).containsExactlyInAnyOrder(Fill.class.getPermittedSubclasses());
    }

    /** What is computed of another parameter has a kernel of its own, which knows that. */
    @Test
    void refusesWhatIsComputedOfAnotherParameter() {
        Fill norms = Initializers.weightNormGain("v").resolve(TensorShape.of(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FillKernel.write(
                        norms, new DoubleArrayStorage(new double[3]), new SeededSource(1).sampler("w")))
                .withMessageContaining("is computed of the parameter v beside it, which is not here");
    }

    /** Memory may hold anything before it is initialised. */
    @Test
    void everyElementIsWrittenWhateverWasThere() {
        for (Fill fill : ALL) {
            double[] clean = new double[144];
            double[] dirty = new double[144];
            Arrays.fill(dirty, Double.NaN);
            FillKernel.write(fill, new DoubleArrayStorage(clean), new SeededSource(1).sampler("w"));
            FillKernel.write(fill, new DoubleArrayStorage(dirty), new SeededSource(1).sampler("w"));
            assertThat(dirty).as("%s", fill).isEqualTo(clean);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // The family is sealed, so that this is the only other one.
    void refusesAFillThatNoKernelKnows() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        FillKernel.write(null, new DoubleArrayStorage(new double[1]), new SeededSource(1).sampler("w")))
                .withMessageContaining("no kernel writes");
    }
}
