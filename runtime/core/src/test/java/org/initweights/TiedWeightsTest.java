package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.zeros;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ties and copies among tensors that are declared. */
class TiedWeightsTest {

    private static void model(WeightsBuilder weights) {
        weights.tensor("wte", normal(), 3, 2)
                .tie("head", "wte")
                .scope("target", target -> target.tensor("w", normal(), 2))
                .scope("online", online -> online.tensor("w", normal(), 2))
                .copy("target.**", "online.**");
    }

    @Test
    void haveOneArrayUnderEachName() {
        Weights weights = Weights.of(TiedWeightsTest::model).initialize(1);

        assertThat(weights.floats("head")).isSameAs(weights.floats("wte"));
        assertThat(weights.get("head").names()).containsExactly("wte", "head");
        assertThat(weights.floats("target.w")).isEqualTo(weights.floats("online.w"));
        assertThat(weights.parameters().elements()).isEqualTo(10);
    }

    @Test
    void plansOfThemGiveTheSameFile(@TempDir Path folder) throws Exception {
        Plan.of(TiedWeightsTest::model).initialize(folder.resolve("a.safetensors"), RandomSource.torch(7));
        Weights.of(TiedWeightsTest::model)
                .initialize(RandomSource.torch(7))
                .parameters()
                .save(folder.resolve("b.safetensors"));
        assertThat(folder.resolve("a.safetensors")).hasSameBinaryContentAs(folder.resolve("b.safetensors"));
    }

    @Test
    void tensorsThatAreThereMayBeTiedAndCopied() {
        float[] online = new float[2];
        float[] target = new float[2];
        Parameters parameters = Parameters.of(p -> p.tensor("online", online, normal(), 2)
                .tensor("target", target, zeros(), 2)
                .tie("alias", "online")
                .copy("target", "online"));
        parameters.initialize(1);

        assertThat(target).isEqualTo(online).isNotEqualTo(new float[2]);
        assertThat(parameters.get("alias").name()).isEqualTo("online");
    }

    @Test
    void refuseNamesThatThereAreNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(w -> w.tensor("wte", zeros(), 2).tie("head", "wet")))
                .withMessage("head: tied to wet, but there is no such parameter; did you mean wte? [UnknownParameter]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(
                        w -> w.tensor("wte", zeros(), 2).tie("a", "b").tie("b", "a")))
                .withMessageContaining("TieCycle");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(w -> w.tensor("wte", zeros(), 2).tie("wte", "wte")))
                .withMessage("two parameters are named wte");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(
                        w -> w.tensor("a", zeros(), 2).tensor("b", zeros(), 3).copy("a", "b")))
                .withMessageContaining("a is [2], but b is [3]");
    }

    @Test
    void aCopyWhoseSourceIsNotPlannedIsDrawnByItsName(@TempDir Path folder) throws Exception {
        Weights weights = Weights.of(TiedWeightsTest::model).initialize(3);
        Plan some = Plan.of(weights.parameters().named("target.**"));
        Path file = folder.resolve("target.safetensors");
        some.initialize(file, RandomSource.seeded(3));
        Weights read = Weights.of(w -> w.tensor("target.w", zeros(), 2));
        read.parameters().load(file);
        assertThat(read.floats("target.w")).isEqualTo(weights.floats("online.w"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> some.initialize(folder.resolve("x.safetensors"), RandomSource.torch(3)))
                .withMessageStartingWith("target.w: a copy of online.w, which is not in the plan");
    }
}
