package org.initweights.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seed checkpoints of models of PyTorch's world from their configurations; names and shapes are those of their {@code state_dict}. */
class ModelConfigTest {

    @TempDir
    Path folder;

    @Test
    void knowsTheParametersOfHuggingFacesLlama() throws IOException {
        Path config = write("config.json", """
                {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 64, "intermediate_size": 172,
                 "num_hidden_layers": 2, "num_attention_heads": 8, "num_key_value_heads": 2, "vocab_size": 100,
                 "initializer_range": 0.02, "torch_dtype": "bfloat16", "tie_word_embeddings": false, "pad_token_id": null}
                """);

        assertThat(parameters(config))
                .startsWith(
                        "model.embed_tokens.weight [100,64] BF16",
                        "model.layers.0.self_attn.q_proj.weight [64,64] BF16",
                        "model.layers.0.self_attn.k_proj.weight [16,64] BF16",
                        "model.layers.0.self_attn.v_proj.weight [16,64] BF16",
                        "model.layers.0.self_attn.o_proj.weight [64,64] BF16",
                        "model.layers.0.mlp.gate_proj.weight [172,64] BF16",
                        "model.layers.0.mlp.up_proj.weight [172,64] BF16",
                        "model.layers.0.mlp.down_proj.weight [64,172] BF16",
                        "model.layers.0.input_layernorm.weight [64] BF16",
                        "model.layers.0.post_attention_layernorm.weight [64] BF16")
                .endsWith("model.norm.weight [64] BF16", "lm_head.weight [100,64] BF16")
                .hasSize(21);
    }

    @Test
    void knowsBiasesAndTiedOutputsOfQwen() throws IOException {
        Path config = write("config.json", """
                {"model_type": "qwen2", "hidden_size": 32, "intermediate_size": 48, "num_hidden_layers": 1,
                 "num_attention_heads": 4, "vocab_size": 50, "tie_word_embeddings": true}
                """);

        assertThat(parameters(config))
                .contains(
                        "model.layers.0.self_attn.q_proj.bias [32] F32",
                        "model.layers.0.self_attn.v_proj.bias [32] F32")
                .doesNotContain("model.layers.0.self_attn.o_proj.bias [32] F32")
                .noneMatch(line -> line.startsWith("lm_head"))
                .hasSize(14);
    }

    @Test
    void knowsTheParametersOfTorchtitansLlama() throws IOException {
        Path config = write("params.json", """
                {"dim": 64, "n_layers": 2, "n_heads": 8, "n_kv_heads": 2, "vocab_size": 100, "multiple_of": 32,
                 "ffn_dim_multiplier": 1.3, "norm_eps": 1e-05, "rope_theta": 500000.0}
                """);

        assertThat(parameters(config))
                .startsWith(
                        "tok_embeddings.weight [100,64] F32",
                        "layers.0.attention.wq.weight [64,64] F32",
                        "layers.0.attention.wk.weight [16,64] F32",
                        "layers.0.attention.wv.weight [16,64] F32",
                        "layers.0.attention.wo.weight [64,64] F32",
                        "layers.0.feed_forward.w1.weight [224,64] F32",
                        "layers.0.feed_forward.w2.weight [64,224] F32",
                        "layers.0.feed_forward.w3.weight [224,64] F32",
                        "layers.0.attention_norm.weight [64] F32",
                        "layers.0.ffn_norm.weight [64] F32")
                .endsWith("norm.weight [64] F32", "output.weight [100,64] F32")
                .hasSize(21);
        CommandRun shown = CommandRun.of("plan", config);
        assertThat(shown.out()).contains("0.125"); // 1 / √64, of the output
        Path checkpoint = folder.resolve("model.safetensors");
        assertThat(CommandRun.of("init", config, "--source", "torch", "--seed", "1", "-o", checkpoint)
                        .exitCode())
                .isZero();
        assertThat(checkpoint).exists();
    }

