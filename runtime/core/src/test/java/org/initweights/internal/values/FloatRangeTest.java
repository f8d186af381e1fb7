package org.initweights.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.values;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.Initializers.zeros;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.initweights.AxisSlice;
import org.initweights.DType;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a type of floats cannot hold is refused before anything is written, whoever draws it. */
class FloatRangeTest {

    private static final List<RandomSource> SOURCES =
            List.of(RandomSource.seeded(1), RandomSource.jax(1), RandomSource.torch(1));

    static List<Initializer> tooFarForFloats() {
        return List.of(
                constant(1e79),
                constant(-1e79),
                normal(0, 1e79),
                normal(1e79, 1),
                truncNormal(0, 1e79, -1e79, 1e79),
                truncNormal(0, 1, 1e40, 2e40),
                orthogonal(1e45),
                values(1, 2, 3, 4, 5, 1e79),
                sparse(0.5, 1e45),
                normal(0, 1).withSlice(AxisSlice.of(0, 1, 2), constant(4e38)));
    }

    @ParameterizedTest
    @MethodSource("tooFarForFloats")
    void refusesWhatIsInfinite(Initializer initializer) {
        for (DType type : List.of(DType.F32, DType.F16, DType.BF16)) {
            assertThatThrownBy(() -> Plan.of(p -> p.tensor("w", type, initializer, 2, 3)))
                    .isInstanceOf(InitializationException.class)
                    .hasMessageStartingWith("w: ")
                    .hasMessageContaining("infinite in " + type)
                    .hasMessageEndingWith("use a wider type, or smaller values [Overflow]");
        }
        assertThat(Plan.of(p -> p.tensor("w", DType.F64, initializer, 2, 3)).parameters())
                .hasSize(1);
    }

    /** Ends of uniforms and of given values, a standard deviation of others, the farthest part of what is composed. */
    @Test
    void knowsHowFarFillsReach() {
        assertThat(reach(uniform(-3, 1))).isEqualTo(3);
        assertThat(reach(values(1, -4, 2, 3, 0, 1))).isEqualTo(4);
        assertThat(reach(normal(-1, 2))).isEqualTo(3);
        assertThat(reach(constant(-7))).isEqualTo(7);
        assertThat(reach(normal(0, 1).withSlice(AxisSlice.of(0, 1, 2), constant(5))))
                .isEqualTo(5);
        assertThat(reach(weightNormGain("v"))).isNaN();
    }

    private static double reach(Initializer initializer) {
        return FloatRange.reach(initializer.resolve(TensorShape.of(2, 3)));
    }

    @Test
    void refusesUniformsThatEndBeyondTheLargestNumber() {
        Initializer wide = uniform(-1e5, 10);
        assertThatThrownBy(() -> Plan.of(p -> p.tensor("w", DType.F16, wide, 2)))
                .hasMessageContaining("has values of size 100000, which are infinite in F16, whose largest number is");
        assertThat(Plan.of(p -> p.tensor("w", DType.BF16, wide, 2)).parameters())
                .hasSize(1);
    }

    @Test
    void refusesItInPlansThatAreRead() {
        String plan =
                Plan.of(p -> p.tensor("w", DType.F32, constant(70_000), 2)).toJson();

        assertThatThrownBy(() -> Plan.parse(plan.replace("F32", "F16"))).hasMessageContaining("Overflow");
    }

    @Test
    void refusesItInTensorsThatExist() {
        float[] data = {1, 2};

        assertThatThrownBy(() -> Parameters.of(p -> p.tensor("w", data, zeros(), 2))
                        .withRules(rules -> rules.named("w", constant(1e79)))
                        .initialize(RandomSource.seeded(1)))
                .hasMessageContaining("Overflow");
        assertThat(data).containsExactly(1, 2);
    }

