package org.initweights.internal.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Weights;
import org.initweights.io.Npz;
import org.initweights.io.StoredWeights;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tensors that are longer than what is decompressed, and than what is read, at once: 1 MB. */
class RandomAccessCopyTest {

    private static final int LENGTH = 300_001;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "F32, 0, 300001",
        "F32, 17, 299000",
        "F32, 262144, 37857",
        "F32, 300000, 1",
        "F64, 3, 299998",
        "F64, 131071, 2"
    })
    void anyRangeIsReadAsItWasWritten(DType dtype, int from, int count) throws IOException {
        Weights weights = Weights.of(w -> w.tensor("w", dtype, Initializers.table("i0 + 0.5"), LENGTH))
                .initialize(1);
        Path file = folder.resolve("w.npz");
        Npz.writeCompressed(weights.parameters(), file);
        double[] read = new double[count];
        try (StoredWeights stored = StoredWeights.open(file);
                RandomAccessCopy copy = RandomAccessCopy.of(stored.find("w").orElseThrow())) {
            copy.read(from, read);
        }
        for (int i = 0; i < count; i++) {
            assertThat(read[i]).isEqualTo(from + i + 0.5);
        }
    }
}
