package org.initweights.report.internal.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.data.Offset;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.SingularSide;
import org.initweights.TensorShape;
import org.initweights.internal.fill.CopiedFill;
import org.initweights.internal.fill.DerivedFill;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.LowRankMethod;
import org.initweights.internal.fill.LowRankPart;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.fill.WidenedFill;
import org.initweights.internal.fill.WidenedSide;
import org.junit.jupiter.api.Test;

/**
 * What a report believes of each kind of fill. A new kind that {@link DistributionOfFill} does not know would be taken for one that is written:
 * it has to be added there, and here.
 */
class EveryFillHasALawTest {

    private static final Path BASE = Path.of("base.safetensors");
    private static final TensorShape MATRIX = TensorShape.of(12, 12);
    private static final TensorShape KERNEL = TensorShape.of(4, 4, 3, 3);

    private final Map<Class<?>, Dependence> known = new HashMap<>();
    private final List<Fill> fills = new ArrayList<>();

    @Test
    void isKnownOfEveryKind() {
        everyFill();
        assertThat(known.keySet())
                .as("the kinds of fills that this test knows")
                .containsExactlyInAnyOrder(Fill.class.getPermittedSubclasses());
        for (Fill fill : fills) {
            assertThat(ElementDistribution.of(fill).dependence()).as("%s", fill).isEqualTo(known.get(fill.getClass()));
        }
    }

    /** The laws have the moments of the fill, which are computed apart from them. */
    @Test
    void hasTheMomentsOfTheFill() {
        everyFill();
        assertThat(fills)
                .filteredOn(fill -> !ElementDistribution.hasMoments(fill))
                .allMatch(fill -> fill instanceof FromWeights || fill instanceof DerivedFill);
        for (Fill fill : fills.stream().filter(ElementDistribution::hasMoments).toList()) {
            List<WeightedLaw> shares = ElementDistribution.of(fill).laws();
            double mean = shares.stream()
                    .mapToDouble(share -> share.weight() * share.law().mean())
                    .sum();
            double square = shares.stream()
                    .mapToDouble(share -> share.weight()
                            * (share.law().std() * share.law().std()
                                    + share.law().mean() * share.law().mean()))
                    .sum();
            assertThat(shares.stream().mapToDouble(WeightedLaw::weight).sum())
                    .as("shares of %s", fill)
                    .isCloseTo(1, tolerance(1));
            assertThat(mean).as("mean of %s", fill).isCloseTo(fill.mean(), tolerance(fill.mean()));
            assertThat(Math.sqrt(square - mean * mean))
                    .as("std of %s", fill)
                    .isCloseTo(fill.std(), tolerance(fill.std()));
        }
    }

    private static Offset<Double> tolerance(double value) {
        return Offset.offset(1e-5 + 1e-5 * Math.abs(value));
    }

    private void everyFill() {
        Consumer<Fill> fixed = fill -> add(fill, Dependence.CERTAIN);
        Consumer<Fill> independent = fill -> add(fill, Dependence.INDEPENDENT);
        Consumer<Fill> together = fill -> add(fill, Dependence.DEPENDENT);

        fixed.accept(of(Initializers.constant(0.25), MATRIX));
        independent.accept(of(Initializers.uniform(1, 2), MATRIX));
        independent.accept(of(Initializers.normal(3, 0.1), MATRIX));
        independent.accept(of(Initializers.truncNormal(0, 1, -1, 2), MATRIX));
        independent.accept(of(Initializers.varianceScaling(2, FanMode.FAN_IN, Distribution.TRUNCATED_NORMAL), MATRIX));
        independent.accept(of(Initializers.sparse(0.25, 1), MATRIX));
        independent.accept(of(Initializers.inverseSoftplusLogUniform(0.001, 0.1, 1e-4), MATRIX));
        independent.accept(of(Initializers.normal(0, 2).withRows(0, 3, Initializers.ones()), MATRIX));
        together.accept(of(Initializers.eye(), MATRIX));
        together.accept(of(Initializers.eye(), MATRIX.withPacked(2)));
        together.accept(of(Initializers.dirac(), KERNEL));
        together.accept(of(Initializers.orthogonal(2), MATRIX));
        together.accept(of(Initializers.deltaOrthogonal(), KERNEL));
        together.accept(of(Initializers.icnr(2), KERNEL));
        together.accept(of(Initializers.bilinearUpsampling(), KERNEL));
        together.accept(of(Initializers.logRange(), MATRIX));
        together.accept(of(Initializers.hippoLegs(), MATRIX));
        together.accept(of(Initializers.weightNormGain("v"), TensorShape.of(12)));
        together.accept(of(Initializers.spectralVector("v", SingularSide.LEFT), TensorShape.of(12)));
        together.accept(of(Initializers.table("i0 - i1"), MATRIX));
        together.accept(of(Initializers.table((i, shape) -> i[0] * i[1]), MATRIX));
        together.accept(of(Initializers.values(1.0, 2.0, 7.0), TensorShape.of(3)));
        independent.accept(of(Initializers.uniform(1, 16).transformed("log(x)"), MATRIX));
        together.accept(new CopiedFill(BASE, "w", MATRIX, 2, 0));
        together.accept(new ResizedFill(BASE, "w", MATRIX, 13));
        together.accept(new WidenedFill(BASE, "w", MATRIX, 0, 13, WidenedSide.OUT, "hidden", 1));
        together.accept(new LowRankFill(BASE, "w", MATRIX, LowRankMethod.PISSA, LowRankPart.A, 2, 1));
    }

    private void add(Fill fill, Dependence dependence) {
        fills.add(fill);
        known.put(fill.getClass(), dependence);
    }

    private static Fill of(Initializer initializer, TensorShape shape) {
        return initializer.resolve(shape);
    }
}
