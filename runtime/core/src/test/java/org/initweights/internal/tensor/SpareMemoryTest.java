package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Memory that is used here cannot be collected, so that what is kept is there still. */
class SpareMemoryTest {

    @Test
    void isUsedAgainIfItIsLargeEnough() {
        ByteBuffer first = SpareMemory.take(1000);
        assertThat(first.remaining()).isEqualTo(1000);
        assertThat(first.order()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(first.isDirect()).isTrue();
        first.position(17).limit(30);
        SpareMemory.giveBack(first);

        ByteBuffer again = SpareMemory.take(1000);
        assertThat(isSame(first, again)).isTrue();
        assertThat(again.position()).isZero();
        assertThat(again.remaining()).isEqualTo(1000);
        SpareMemory.giveBack(again);

        ByteBuffer less = SpareMemory.take(10);
        assertThat(isSame(first, less)).isTrue();
        assertThat(less.remaining()).isEqualTo(10);
        SpareMemory.giveBack(less);

        ByteBuffer more = SpareMemory.take(1001);
        assertThat(isSame(first, more)).isFalse();
        assertThat(more.remaining()).isEqualTo(1001);
    }

    @Test
    void isOfOneAlone() {
        ByteBuffer first = SpareMemory.take(100);
        SpareMemory.giveBack(first);
        ByteBuffer second = SpareMemory.take(100);
        assertThat(isSame(second, SpareMemory.take(100))).isFalse();
    }

    private static boolean isSame(ByteBuffer one, ByteBuffer other) {
        return Memory.isSame(one.duplicate().clear(), other.duplicate().clear());
    }
}
