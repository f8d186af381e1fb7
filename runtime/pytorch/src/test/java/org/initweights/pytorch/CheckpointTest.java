package org.initweights.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.normal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.initweights.RandomSource;
import org.initweights.io.LoadOptions;
import org.initweights.io.MismatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of modules, read by another parser, and loaded into other modules. */
class CheckpointTest {

    @TempDir
    Path folder;

    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of(ScalarType.Double, "F64"),
                Arguments.of(ScalarType.Float, "F32"),
                Arguments.of(ScalarType.Half, "F16"),
                Arguments.of(ScalarType.BFloat16, "BF16"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void holdsWhatPyTorchHas(ScalarType type, String dtype) throws IOException {
        Module net = LibTorch.withDefault(type, Models.Cnn::new);
        TorchModules.parameters(net).initialize(1);
        Path file = folder.resolve("net.safetensors");
        TorchModules.parameters(net).save(file);

        byte[] bytes = Files.readAllBytes(file);
        int header = Math.toIntExact(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong());
        JsonNode tensors = new ObjectMapper().readTree(new String(bytes, 8, header, StandardCharsets.UTF_8));
        Map<String, Tensor> theirs = LibTorch.tensors(net);
        theirs.keySet().removeIf(name -> name.endsWith("num_batches_tracked"));
        Set<String> names = new HashSet<>();
        tensors.fieldNames().forEachRemaining(names::add);
        names.remove("__metadata__");
        assertThat(names).isEqualTo(theirs.keySet());
        theirs.forEach((name, tensor) -> {
            JsonNode entry = tensors.get(name);
            assertThat(entry.get("dtype").asText()).isEqualTo(dtype);
            assertThat(entry.get("shape")).map(JsonNode::asLong).isEqualTo(list(tensor.shape()));
            int from = 8 + header + entry.get("data_offsets").get(0).asInt();
            int to = 8 + header + entry.get("data_offsets").get(1).asInt();
            assertThat(ByteBuffer.wrap(bytes, from, to - from).slice()).isEqualTo(LibTorch.bits(tensor));
        });
    }

    @ParameterizedTest
    @MethodSource("types")
    void isLoadedByAnotherModule(ScalarType type, String dtype) throws IOException {
        Module one = LibTorch.withDefault(type, Models.Recurrent::new);
        Module two = LibTorch.withDefault(type, Models.Recurrent::new);
        Path file = folder.resolve(dtype + ".safetensors");
        TorchModules.parameters(one).initialize(1);
        TorchModules.parameters(one).save(file);
        assertThat(TorchModules.parameters(two).load(file).loaded()).hasSize(19);
        LibTorch.tensors(one)
                .forEach((name, tensor) -> assertThat(LibTorch.bits(LibTorch.tensor(two, name)))
                        .as(name)
                        .isEqualTo(LibTorch.bits(tensor)));
    }

    /** By one call of PyTorch, since a buffer over the elements would not be in the file's order. */
    @Test
    void isLoadedIntoTransposedTensors() throws IOException {
        Path file = folder.resolve("t.safetensors");
        Module plain = new Module();
        plain.register_parameter("w", LibTorch.zeros(ScalarType.Float, 300, 200));
        TorchModules.parameters(plain).with(normal()).initialize(RandomSource.seeded(1));
        TorchModules.parameters(plain).save(file);
        Module transposed = new Module();
        transposed.register_parameter(
                "w", LibTorch.zeros(ScalarType.Float, 200, 300).t());
        TorchModules.parameters(transposed).load(file);
        assertThat(LibTorch.bits(LibTorch.tensor(transposed, "w")))
                .isEqualTo(LibTorch.bits(LibTorch.tensor(plain, "w")));
        Path again = folder.resolve("again.safetensors");
        TorchModules.parameters(transposed).save(again);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void isRefusedByAModuleOfAnotherType() throws IOException {
        Path file = folder.resolve("half.safetensors");
        TorchModules.parameters(LibTorch.withDefault(ScalarType.BFloat16, () -> new LinearImpl(3, 2)))
                .save(file);
        assertThatThrownBy(() -> TorchModules.parameters(new LinearImpl(3, 2)).load(file))
                .isInstanceOf(MismatchException.class)
                .hasMessageContaining("type F32 in the model, but BF16 in the file");
    }

    @Test
    void isConvertedOnRequest() throws IOException {
        Path file = folder.resolve("half.safetensors");
        Module half = LibTorch.withDefault(ScalarType.BFloat16, () -> new LinearImpl(30, 20));
        TorchModules.parameters(half).save(file);
        Module single = new LinearImpl(30, 20);
        TorchModules.parameters(single).load(file, LoadOptions.strict().converted());
        assertThat(LibTorch.floats(LibTorch.tensor(single, "weight")))
                .isEqualTo(LibTorch.floats(LibTorch.tensor(half, "weight")));
    }

    /** What Python saves has the counters of batch normalisation too. */
    @Test
    void isReadAsPythonWritesIt() throws IOException {
        Path file = folder.resolve("python.safetensors");
        String header =
                "{\"bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"weight\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[4,8]},"
                        + "\"num_batches_tracked\":{\"dtype\":\"I64\",\"shape\":[],\"data_offsets\":[8,16]}}";
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 16).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.UTF_8));
        bytes.putFloat(0.5f).putFloat(-2).putLong(7);
        Files.write(file, bytes.array());
        LinearImpl linear = new LinearImpl(1, 1);
        assertThatThrownBy(() -> TorchModules.parameters(linear).load(file))
                .isInstanceOf(MismatchException.class)
                .hasMessageContaining("num_batches_tracked");
        TorchModules.parameters(linear).load(file, LoadOptions.lenient());
        assertThat(LibTorch.floats(linear.weight())).containsExactly(-2);
        assertThat(LibTorch.floats(linear.bias())).containsExactly(0.5f);
    }

    private static List<Long> list(long... sizes) {
        return Arrays.stream(sizes).boxed().toList();
    }
}
