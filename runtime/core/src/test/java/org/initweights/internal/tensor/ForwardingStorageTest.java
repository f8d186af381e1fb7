package org.initweights.internal.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.initweights.HalfFormat;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

/** Views are as what they look at, but for what they change. */
class ForwardingStorageTest {

    private static final MemoryOrder COLUMNS = MemoryOrder.of(TensorShape.of(3, 2), 1, 3);

    /** A tensor that one thread writes, column by column. */
    private record Sequential(Storage target) implements ForwardingStorage {

        @Override
        public boolean isConcurrent() {
            return false;
        }

        @Override
        public MemoryOrder order() {
            return COLUMNS;
        }

        @Override
        public void put(long offset, float[] values, int count) {
            target.put(offset, values, count);
        }

        @Override
        public void put(long offset, double[] values, int count) {
            target.put(offset, values, count);
        }
    }

    private final Storage halves = new HalfArrayStorage(new short[6], HalfFormat.FP16);
    private final Storage doubles = new DoubleArrayStorage(new double[6]);

    @Test
    void areOfTheTypeOfTheirTarget() {
        for (Storage target : List.of(halves, doubles)) {
            for (Storage view : List.of(
                    new Sequential(target),
                    new BoundedStorage(target, -1, 1),
                    new RangeStorage(target, 0, 6),
                    new RepeatedStorage(target, 2, 1),
                    new PlacedStorage(target, COLUMNS))) {
                assertThat(view.dtype()).isEqualTo(target.dtype());
                assertThat(view.precision()).isEqualTo(target.precision());
                assertThat(view.length()).isEqualTo(6);
            }
            assertThat(new MappedStorage(target, x -> x).dtype()).isEqualTo(target.dtype());
        }
    }

    @Test
    void areWrittenByAsManyThreadsAsTheirTarget() {
        for (Storage target : List.of(doubles, new Sequential(doubles))) {
            for (Storage view : List.of(
                    new MappedStorage(target, x -> x),
                    new BoundedStorage(target, -1, 1),
                    new RangeStorage(target, 0, 6),
                    new RepeatedStorage(target, 2, 1))) {
                assertThat(view.isConcurrent()).isEqualTo(target.isConcurrent());
            }
        }
    }

    @Test
    void areInTheOrderOfTheirTarget() {
        Storage columns = new Sequential(doubles);

        assertThat(new MappedStorage(columns, x -> x).order()).isSameAs(COLUMNS);
        assertThat(new RangeStorage(columns, 0, 4).order().index(1))
                .as("two rows, column by column")
                .isEqualTo(2);
        assertThat(new RangeStorage(columns, 2, 2).order().index(1))
                .as("one row")
                .isEqualTo(1);
        assertThat(PlacedStorage.of(doubles)).isSameAs(doubles);
        assertThat(PlacedStorage.of(columns)).isEqualTo(new PlacedStorage(columns, COLUMNS));
    }

    @Test
    void readWhatTheirTargetHas() {
        doubles.put(0, new double[] {0, 1, 2, 3, 4, 5}, 6);
        Storage view = new MappedStorage(doubles, x -> -x);
        ByteBuffer bytes = ByteBuffer.allocate(16);
        view.encode(3, 2, bytes);

        assertThat(view.get(5)).isEqualTo(5);
        assertThat(bytes.getDouble(0)).isEqualTo(3);
        assertThat(bytes.getDouble(8)).isEqualTo(4);
        assertThat(view.floats()).isEmpty();
    }
}