    @Test
    void refusesWhatIsComputedWhenItIsWritten() {
        for (Initializer initializer :
                List.of(table("65504 + 16 * i0"), uniform(0, 1).transformed("65520 + x"))) {
            Plan plan = Plan.of(p -> p.tensor("w", DType.F16, initializer, 2));

            assertThatThrownBy(() -> drawn(plan, RandomSource.seeded(1)))
                    .hasMessageContaining(
                            "which is infinite in F16, whose largest number is 65504.0; use a wider type, or smaller values");
        }
        assertThat(drawn(Plan.of(p -> p.tensor("w", DType.F16, table("65504 + 15.9 * i0"), 2)), RandomSource.seeded(1)))
                .containsExactly(65_504.0, 65_504.0);
    }

    /** At the very end of each type, by every source. */
    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F64", "F32", "F16", "BF16"})
    void keepsWhatIsJustInside(DType type) {
        double largest = type.largest();
        for (Initializer initializer : List.of(
                constant(largest),
                constant(-largest),
                zeros(),
                kaimingNormal(),
                uniform(0, Math.min(largest, Float.MAX_VALUE)))) {
            Plan plan = Plan.of(p -> p.tensor("w", type, initializer, 4, 5));
            for (RandomSource source : SOURCES) {
                assertThat(drawn(plan, source))
                        .as(initializer + " " + source)
                        .allMatch(element -> Double.isFinite(element));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F32", "F16", "BF16"})
    void jaxDrawsNothingThatItComputesWithInfinities(DType type) {
        Plan narrow = Plan.of(p -> p.tensor("w", type, truncNormal(0, 1e-45, 1, 2), 4, 5));
        Plan far = Plan.of(p -> p.tensor("w", type, truncNormal(1e79, 0.4, 0, 2), 4, 5));
        Plan flat = Plan.of(p -> p.tensor("w", type, truncNormal(0, 1e79, 0, 2), 4, 5));

        for (Plan plan : List.of(narrow, far, flat)) {
            assertThatThrownBy(() -> drawn(plan, RandomSource.jax(1)))
                    .hasMessageContaining(" cannot be drawn as JAX does: ")
                    .hasMessageEndingWith(" infinite in " + type + "; use a wider type or another source [Undrawable]");
        }
        assertThat(drawn(narrow, RandomSource.seeded(1))).allMatch(element -> element == 1);
        assertThat(drawn(far, RandomSource.seeded(1))).allMatch(element -> element == 2);
        assertThat(drawn(flat, RandomSource.seeded(1)))
                .allMatch(element -> element >= 0 && element <= 2)
                .anyMatch(element -> element < 1)
                .anyMatch(element -> element > 1);
    }

    static List<RandomSource> sourcesThatCannot() {
        return List.of(RandomSource.jax(1), RandomSource.torch(1));
    }

    /** So the next run finds nothing that an interrupted one left, and a model is as it was. */
    @ParameterizedTest
    @MethodSource("sourcesThatCannot")
    void isFoundBeforeAnythingIsWritten(RandomSource source, @TempDir Path folder) throws IOException {
        Plan plan = Plan.of(p -> p.tensor("a", DType.F32, normal(0, 1), 100)
                .tensor("w", DType.F32, truncNormal(1e40, 0.4, 0, 2).transformed("2 * x"), 4, 5));
        float[] first = new float[100];
        Parameters tensors = Parameters.of(p -> p.tensor("a", first, normal(0, 1), 100)
                .tensor("w", new float[20], truncNormal(1e30, 1e-9, 0, 2), 4, 5));

        assertThatThrownBy(() -> plan.initialize(folder.resolve("model.safetensors"), source))
                .isInstanceOf(InitializationException.class)
                .hasMessageStartingWith("w: ");
        assertThat(folder).isEmptyDirectory();
        assertThatThrownBy(() -> tensors.initialize(source)).hasMessageStartingWith("w: ");
        assertThat(first).containsOnly(0);
    }

    private static List<Double> drawn(Plan plan, RandomSource source) {
        Parameter parameter = plan.parameters().iterator().next();
        double[] elements = new double[(int) parameter.elements()];
        parameter.draw(0, elements.length, source, elements);
        return Arrays.stream(elements).boxed().toList();
    }
}
