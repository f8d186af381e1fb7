package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.testing.BaseFile;
import org.initweights.testing.Normals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deep model from a shallow one. */
class LayerStackTest {

    @TempDir
    Path folder;

    @Test
    void layersOfADeepModelAreCopiesOfAShallowOnes() throws IOException {
        BaseFile shallow = new BaseFile().doubles("wte", Normals.of(20, 6), 3, 2);
        for (int layer = 0; layer < 3; layer++) {
            shallow.doubles("h." + layer + ".w", Normals.of(30 + layer, 4), 2, 2);
        }
        BaseWeights three = Initializers.from(shallow.write(folder.resolve("shallow.safetensors")));
        Weights deep = Weights.of(w -> {
            w.tensor("wte", DType.F64, Initializers.zeros(), 3, 2);
            for (int layer = 0; layer < 6; layer++) {
                w.tensor("h." + layer + ".w", DType.F64, Initializers.zeros(), 2, 2);
            }
        });
        three.copies(deep.parameters(), LayerStack.repeated("h", 3)).initialize(1);
        assertLayers(deep, 0, 1, 2, 0, 1, 2);
        assertThat(deep.doubles("wte")).isEqualTo(Normals.of(20, 6));
        three.copies(deep.parameters(), LayerStack.interleaved("h", 2)).initialize(1);
        assertLayers(deep, 0, 0, 1, 1, 2, 2);
        three.copies(deep.parameters(), LayerStack.ranges("h", 0, 3, 0, 3)).initialize(1);
        assertLayers(deep, 0, 1, 2, 0, 1, 2);
        three.copies(deep.parameters(), LayerStack.ranges("h", 0, 2, 1, 3, 1, 3))
                .initialize(1);
        assertLayers(deep, 0, 1, 1, 2, 1, 2);
    }

    private static void assertLayers(Weights deep, int... origins) {
        for (int layer = 0; layer < origins.length; layer++) {
            assertThat(deep.doubles("h." + layer + ".w"))
                    .as("layer %d", layer)
                    .isEqualTo(Normals.of(30 + origins[layer], 4));
        }
    }
}
