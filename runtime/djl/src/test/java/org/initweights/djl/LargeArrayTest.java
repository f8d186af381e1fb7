package org.initweights.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.initweights.Initializers.uniform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.initweights.Parameters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Arrays that no buffer can hold. */
@Tag("large-files")
class LargeArrayTest {

    private static final long ROW = (1L << 28) + 3;

    @Test
    void anArrayOfThreeGigabytesIsWrittenInPieces() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray array = manager.create(new Shape(3, ROW), DataType.FLOAT32);
            DjlArrayAdapter adapter = new DjlArrayAdapter();
            assertThat(adapter.memory(array)).isEmpty();
            Parameters.of(p -> p.tensor("large", array, adapter, uniform(1, 2), 3, ROW))
                    .initialize(1);
            assertThat(array.min().getFloat()).isBetween(1f, 1.001f);
            assertThat(array.max().getFloat()).isBetween(1.999f, 2f);
            float[] across = new float[10];
            adapter.read(array, 2 * ROW - 5, across, 10);
            assertThat(across[4]).isEqualTo(array.getFloat(1, ROW - 1));
            assertThat(across[5]).isEqualTo(array.getFloat(2, 0));
            assertThatThrownBy(() ->
                            Parameters.of(p -> p.tensor("turned", array.transpose(), adapter, uniform(1, 2), ROW, 3)))
                    .hasMessageStartingWith("turned [" + ROW + ", 3]: ")
                    .hasMessageContaining("duplicate()");
        }
    }
}
