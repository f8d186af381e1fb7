package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initweights.collect.ParameterCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not be null is named, before anything is written or deleted. */
@SuppressWarnings("NullAway")
class NullArgumentsTest {

    @TempDir
    private Path folder;

    private static Parameters parameters() {
        return Weights.of(weights -> weights.tensor("weight", Initializers.ones(), 3))
                .parameters();
    }

    @Test
    void theRandomSource() {
        assertNamed("random", () -> parameters().initialize((RandomSource) null));
        assertNamed("random", () -> parameters().initialize(null, Execution.parallel()));
        assertNamed("random", () -> parameters().get("weight").initialize(null));
        assertNamed(
                "random",
                () -> parameters()
                        .withRules(rules -> rules.all(Initializers.zeros()))
                        .initialize((RandomSource) null));
        assertNamed(
                "random",
                () -> Weights.of(weights -> weights.tensor("weight", Initializers.ones(), 3))
                        .initialize((RandomSource) null));
    }

    @Test
    void theRandomSourceBeforeAnythingIsDeleted() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Plan plan = Plan.of(parameters());
        plan.initialize(file, RandomSource.seeded(1));
        byte[] written = Files.readAllBytes(file);
        InitializeOptions over = InitializeOptions.defaults().startOver();
        assertNamed("random", () -> plan.initialize(file, null, over));
        assertNamed("random", () -> plan.initialize(file, null));
        assertNamed("options", () -> plan.initialize(file, RandomSource.seeded(1), null));
        assertNamed("file", () -> plan.initialize(null, RandomSource.seeded(1)));
        assertThat(Files.readAllBytes(file)).isEqualTo(written);
    }

    @Test
    void howItIsExecuted() {
        assertNamed("execution", () -> parameters().initialize(RandomSource.seeded(1), null));
    }

    @Test
    void theModel() {
        assertNamed("model", () -> ParameterCollector.collect(null, (model, parameters) -> {}));
    }

    private static void assertNamed(String argument, ThrowingCallable call) {
        assertThatThrownBy(call).isExactlyInstanceOf(NullPointerException.class).hasMessage(argument + " is null");
    }
}
