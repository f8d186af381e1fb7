package org.initweights.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.initweights.io.CheckpointException;
import org.initweights.io.Gguf;
import org.initweights.io.GgufTensor;

/** Files of llama.cpp: opened are those that {@link PlainGguf} finds sound, with the same tensors and bytes. */
class GgufFuzzTest {

    private static final Path FILE = Scratch.folder().resolve("model.gguf");

    @FuzzTest
    @DictionaryEntries({"GGUF", "general.alignment", "\u0003\u0000\u0000\u0000", "\u0000\u0000\u0000\u0003", "w"})
    void file(byte[] input) {
        Trial.of(this, "file", input, () -> {
            Optional<Map<String, PlainGguf.Tensor>> expected = Optional.empty();
            boolean isSound = true;
            try {
                expected = PlainGguf.read(input);
            } catch (PlainGguf.NoGguf e) {
                isSound = false;
            }
            Files.write(FILE, input);
            Map<String, PlainGguf.Tensor> actual = new TreeMap<>();
            try (Gguf file = Gguf.open(FILE)) {
                for (GgufTensor tensor : file.tensors()) {
                    byte[] bytes = new byte[(int) tensor.bytes()];
                    tensor.readBytes(0, ByteBuffer.wrap(bytes));
                    if (tensor.type().elementType().isPresent()) {
                        tensor.read(0, new double[(int) tensor.elements()]);
                    }
                    List<Long> shape =
                            Arrays.stream(tensor.shape().dims()).boxed().toList();
                    actual.put(
                            tensor.name(),
                            new PlainGguf.Tensor(shape, HexFormat.of().formatHex(bytes)));
                }
                assertThat(file.metadata().toString()).isNotNull();
            } catch (CheckpointException e) {
                assertThat(e).message().startsWith(FILE + ": ").hasSizeLessThan(2000);
                // What is not known here may be known there, and not fit.
                assertThat(isSound && expected.isPresent()).as(e.getMessage()).isFalse();
                return;
            }
            assertThat(isSound).as("it opens").isTrue();
            expected.ifPresent(tensors -> assertThat(actual).isEqualTo(tensors));
        });
    }
}
