package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.DType.BF16;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.initweights.io.Checkpoint;
import org.initweights.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shapes of Llama 2 7B, 13.5 GB of bfloat16, in a JVM of its own with 1 GB of heap: by the profile {@code large-files}. */
@Tag("large-files")
class LargePlanTest {

    private static final long BYTES = 13_476_831_232L;

    @TempDir
    Path folder;

    @Test
    void initialisesSevenBillionParametersInOneGigabyte() throws Exception {
        Path file = folder.resolve("model.safetensors");

        Process child = ChildJvm.start("1g", LargePlanTest.class, file);

        assertThat(child.waitFor()).isZero();
        assertThat(Files.size(file)).isBetween(BYTES, BYTES + 100_000);
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            assertThat(checkpoint.tensors()).hasSize(291);
        }
    }

    /** The child. */
    public static void main(String... arguments) throws IOException {
        Plan plan = Plan.of(LargePlanTest::llama);
        plan.initialize(Path.of(arguments[0]), RandomSource.seeded(1));
    }

    private static void llama(WeightsBuilder model) {
        model.tensor("model.embed_tokens.weight", BF16, normal(0, 0.02), 32_000, 4096);
        for (int i = 0; i < 32; i++) {
            model.scope("model.layers." + i, LargePlanTest::layer);
        }
        model.tensor("model.norm.weight", BF16, ones(), 4096)
                .tensor("lm_head.weight", BF16, normal(0, 0.02), 32_000, 4096);
    }

    private static void layer(WeightsBuilder layer) {
        for (String name : List.of("q", "k", "v", "o")) {
            layer.tensor("self_attn." + name + "_proj.weight", BF16, normal(0, 0.02), 4096, 4096);
        }
        layer.tensor("mlp.gate_proj.weight", BF16, normal(0, 0.02), 11_008, 4096)
                .tensor("mlp.up_proj.weight", BF16, normal(0, 0.02), 11_008, 4096)
                .tensor("mlp.down_proj.weight", BF16, normal(0, 0.02), 4096, 11_008)
                .tensor("input_layernorm.weight", BF16, ones(), 4096)
                .tensor("post_attention_layernorm.weight", BF16, ones(), 4096);
    }
}
