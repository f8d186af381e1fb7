package org.initweights.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.normal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.initweights.Parameters;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.family.TFloating;

/** A file has the bytes that TensorFlow has, under the name, type and shape that Python reads. */
class SavedFileTest {

    static List<FloatingType<?>> types() {
        return FloatingType.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    <T extends TFloating> void hasWhatTensorFlowHas(FloatingType<T> type, @TempDir Path folder) throws IOException {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Variable<T> kernel = Ops.create(graph)
                    .withSubScope("conv")
                    .withName("kernel")
                    .variable(Shape.of(3, 3, 4, 5), type.type());
            Parameters parameters = TensorFlowVariables.parameters(session).with(normal());
            parameters.initialize(42);
            Path file = folder.resolve("one.safetensors");
            parameters.save(file);

            byte[] bytes = Files.readAllBytes(file);
            int header =
                    (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
            int size = 180 * type.dtype().bytes();
            assertThat(new String(bytes, 8, header, StandardCharsets.UTF_8).replaceAll("\\s", ""))
                    .contains("\"conv/kernel\":{\"dtype\":\"" + type.dtype()
                            + "\",\"shape\":[3,3,4,5],\"data_offsets\":[0," + size + "]}");
            try (Tensor tensor = session.runner().fetch(kernel).run().get(0)) {
                assertThat(Arrays.copyOfRange(bytes, 8 + header, bytes.length))
                        .isEqualTo(type.bytes(type.type().cast(tensor)));
            }
        }
    }
}
