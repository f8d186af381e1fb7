package org.initweights.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.hippoLegs;
import static org.initweights.Initializers.inverseSoftplusLogUniform;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.orthogonal;
import static org.initweights.Initializers.sparse;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.truncNormal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.values;
import static org.initweights.Initializers.varianceScaling;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.Initializers.xavierNormal;
import static org.initweights.Initializers.zeros;
import static org.initweights.WidthRecipes.mupEmbedding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.initweights.AxisSlice;
import org.initweights.DType;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.internal.fill.CopiedFill;
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

    /** Ends of uniforms and of given values, nine standard deviations of normals, the farthest part of what is composed. */
    @Test
    void knowsHowFarFillsReach() {
        assertThat(reach(uniform(-3, 1))).isEqualTo(3);
        assertThat(reach(values(1, -4, 2, 3, 0, 1))).isEqualTo(4);
        assertThat(reach(normal(-1, 2))).isEqualTo(1 + 9 * 2);
        assertThat(reach(constant(-7))).isEqualTo(7);
        assertThat(reach(normal(0, 1).withSlice(AxisSlice.of(0, 1, 2), constant(50))))
                .isEqualTo(50);
        assertThat(reach(weightNormGain("v"))).isNaN();
    }

    private static double reach(Initializer initializer) {
        return FloatRange.reach(initializer.resolve(TensorShape.of(2, 3)));
    }

    /** What is far from 0 seldom enough that a standard deviation does not tell. */
    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F32", "F16", "BF16"})
    void refusesWhatIsInfiniteSeldom(DType type) {
        double largest = type.largest();
        double wide = largest / 8;
        for (Initializer initializer : List.of(
                normal(0, wide),
                normal(0.99 * largest, largest / 800),
                normal(-0.99 * largest, largest / 800),
                xavierNormal(wide * Math.sqrt(5)),
                mupEmbedding(wide, 1),
                varianceScaling(wide * wide * 6, FanMode.FAN_IN, Distribution.NORMAL),
                truncNormal(0, wide, Double.NEGATIVE_INFINITY, 0),
                truncNormal(2 * largest, wide, 0, 1.1 * largest),
                sparse(0.5, wide),
                orthogonal(1.01 * largest),
                inverseSoftplusLogUniform(1, 2 * largest, 1e-4),
                zeros().withSlice(AxisSlice.of(0, 1, 2), normal(0, wide)))) {
            assertThatThrownBy(() -> Plan.of(p -> p.tensor("w", type, initializer, 4, 6)))
                    .as(initializer + " " + type)
                    .hasMessageStartingWith("w: ")
                    .hasMessageContaining("infinite in " + type)
                    .hasMessageEndingWith("[Overflow]");
        }
    }

    @Test
    void refusesNoiseThatIsInfinite() {
        CopiedFill copied = new CopiedFill(Path.of("experts.safetensors"), "w", TensorShape.of(4), 2, 8_000);

        assertThatThrownBy(() -> FloatRange.check(copied, DType.F16)).hasMessageContaining("values of size 72000");
        assertThatCode(() -> FloatRange.check(copied, DType.BF16)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatHasALargestElement() {
        assertThatThrownBy(() -> Plan.of(p -> p.tensor("w", DType.F16, hippoLegs(), 65_505, 65_505)))
                .hasMessageContaining("HiPPO-LegS has values of size 131000, which are infinite in F16");
        assertThat(Plan.of(p -> p.tensor("w", DType.F32, hippoLegs(), 65_505, 65_505))
                        .parameters())
                .hasSize(1);
    }

    @Test
    void refusesItWhenThePlanGetsAnotherType() {
        Plan plan = Plan.of(p -> p.tensor("w", DType.F32, normal(0, 30_000), 64, 64));

        assertThatThrownBy(() -> plan.withDType(DType.F16))
                .hasMessageStartingWith("w: N(0, 30000²) has values of size 270000, which are infinite in F16")
                .hasMessageContaining("[Overflow]");
    }

    /** A standard deviation that no layer has, and as far as the sources really go. */
    @Test
    void keepsTheWidestNormalsThatAreNeverInfinite() {
        for (Initializer initializer : List.of(
                normal(0, 7_270),
                normal(50_000, 1_700),
                truncNormal(0, 6e4, -6e4, 6e4),
                truncNormal(0, 1, -1e6, 1e6))) {
            Plan plan = Plan.of(p -> p.tensor("w", DType.F16, initializer, 200, 1_000));
            for (RandomSource source : SOURCES) {
                assertThat(drawn(plan, source)).allMatch(Double::isFinite);
            }
        }
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
                normal(0, type == DType.F64 ? largest / 41 : largest / 9.01),
                orthogonal(type == DType.F64 ? 1 : largest),
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
