package org.initweights.report.internal.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.fill.BilinearFill;
import org.initweights.internal.fill.ConstantFill;
import org.initweights.internal.fill.CopiedFill;
import org.initweights.internal.fill.DeltaOrthogonalFill;
import org.initweights.internal.fill.DiracFill;
import org.initweights.internal.fill.EyeFill;
import org.initweights.internal.fill.HippoLegsFill;
import org.initweights.internal.fill.InverseSoftplusFill;
import org.initweights.internal.fill.LogRangeFill;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.NormalFill;
import org.initweights.internal.fill.NormsFill;
import org.initweights.internal.fill.OrthogonalFill;
import org.initweights.internal.fill.PartsFill;
import org.initweights.internal.fill.RepeatedFill;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.fill.SlicedFill;
import org.initweights.internal.fill.SparseFill;
import org.initweights.internal.fill.SpectralVectorFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.fill.WidenedFill;
import org.initweights.internal.values.TableFill;
import org.initweights.internal.values.TableFunctionFill;
import org.initweights.internal.values.TransformedFill;
import org.initweights.internal.values.ValuesFill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementDistributionTest {

    static Stream<Fill> continuous() {
        return Stream.of(
                new NormalFill(0.5, 0.02),
                new UniformFill(-0.1, 0.3),
                new TruncatedNormalFill(0, 0.02, -0.04, 0.04),
                new TruncatedNormalFill(0, 1, 6, 9),
                new TruncatedNormalFill(1, 1, -8, -4),
                new OrthogonalFill(3, 2, 2),
                new OrthogonalFill(64, 200, 1),
                new OrthogonalFill(300_000, 2, 1),
                new InverseSoftplusFill(0.001, 0.1, 1e-4),
                new TransformedFill(new UniformFill(1, 16), "log(x)", List.of()),
                new TransformedFill(new NormalFill(0, 1), "exp(x / 2)", List.of()),
                new SparseFill(10, 7, 4, 0.01),
                new RepeatedFill(new NormalFill(0, 1), 4, 9, 4),
                new SlicedFill(new NormalFill(0, 1), List.of(new SlicedFill.Range(0, 50, new ConstantFill(5))), 200),
                new DeltaOrthogonalFill(TensorShape.of(40, 30, 3, 3).withLayout(Layout.OUT_IN_SPATIAL), 1));
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void densitiesIntegrateToTheShareThatIsDrawn(Fill fill) {
        ElementDistribution distribution = ElementDistribution.of(fill);
        double from = Math.max(fill.lower(), fill.mean() - 12 * fill.std());
        double to = Math.min(fill.upper(), fill.mean() + 12 * fill.std());
        assertThat(integral(distribution::density, from, to)).isCloseTo(1 - distribution.fixedShare(), within(2e-3));
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void probabilitiesAreIntegralsOfDensities(Fill fill) {
        ElementDistribution distribution = ElementDistribution.of(fill);
        if (distribution.dependence() != Dependence.INDEPENDENT) {
            return;
        }
        double from = fill.mean() + 0.2 * fill.std();
        double to = fill.mean() + 0.9 * fill.std();
        assertThat(integral(distribution::density, from, to))
                .isCloseTo(distribution.probability(to) - distribution.probability(from), within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void lawsHaveTheMomentsOfTheirFill(Fill fill) {
        double mean = 0;
        double square = 0;
        for (WeightedLaw one : ElementDistribution.of(fill).laws()) {
            Law law = one.law();
            mean += one.weight() * law.mean();
            square += one.weight() * (law.std() * law.std() + law.mean() * law.mean());
        }
        assertThat(mean).isCloseTo(fill.mean(), within(1e-9));
        assertThat(Math.sqrt(square - mean * mean)).isCloseTo(fill.std(), within(1e-6 * Math.max(1, fill.std())));
    }

    /** A kind of fill that {@link DistributionOfFill} forgets would be taken for written numbers, and never be tested. */
    @Test
    void everyKindOfFillIsDrawnHereOrIsKnownToBeWritten() {
        Set<Class<?>> written = Set.of(
                ConstantFill.class,
                EyeFill.class,
                DiracFill.class,
                BilinearFill.class,
                LogRangeFill.class,
                HippoLegsFill.class,
                TableFill.class,
                TableFunctionFill.class,
                ValuesFill.class,
                NormsFill.class,
                SpectralVectorFill.class);
        Set<Class<?>> wrapped = Set.of(VarianceScaledFill.class, PartsFill.class);
        Set<Class<?>> stored = Set.of(CopiedFill.class, ResizedFill.class, WidenedFill.class, LowRankFill.class);
        Set<Class<?>> drawn = continuous().map(Fill::getClass).collect(Collectors.toSet());
        assertThat(Stream.of(written, wrapped, stored, drawn).flatMap(Set::stream))
                .containsExactlyInAnyOrder(Fill.class.getPermittedSubclasses());
        assertThat(continuous().map(fill -> ElementDistribution.of(fill).fixedShare()))
                .allMatch(share -> share < 1);
    }

    @Test
    void kurtosesAreThoseByTheory() {
        // Far in the tail a truncated normal is exponential, of kurtosis 9.
        assertThat(TruncatedNormalLaw.of(new TruncatedNormalFill(0, 1, 30, 90)).kurtosis())
                .isCloseTo(9, within(0.2));
        assertThat(TruncatedNormalLaw.of(new TruncatedNormalFill(0, 1, -9, 9)).kurtosis())
                .isCloseTo(3, within(1e-6));
        assertThat(OrthonormalLaw.of(3, 1).kurtosis()).isCloseTo(1.8, within(1e-12));
    }

    @Test
    void threeDimensionsMakeACoordinateUniform() {
        OrthonormalLaw law = OrthonormalLaw.of(3, 2);
        assertThat(law.density(0)).isCloseTo(0.25, within(1e-12));
        assertThat(law.density(1.9)).isCloseTo(0.25, within(1e-12));
    }

    /** By the midpoint rule. */
    private static double integral(DoubleUnaryOperator f, double from, double to) {
        int steps = 20_000;
        double width = (to - from) / steps;
        return width
                * IntStream.range(0, steps)
                        .mapToDouble(i -> f.applyAsDouble(from + (i + 0.5) * width))
                        .sum();
    }
}
