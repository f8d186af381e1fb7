package org.initweights.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.io.SampleParameters.add;
import static org.initweights.io.SampleParameters.collect;
import static org.initweights.io.SampleParameters.values;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.util.passthrough.PassthroughNDManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.collect.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exchanges files with Deep Java Library's codec. */
class DjlExchangeTest {

    @TempDir
    private Path folder;

    private static Parameters parameters() {
        return collect(p -> {
            add(p, "layers.0.weight", TensorType.FLOATS, 8, 5);
            add(p, "double", TensorType.DOUBLES, 3);
            add(p, "half", TensorType.FP16, 2, 2);
            add(p, "brain", TensorType.BF16, 4);
            add(p, "δ", TensorType.FLOATS, 1);
        });
    }

    private static NDList decoded(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return NDList.decode(PassthroughNDManager.INSTANCE, bytes);
        }
    }

    @Test
    void givesDjlTheSameNamesShapesAndBytes() throws IOException {
        Path file = folder.resolve("ours.safetensors");
        Parameters saved = parameters();
        saved.initialize(1);
        saved.save(file);

        NDList arrays = decoded(file);
        assertThat(arrays).hasSize(saved.size());
        for (NDArray array : arrays) {
            Parameter parameter = saved.get(array.getName());
            assertThat(array.getShape().getShape()).isEqualTo(parameter.shape().dims());
            ByteBuffer expected = ByteBuffer.allocate(
                            (int) parameter.elements() * parameter.dtype().bytes())
                    .order(ByteOrder.LITTLE_ENDIAN);
            parameter.encode(0, (int) parameter.elements(), expected);
            assertThat(array.toByteBuffer()).isEqualTo(expected.flip());
        }
    }

    @Test
    void loadsWhatDjlWrites() throws IOException {
        Path ours = folder.resolve("ours.safetensors");
        Parameters saved = parameters();
        saved.initialize(1);
        saved.save(ours);
        Path theirs = folder.resolve("theirs.safetensors");
        try (OutputStream bytes = Files.newOutputStream(theirs)) {
            decoded(ours).encode(bytes, NDList.Encoding.SAFETENSORS);
        }

        Parameters loaded = parameters();
        loaded.load(theirs);
        for (Parameter parameter : saved) {
            assertThat(values(loaded.get(parameter.name()))).isEqualTo(values(parameter));
        }
    }
}
