package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.initweights.DType;
import org.jspecify.annotations.Nullable;

/** The elements of another storage that stand in runs, as those of a slice of columns: a storage of their own, counted without the gaps. */
public final class RunsStorage implements Storage {

    private final Storage whole;
    private final ElementRuns runs;
    private final @Nullable FloatBuffer floats;

    private RunsStorage(Storage whole, ElementRuns runs) {
        this.whole = whole;
        this.runs = runs;
        this.floats = whole.floats().orElse(null);
    }

    /** A part of a storage: a range of it if the elements follow each other. */
    public static Storage of(Storage whole, ElementRuns runs) {
        Objects.checkFromIndexSize(0, runs.every() * runs.blocks(), whole.length());
        return runs.isOneRun() ? new RangeStorage(whole, runs.first(), runs.elements()) : new RunsStorage(whole, runs);
    }

    @Override
    public long length() {
        return runs.elements();
    }

    @Override
    public ElementRange wanted() {
        ElementRange wanted = whole.wanted();
        long from = runs.firstFrom(wanted.from());
        long to = runs.firstFrom(wanted.to());
        return from < to ? new ElementRange(from, to) : ElementRange.NONE;
    }

    @Override
    public Precision precision() {
        return whole.precision();
    }

    @Override
    public double get(long index) {
        return whole.get(runs.place(Objects.checkIndex(index, length())));
    }

    @Override
    public DType dtype() {
        return whole.dtype();
    }

    @Override
    public MemoryOrder order() {
        return whole.order().runs(runs);
    }

    @Override
    public boolean isConcurrent() {
        return whole.isConcurrent();
    }

    @Override
    public void encode(long from, int count, ByteBuffer target) {
        walk(from, count, (place, done, part) -> whole.encode(place, part, target));
    }

    @Override
    public void put(long offset, float[] values, int count) {
        FloatBuffer memory = floats;
        if (memory != null) {
            walk(offset, count, (place, done, part) -> memory.put((int) place, values, done, part));
        } else {
            float[] few = new float[(int) Math.min(runs.run(), count)];
            walk(offset, count, (place, done, part) -> {
                System.arraycopy(values, done, few, 0, part);
                whole.put(place, few, part);
            });
        }
    }

    @Override
    public void put(long offset, double[] values, int count) {
        double[] few = new double[(int) Math.min(runs.run(), count)];
        walk(offset, count, (place, done, part) -> {
            System.arraycopy(values, done, few, 0, part);
            whole.put(place, few, part);
        });
    }

    /** Walks through elements run by run, from place to place. */
    private void walk(long from, int count, Pieces.Visitor visitor) {
        if (count == 0) {
            return;
        }
        long inRun = from % runs.run();
        long number = from / runs.run() % runs.count();
        long place = runs.place(from);
        for (int done = 0; done < count; ) {
            int part = (int) Math.min(count - done, runs.run() - inRun);
            visitor.visit(place, done, part);
            done += part;
            place += runs.step() - inRun;
            inRun = 0;
            number++;
            if (number == runs.count()) {
                number = 0;
                place += runs.every() - runs.count() * runs.step();
            }
        }
    }

    /** Two parts are equal if they are the same elements of equal storages. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RunsStorage part && whole.equals(part.whole) && runs.equals(part.runs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(whole, runs);
    }
}
