package org.initweights.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.Weights;
import org.initweights.io.CheckpointException;
import org.initweights.io.MismatchException;
import org.initweights.io.Npy;
import org.initweights.io.StoredWeights;
import org.initweights.io.WeightTensor;

/**
 * Files of one array: those with a header as NumPy writes it are read to the elements that {@link PlainNpy} finds, and what is written
 * again of floats has the same bytes. An input that begins with a brace is a header alone.
 */
class NpyFuzzTest {

    private static final Path FILE = Scratch.folder().resolve("array.npy");
    private static final int MOST = 1 << 12;

    @FuzzTest
    @DictionaryEntries({
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }",
        "'fortran_order': True",
        "(3,)",
        "()",
        "'>f8'",
        "'|b1'",
        "'<V2'",
        "0x10",
        "1_0",
        "3L",
        "'float32'",
        "b'<f4'",
        "\\x3c",
        "'''",
        "9223372036854775807",
        "u'",
        "\\N{DIGIT ONE}"
    })
    void array(byte[] input) {
        Trial.of(this, "array", input, () -> {
            byte[] file = input.length > 0 && input[0] == '{' && input.length <= 10_000 ? PlainNpy.file(input) : input;
            Optional<PlainNpy.Array> expected = PlainNpy.read(file);
            Files.write(FILE, file);
            Optional<PlainNpy.Array> actual = read(FILE);
            if (expected.isPresent() && expected.get().bytes().length() <= 2 * MOST) {
                assertThat(actual).isEqualTo(expected);
            }
            // The file may be of another format, whatever its name.
            if (actual.isPresent() && PlainNpy.isNpy(file)) {
                writeAgain(actual.get());
            }
        });
    }

    /** The array of a file, if it is sound and not large. */
    static Optional<PlainNpy.Array> read(Path file) throws IOException {
        try (StoredWeights weights = StoredWeights.open(file)) {
            for (WeightTensor tensor : weights.tensors()) {
                if (tensor.bytes() <= MOST) {
                    return Optional.of(array(tensor));
                }
            }
        } catch (CheckpointException e) {
            assertThat(e).message().startsWith(file + ": ").hasSizeLessThan(2000);
        }
        return Optional.empty();
    }

    static PlainNpy.Array array(WeightTensor tensor) throws IOException {
        byte[] bytes = new byte[(int) tensor.bytes()];
        tensor.readBytes(0, ByteBuffer.wrap(bytes));
        if (tensor.type().isNumeric()) {
            tensor.read(0, new double[(int) tensor.elements()]);
        }
        List<Long> shape = Arrays.stream(tensor.shape().dims()).boxed().toList();
        return PlainNpy.array(tensor.type().name(), shape, bytes);
    }

    private static void writeAgain(PlainNpy.Array array) throws IOException {
        long[] dims = array.shape().stream().mapToLong(Long::longValue).toArray();
        for (DType dtype : DType.values()) {
            Parameter parameter = Weights.of(builder -> builder.tensor("w", dtype, Initializers.ones(), dims))
                    .get("w");
            try {
                Npy.read(parameter, FILE);
            } catch (MismatchException e) {
                assertThat(dtype.name()).isNotEqualTo(array.type());
                continue;
            }
            Npy.write(parameter, FILE);
            // NumPy has no bfloat16.
            if (!array.type().equals("BF16") && array.type().equals(dtype.name())) {
                assertThat(read(FILE)).contains(array);
                if (array.shape().stream().allMatch(size -> size <= PlainNpy.LARGEST)) {
                    assertThat(PlainNpy.read(Files.readAllBytes(FILE))).contains(array);
                }
            }
        }
    }
}
