package org.initweights.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.initweights.DType;
import org.initweights.processor.given.GivenModel;
import org.junit.jupiter.api.Test;

/** What fields of each type can hold. */
class StorageSpecTest {

    @Test
    void anArrayHasAsManyElementsAsTheJvmAllocates() {
        StorageSpec array = new StorageSpec.Flat(DType.F64);
        assertThat(array.capacity()).isEqualTo(2_147_483_645);
        assertThat(array.dtype()).contains(DType.F64);
        assertThat(array.rank()).isEmpty();
    }

    @Test
    void aBufferHasAsManyBytesAsAnIntCounts() {
        assertThat(new StorageSpec.Buffer(DType.F32).capacity()).isEqualTo(536_870_911);
        assertThat(new StorageSpec.Buffer(DType.BF16).capacity()).isEqualTo(1_073_741_823);
        assertThat(new StorageSpec.Buffer(DType.BF16).dtype()).contains(DType.BF16);
    }

    @Test
    void arraysOfArraysHaveARankAndNoBound() {
        StorageSpec nested = new StorageSpec.Nested(3, DType.F32);
        assertThat(nested.rank()).hasValue(3);
        assertThat(nested.capacity()).isEqualTo(Long.MAX_VALUE);
        assertThat(nested.dtype()).contains(DType.F32);
    }

    @Test
    void aTypeOfTheUserSaysNothing() {
        StorageSpec adapted = new StorageSpec.Adapted(GivenModel.named("Adapter"), true);
        assertThat(adapted.rank()).isEmpty();
        assertThat(adapted.dtype()).isEmpty();
        assertThat(adapted.capacity()).isEqualTo(Long.MAX_VALUE);
    }
}