    @Test
    void saysWhatItDoesNotKnow() throws IOException {
        Path other = write("config.json", "{\"model_type\": \"gemma\"}");
        assertThat(CommandRun.of("plan", other).err())
                .contains(
                        "config.json: its model_type is gemma, and the parameters of llama, mistral, qwen2 are known");
        Path little = write("config.json", "{\"model_type\": \"llama\", \"hidden_size\": 8}");
        assertThat(CommandRun.of("plan", little).err()).contains("config.json: it does not say \"vocab_size\"");
        Path type = write("config.json", "{\"model_type\": \"llama\", \"torch_dtype\": \"float8_e4m3fn\"}");
        assertThat(CommandRun.of("plan", type).err()).contains("its type is float8_e4m3fn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        n_layers           | 3000000000     | it gives 3000000000; give what makes 1 to 10000
        n_layers           | 0              | it gives 0;
        n_heads            | 0              | it gives 0;
        n_heads            | 128            | it gives 0;
        n_kv_heads         | -2             | it gives -2;
        dim                | 9223372036854775807 | it gives 9223372036854775807;
        multiple_of        | 0              | it gives 0;
        vocab_size         | -1             | it gives -1;
        vocab_size         | "100"          | expected a number, but found a string
        vocab_size         | 1e3            | expected an integer of at most 64 bits, but found 1e3
        vocab_size         | 99999999999999999999 | expected an integer
        vocab_size         | null           | it does not say "vocab_size"
        ffn_dim_multiplier | 1e300          | it gives 9223372036854775807;
        ffn_dim_multiplier | 1e999          | it is Infinity; give a number of 0 or more
        ffn_dim_multiplier | -1             | it is -1.0; give a number of 0 or more
        ffn_dim_multiplier | 0              | it gives 0;
        depth_init         | 1              | expected true or false, but found a number
        dtype              | 16             | expected a string, but found a number
        """, quoteCharacter = '`')
    void namesTheFileAndTheKeyOfATorchtitanConfiguration(String key, String value, String reason) throws IOException {
        refuses("params.json", """
                {"dim": 64, "n_layers": 2, "n_heads": 4, "n_kv_heads": 2, "vocab_size": 100, "multiple_of": 16,
                 "ffn_dim_multiplier": 1.3, "depth_init": true, "dtype": "float32"}""", key, value, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        num_hidden_layers   | 3000000000 | it gives 3000000000; give what makes 1 to 10000
        num_attention_heads | 0          | it gives 0;
        num_attention_heads | 65         | it gives 0;
        num_key_value_heads | 0          | it gives 0;
        hidden_size         | []         | expected a number, but found an array
        intermediate_size   | -5         | it gives -5;
        initializer_range   | -0.1       | it is -0.1; give a number of 0 or more
        pad_token_id        | 100        | it is 100, and there are 100 rows
        attention_bias      | "yes"      | expected true or false, but found a string
        """, quoteCharacter = '`')
    void namesTheFileAndTheKeyOfAHuggingFaceConfiguration(String key, String value, String reason) throws IOException {
        refuses("config.json", """
                {"model_type": "llama", "hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 2,
                 "num_attention_heads": 4, "num_key_value_heads": 2, "vocab_size": 100, "initializer_range": 0.02,
                 "pad_token_id": 3, "attention_bias": false}""", key, value, reason);
    }

    private void refuses(String name, String sound, String key, String value, String reason) throws IOException {
        Path file = write(name, sound);
        assertThat(CommandRun.of("plan", file).exitCode()).isZero();
        write(name, sound.replaceFirst("\"" + key + "\": [^,}]+", "\"" + key + "\": " + value));
        CommandRun run = CommandRun.of("plan", file);
        assertThat(run.failure()).startsWith("2: initweights: " + file + ": ").contains("\"" + key + "\"", reason);
        assertThat(run.err()).hasLineCount(1);
    }

    /** The program that the page shows: it needs NumPy alone, and has the names and shapes of its own. */
    @Test
    void whatTheModelLoadsIsThere() throws Exception {
        Path hugging = write("config.json", """
                {"model_type": "llama", "hidden_size": 64, "intermediate_size": 172, "num_hidden_layers": 3,
                 "num_attention_heads": 8, "num_key_value_heads": 2, "vocab_size": 100, "attention_bias": true,
                 "torch_dtype": "bfloat16", "pad_token_id": 3}
                """);
        Path titan = write("params.json", """
                {"dim": 64, "n_layers": 3, "n_heads": 8, "n_kv_heads": 2, "vocab_size": 100, "multiple_of": 32}
                """);
        for (Path config : List.of(hugging, titan)) {
            for (String source : List.of("seeded", "torch", "jax")) {
                Path checkpoint = folder.resolve(source + config.getFileName() + ".safetensors");
                assertThat(CommandRun.of("init", config, "--source", source, "-o", checkpoint)
                                .exitCode())
                        .isZero();
                Process check = new ProcessBuilder(
                                "python3", "../docs/seed_check.py", config.toString(), checkpoint.toString())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assumeFalse(said.contains("No module named 'numpy'"), "python3 with NumPy");
                assertThat(said).endsWith(" tensors are as " + config.getFileName() + " says\n");
                assertThat(check.waitFor()).isZero();
            }
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> parameters(Path config) {
        CommandRun run = CommandRun.of("plan", "--json", config);
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> lines = new ArrayList<>();
        for (JsonNode parameter : run.json().get("parameters")) {
            lines.add(parameter.get("name").asText() + " " + parameter.get("shape") + " "
                    + parameter.get("dtype").asText());
        }
        return lines;
    }
}
