package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.FanMode.FAN_OUT;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.zeros;
import static org.initweights.Nonlinearity.RELU;
import static org.initweights.PlanShardsTest.serialised;

import java.io.NotSerializableException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.initweights.internal.files.piece.PlanMember;
import org.initweights.io.SaveOptions;
import org.initweights.testing.BaseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes back from a stream draws the same. */
class SerializedFormsTest {

    static List<TensorShape> shapes() {
        return List.of(
                TensorShape.of(),
                TensorShape.of(0, 3),
                TensorShape.of(64, 3, 7, 7),
                TensorShape.of(3, 3, 16, 32).withLayout(Layout.SPATIAL_IN_OUT),
                TensorShape.of(8, 3072, 768).withStacked(1).withPacked(3),
                TensorShape.of(8, 4, 3, 3).withGroups(2),
                TensorShape.of(512, 8, 64).withAxes(Axes.of(List.of(0), List.of(1, 2))));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shapesMeanTheSame(TensorShape shape) throws Exception {
        assertThat(serialised(shape)).isEqualTo(shape).hasSameHashCodeAs(shape);
    }

    @Test
    void optionsSayTheSame() throws Exception {
        SaveOptions options = SaveOptions.withoutMetadata()
                .withMetadata("b", "1")
                .withMetadata("a", "2")
                .withShardsOf(77);

        SaveOptions copy = serialised(options);

        assertThat(copy.metadata().entrySet())
                .containsExactlyElementsOf(options.metadata().entrySet());
        assertThat(copy.shardBytes()).isEqualTo(77);
    }

    static List<RandomSource> sources() {
        return List.of(
                RandomSource.seeded(-3),
                RandomSource.torch(1),
                RandomSource.torch(1, TorchBuild.SCALAR, TorchVersion.V2_11),
                RandomSource.jax(4),
                RandomSource.sequence(5));
    }

    /** Also one that was used, in the middle of a block, with a normal that waits for the next tensor. */
    @ParameterizedTest
    @MethodSource("sources")
    void sourcesGoOnWhereTheyStand(RandomSource source) throws Exception {
        for (int use = 0; use < 3; use++) {
            RandomSource copy = serialised(source);
            assertThat(copy).hasToString(source.toString());
            for (int length : new int[] {3, 1000, 7}) {
                float[] expected = new float[length];
                float[] drawn = new float[length];
                normal().fill("x", expected, TensorShape.of(length), source);
                normal().fill("x", drawn, TensorShape.of(length), copy);
                assertThat(drawn).isEqualTo(expected);
            }
        }
    }

    static List<Initializer> initializers() {
        return List.of(
                kaimingNormal(FAN_OUT, RELU),
                Initializers.torchDefault(Layer.LINEAR),
                Initializers.orthogonal(2),
                normal().withRows(1, 2, zeros()).withRows(3, 4, constant(2)),
                Recipes.llamaOutput(),
                Recipes.t5Query(4),
                Recipes.wangInit(12),
                Recipes.sirenHidden(),
                Recipes.mupOutput(4),
                Recipes.mupBranchVector(1, 4, 6, 2, 0.5),
                Recipes.mupSharedReadout(0.02, 4),
                Initializers.weightNormGain("v").withRole(Recipes.mupVector(0, 4)),
                Recipes.forgetGateBias(zeros()),
                Initializers.from(BaseFile.sample()).resized("matrix"));
    }

    @ParameterizedTest
    @MethodSource("initializers")
    void initializersResolveToTheSame(Initializer initializer) throws Exception {
        TensorShape shape = TensorShape.of(16, 12);

        assertThat(serialised(initializer).resolve(shape)).isEqualTo(initializer.resolve(shape));
    }

    /** A plan keeps what an initializer resolved to, whatever that was. */
    @Test
    void aPlanOfAnyInitializersDrawsTheSame() throws Exception {
        Object notSerializable = new Object();
        Plan plan = Plan.of(p -> p.tensor(
                        "a", shape -> normal(notSerializable.hashCode() % 2, 1).resolve(shape), 2, 500)
                .tensor("b", zeros(), 3));

        Plan copy = serialised(plan);

        assertThat(copy.toJson()).isEqualTo(plan.toJson());
        float[] expected = new float[1000];
        float[] drawn = new float[1000];
        plan.parameters().get("a").draw(0, 1000, RandomSource.torch(1), expected);
        copy.parameters().get("a").draw(0, 1000, RandomSource.torch(1), drawn);
        assertThat(drawn).isEqualTo(expected);
    }

    @Test
    void saysWhichFunctionCannotBeWritten() {
        Object notSerializable = new Object();

        assertThatExceptionOfType(NotSerializableException.class)
                .isThrownBy(() -> serialised(RandomSource.jax(name -> JaxKey.of(notSerializable.hashCode()))))
                .withMessageStartingWith(
                        "RandomSource.jax(keys): the function that gives the keys is not Serializable; give one that is");
    }

    /** A method that a member of a plan forgets would say what parameters say by default. */
    @Test
    void membersOfPlansSayAllThatTheirParametersSay() {
        Set<String> own = Arrays.stream(PlanMember.class.getDeclaredMethods())
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(own)
                .containsAll(Arrays.stream(Parameter.class.getMethods())
                        .map(Method::getName)
                        .filter(name -> !Set.of("draw", "slice").contains(name))
                        .collect(Collectors.toSet()));
    }
}
