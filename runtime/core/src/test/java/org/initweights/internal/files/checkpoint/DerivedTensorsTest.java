package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.spectralVector;
import static org.initweights.Initializers.weightNormGain;
import static org.initweights.Initializers.zeros;
import static org.initweights.internal.files.checkpoint.SmallInitialization.NOBODY;
import static org.initweights.internal.files.checkpoint.SmallInitialization.SINGLE;
import static org.initweights.internal.files.checkpoint.SmallInitialization.initialization;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.SingularSide;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.io.ElementType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tensors of a file that start from others, or from what is not in it. */
class DerivedTensorsTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void resolve() {
        file = folder.resolve("model.safetensors");
    }

    private static List<Parameter> planned(Parameters parameters) {
        return parameters.stream().<Parameter>map(PlannedParameter::of).toList();
    }

    private static Weights pair(int length) {
        return Weights.of(w -> w.tensor("first", normal(), length)
                .tensor("second", zeros(), length)
                .copy("second", "first"));
    }

    @Test
    void aCopyOfWhatIsNotThereIsDrawnOnceAsThat() throws IOException {
        Weights both = pair(6).initialize(3);
        List<String> told = new ArrayList<>();

        initialization(
                        planned(both.parameters().named("second")),
                        "plan",
                        SINGLE,
                        (parameter, done, total) -> told.add(parameter.name() + " " + done + "/" + total))
                .run(file, RandomSource.seeded(3));

        Weights alone = Weights.of(w -> w.tensor("second", zeros(), 6));
        alone.parameters().load(file);
        assertThat(alone.floats("second")).isEqualTo(both.floats("first"));
        assertThat(told).containsExactly("second 6/6");
    }

    /** Of none, of a few, and of so many that they are copied in pieces of 1 MB. */
    @ParameterizedTest
    @ValueSource(ints = {0, 6, 262_144, 300_001})
    void aCopyHasTheElementsOfWhatItCopies(int length) throws IOException {
        Weights both = pair(length).initialize(3);

        initialization(planned(pair(length).parameters()), "plan", SINGLE, NOBODY)
                .run(file, RandomSource.seeded(3));

        Weights read = pair(length);
        read.parameters().load(file);
        assertThat(read.floats("first")).isEqualTo(both.floats("first"));
        assertThat(read.floats("second")).isEqualTo(both.floats("first"));
    }

    @Test
    void aCopyOfWhatIsNotThereNeedsASourceThatGoesByNames() {
        List<Parameter> copy = planned(pair(6).parameters().named("second"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> initialization(copy, "plan", SINGLE, NOBODY).run(file, RandomSource.torch(3)))
                .withMessageStartingWith("second: a copy of first, which is not in the plan, and ")
                .withMessageEndingWith(" draws one parameter after the other; plan both, or use RandomSource.seeded");
        assertThat(folder).isEmptyDirectory();
    }

    /** It is read again in several pieces, by a sum that a test can do as well. */
    @Test
    void aLargeDirectionIsReadAsItWasWritten() throws IOException {
        int length = 50_001;
        List<Parameter> parameters = planned(Weights.of(
                        w -> w.tensor("g", DType.F64, weightNormGain("v", 1), 3).tensor("v", normal(), length / 3, 3))
                .parameters());

        initialization(parameters, "plan", SINGLE, NOBODY).run(file, RandomSource.seeded(5));

        Weights read = Weights.of(w -> w.tensor("g", DType.F64, zeros(), 3).tensor("v", zeros(), length / 3, 3));
        read.parameters().load(file);
        float[] direction = read.floats("v");
        double[] squares = new double[3];
        for (int i = 0; i < length; i++) {
            squares[i % 3] += (double) direction[i] * direction[i];
        }
        for (int i = 0; i < 3; i++) {
            double norm = Math.sqrt(squares[i]);
            assertThat(Math.abs(read.doubles("g")[i] - norm)).isLessThan(1e-12 * norm);
        }
    }

    /** No heap of this machine holds so many doubles, nor any disk the floats: what is refused first needs neither. */
    @Test
    void whatCannotBeComputedIsRefusedBeforeAnythingIsWritten() {
        List<Parameter> parameters = Plan.of(w -> w.tensor("w", normal(), 1 << 20, 1 << 20)
                        .tensor("u", spectralVector("w", SingularSide.LEFT), 1 << 20))
                .parameters()
                .stream()
                .toList();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> initialization(parameters, "plan", SINGLE, NOBODY).run(file, RandomSource.seeded(5)))
                .withMessageStartingWith("u [1048576]: left singular vector of w, 15 iterations, is computed of"
                        + " [1048576, 1048576] as a whole, which takes 8796134965248 bytes of heap");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsGivenIsNotComputedAgain() throws IOException {
        List<Parameter> parameters =
                planned(Weights.of(w -> w.tensor("v", normal(), 6).tensor("g", weightNormGain("v", -1)))
                        .parameters());
        TensorContent gain =
                new TensorContent("g", ElementType.F32, TensorShape.of(), (from, count, target) -> target.putFloat(7));
        List<String> told = new ArrayList<>();

        initialization(parameters, "plan", SINGLE, (parameter, done, total) -> told.add(parameter.name()))
                .with(new GivenTensors(Map.of("g", gain), "given"))
                .run(file, RandomSource.seeded(5));

        Weights read = Weights.of(w -> w.tensor("v", zeros(), 6).tensor("g", zeros()));
        read.parameters().load(file);
        assertThat(read.floats("g")).containsExactly(7);
        assertThat(told).containsExactly("g", "v");
    }
}
