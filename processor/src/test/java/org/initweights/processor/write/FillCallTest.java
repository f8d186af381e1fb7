package org.initweights.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Fill;
import org.initweights.Initializers;
import org.initweights.SingularSide;
import org.initweights.TensorShape;
import org.initweights.internal.fill.CopiedFill;
import org.initweights.internal.fill.LowRankFill;
import org.initweights.internal.fill.LowRankMethod;
import org.initweights.internal.fill.LowRankPart;
import org.initweights.internal.fill.ResizedFill;
import org.initweights.internal.fill.WidenedFill;
import org.initweights.internal.fill.WidenedSide;
import org.junit.jupiter.api.Test;

/** Of each kind of fill, whether generated code has its numbers or the call of its rule. A new kind has to be added here. */
class FillCallTest {

    private static final TensorShape MATRIX = TensorShape.of(12, 12);
    private static final TensorShape KERNEL = TensorShape.of(4, 4, 3, 3);

    private static final Path BASE = Path.of("base.safetensors");

    private static final List<Fill> NUMBERS = List.of(
            Initializers.constant(0.25).resolve(MATRIX),
            Initializers.uniform(1, 2).resolve(MATRIX),
            Initializers.normal(3, 0.5).resolve(MATRIX),
            Initializers.truncNormal(0, 1, -1, 2).resolve(MATRIX),
            Initializers.uniform(1, 16).transformed("log(x)").resolve(MATRIX));

    private static final List<Fill> RULES = List.of(
            Initializers.varianceScaling(2, FanMode.FAN_IN, Distribution.NORMAL).resolve(MATRIX),
            Initializers.eye().resolve(MATRIX),
            Initializers.dirac().resolve(KERNEL),
            Initializers.orthogonal().resolve(MATRIX),
            Initializers.deltaOrthogonal().resolve(KERNEL),
            Initializers.sparse(0.25, 1).resolve(MATRIX),
            Initializers.eye().resolve(MATRIX.withPacked(2)),
            Initializers.normal(0, 2).withRows(0, 3, Initializers.ones()).resolve(MATRIX),
            Initializers.icnr(2).resolve(KERNEL),
            Initializers.bilinearUpsampling().resolve(KERNEL),
            Initializers.logRange().resolve(MATRIX),
            Initializers.hippoLegs().resolve(MATRIX),
            Initializers.weightNormGain("v").resolve(MATRIX),
            Initializers.spectralVector("v", SingularSide.RIGHT).resolve(MATRIX),
            Initializers.inverseSoftplusLogUniform(0.001, 0.1, 1e-4).resolve(MATRIX),
            Initializers.table("i0").resolve(MATRIX),
            Initializers.table((indices, shape) -> indices[0]).resolve(MATRIX),
            Initializers.values(new float[144]).resolve(MATRIX),
            new CopiedFill(BASE, "w", MATRIX, 1, 0),
            new ResizedFill(BASE, "w", MATRIX, 13),
            new WidenedFill(BASE, "w", MATRIX, 0, 13, WidenedSide.OUT, "hidden", 1),
            new LowRankFill(BASE, "w", MATRIX, LowRankMethod.PISSA, LowRankPart.A, 2, 1));

    @Test
    void everyKindIsWrittenAsNumbersOrAsItsRule() {
        Set<Class<?>> kinds = new HashSet<>();
        NUMBERS.forEach(fill -> kinds.add(fill.getClass()));
        RULES.forEach(fill -> kinds.add(fill.getClass()));
        assertThat(kinds)
                .as("the kinds of fills that this test knows")
                .containsExactlyInAnyOrder(Fill.class.getPermittedSubclasses());
        assertThat(NUMBERS)
                .extracting(fill -> FillCall.of(fill).orElseThrow().toString())
                .extracting(call -> call.substring(call.lastIndexOf("Initializers.") + "Initializers.".length()))
                .containsExactly(
                        "constant(0.25)",
                        "uniform(1, 2)",
                        "normal(3, 0.5)",
                        "truncNormal(0, 1, -1, 2)",
                        "uniform(1, 16).transformed(\"log(x)\")");
        assertThat(RULES).allSatisfy(fill -> assertThat(FillCall.of(fill)).isEmpty());
    }
}
