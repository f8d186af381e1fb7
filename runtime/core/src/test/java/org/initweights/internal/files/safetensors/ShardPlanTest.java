package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.initweights.TensorShape;
import org.initweights.io.ElementType;
import org.junit.jupiter.api.Test;

class ShardPlanTest {

    private static List<List<String>> shards(long mostBytes, long... sizes) {
        List<TensorEntry> tensors = IntStream.range(0, sizes.length)
                .mapToObj(i -> TensorEntry.of("t" + i, ElementType.U8, TensorShape.of(sizes[i])))
                .toList();
        return ShardPlan.of(tensors, mostBytes).shards().stream()
                .map(shard -> shard.stream().map(TensorEntry::name).toList())
                .toList();
    }

    /** The example in the documentation of Hugging Face's own function. */
    @Test
    void takesTensorsInTheirOrderWithoutLookingForABetterFit() {
        assertThat(shards(10, 6, 6, 2, 6, 2, 2))
                .containsExactly(List.of("t0"), List.of("t1", "t2"), List.of("t3", "t4", "t5"));
    }

    @Test
    void givesATensorThatIsTooLargeAFileAloneAndGoesOnFillingTheOneBefore() {
        assertThat(shards(10, 3, 20, 3, 5)).containsExactly(List.of("t1"), List.of("t0", "t2"), List.of("t3"));
    }

    @Test
    void aTensorThatJustFitsIsNotTooLarge() {
        assertThat(shards(10, 3, 10, 3)).containsExactly(List.of("t0"), List.of("t1"), List.of("t2"));
        assertThat(shards(10, 4, 6, 1)).containsExactly(List.of("t0", "t1"), List.of("t2"));
        assertThat(shards(10, 11)).containsExactly(List.of("t0"));
    }

    @Test
    void hasOneFileForNoTensors() {
        assertThat(shards(10)).containsExactly(List.of());
    }
}
