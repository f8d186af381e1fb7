package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.kaimingNormal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file does not have starts as the model says. */
class LoadRestTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"seeded", "torch"})
    void whatTheFileDoesNotHaveStartsAsTheModelSays(String source) throws IOException {
        Path file = folder.resolve("base.safetensors");
        Parameters base = NamedTensors.saved(file, Map.of("body.w", new long[] {3, 3}, "head.w", new long[] {9, 3}));
        Initializer rule = kaimingNormal();
        Weights fresh = Weights.of(w -> w.tensor("body.w", rule, 3, 3).tensor("head.w", rule, 2, 3));
        RandomSource forHead = source.equals("torch") ? RandomSource.torch(5) : RandomSource.seeded(5);
        RandomSource again = source.equals("torch") ? RandomSource.torch(5) : RandomSource.seeded(5);

        LoadReport report = fresh.parameters().load(file, LoadOptions.lenient().initializingRest(forHead));

        assertThat(report.initialized()).containsExactly("head.w");
        assertThat(report.skipped()).singleElement().isInstanceOf(Mismatch.WrongShape.class);
        assertThat(SampleParameters.values(fresh.parameters().get("body.w")))
                .isEqualTo(SampleParameters.values(base.get("body.w")));
        double[] alone = SampleParameters.values(Weights.of(w -> w.tensor("head.w", rule, 2, 3))
                .initialize(again)
                .parameters()
                .get("head.w"));
        assertThat(SampleParameters.values(fresh.parameters().get("head.w"))).isEqualTo(alone);
        // A head of another shape is not overlooked where nothing may be.
        assertThatExceptionOfType(MismatchException.class)
                .isThrownBy(() ->
                        fresh.parameters().load(file, LoadOptions.strict().initializingRest(RandomSource.seeded(1))));
    }

    @Test
    void strictLoadingMayStartWhatIsMissing() throws IOException {
        Path file = folder.resolve("base.safetensors");
        NamedTensors.saved(file, Map.of("body.w", new long[] {3, 3}));
        Parameters ours = NamedTensors.model(Map.of("body.w", new long[] {3, 3}, "head.w", new long[] {2}));
        ours.get("head.w").with(constant(5)).initialize(RandomSource.seeded(1));
        LoadReport report = ours.load(file, LoadOptions.strict().initializingRest(RandomSource.seeded(1)));
        assertThat(report.initialized()).containsExactly("head.w");
        assertThat(SampleParameters.values(ours.get("head.w"))).containsOnly(-9);
    }
}
