package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.initweights.DType;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.files.TensorContent;
import org.initweights.io.ElementType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTensorsTest {

    private static final int BEFORE = 5;

    @TempDir
    private Path folder;

    /** A mebibyte at a time: 262144 numbers of four bytes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 600_000})
    void eachElementIsWrittenOnceToItsPlace(int elements) throws IOException {
        Parameter parameter = PlannedTensors.of("a", DType.F32, elements);
        List<Integer> counts = new ArrayList<>();
        GivenTensors given =
                given(new TensorContent("a", ElementType.F32, TensorShape.of(elements), (from, count, target) -> {
                    assertThat(target.order()).isEqualTo(ByteOrder.LITTLE_ENDIAN);
                    counts.add(count);
                    for (int i = 0; i < count; i++) {
                        target.putInt((int) from + i);
                    }
                }));
        Path file = folder.resolve("file");

        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            given.write(parameter, new FileRange(channel, 1).from(BEFORE - 1));
        }

        ByteBuffer written = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (elements > 0) {
            assertThat(written.capacity()).isEqualTo(BEFORE + 4 * elements);
        }
        for (int i = 0; i < elements; i++) {
            assertThat(written.getInt(BEFORE + 4 * i)).isEqualTo(i);
        }
        assertThat(counts).hasSize((elements + 262_143) / 262_144).allMatch(count -> count > 0);
    }

    @Test
    void areThereByTheirNames() {
        GivenTensors given =
                given(new TensorContent("a", ElementType.F32, TensorShape.of(1), (from, count, target) -> {}));

        assertThat(given.has(PlannedTensors.of("a", DType.F32, 1))).isTrue();
        assertThat(given.has(PlannedTensors.of("b", DType.F32, 1))).isFalse();
        assertThat(GivenTensors.NONE.has(PlannedTensors.of("a", DType.F32, 1))).isFalse();
    }

    private static GivenTensors given(TensorContent tensor) {
        return new GivenTensors(Map.of(tensor.name(), tensor), "given");
    }
}
