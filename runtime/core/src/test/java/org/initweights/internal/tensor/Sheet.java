package org.initweights.internal.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.TensorAdapter;
import org.initweights.TensorShape;

/** A tensor of a framework: its elements as doubles, and perhaps memory instead. */
final class Sheet {

    private final DType dtype;
    private final double[] elements;
    private final Optional<ByteBuffer> memory;
    private final List<String> calls = new ArrayList<>();

    Sheet(DType dtype, double[] elements, Optional<ByteBuffer> memory) {
        this.dtype = dtype;
        this.elements = elements;
        this.memory = memory;
    }

    DType dtype() {
        return dtype;
    }

    double[] elements() {
        return elements;
    }

    /** The memory of one that has some. */
    ByteBuffer bytes() {
        return memory.orElseThrow();
    }

    /** The calls of its adapter that move elements. */
    List<String> calls() {
        return calls;
    }

    static Sheet of(DType dtype, int elements) {
        return new Sheet(dtype, new double[elements], Optional.empty());
    }

    static Sheet inMemory(DType dtype, int elements) {
        ByteBuffer memory = ByteBuffer.allocateDirect(elements * dtype.bytes()).order(ByteOrder.nativeOrder());
        return new Sheet(dtype, new double[elements], Optional.of(memory));
    }

    /** An adapter that takes pieces. */
    static class Pieces implements TensorAdapter<Sheet> {

        private final boolean isConcurrent;

        Pieces(boolean isConcurrent) {
            this.isConcurrent = isConcurrent;
        }

        @Override
        public Sheet allocate(TensorShape shape) {
            return of(DType.F32, (int) shape.elements());
        }

        @Override
        public long elements(Sheet sheet) {
            return sheet.elements.length;
        }

        @Override
        public DType dtype(Sheet sheet) {
            return sheet.dtype;
        }

        @Override
        public Optional<ByteBuffer> memory(Sheet sheet) {
            return sheet.memory.map(ByteBuffer::duplicate);
        }

        @Override
        public double get(Sheet sheet, long index) {
            sheet.calls.add("get " + index);
            return sheet.elements[(int) index];
        }

        @Override
        public void put(Sheet sheet, long offset, float[] values, int count) {
            sheet.calls.add("floats " + offset + " " + count);
            for (int i = 0; i < count; i++) {
                sheet.elements[(int) offset + i] = values[i];
            }
        }

        @Override
        public void put(Sheet sheet, long offset, double[] values, int count) {
            sheet.calls.add("doubles " + offset + " " + count);
            System.arraycopy(values, 0, sheet.elements, (int) offset, count);
        }

        @Override
        public void read(Sheet sheet, long offset, float[] values, int count) {
            sheet.calls.add("read floats " + offset + " " + count);
            for (int i = 0; i < count; i++) {
                values[i] = (float) sheet.elements[(int) offset + i];
            }
        }

        @Override
        public void read(Sheet sheet, long offset, double[] values, int count) {
            sheet.calls.add("read doubles " + offset + " " + count);
            System.arraycopy(sheet.elements, (int) offset, values, 0, count);
        }

        @Override
        public boolean isConcurrent() {
            return isConcurrent;
        }
    }

    /** An adapter that writes whole tensors of F32 or F64. */
    static final class Whole extends Pieces {

        Whole(boolean isConcurrent) {
            super(isConcurrent);
        }

        @Override
        public void write(Sheet sheet, ByteBuffer all) {
            sheet.calls().add("write " + all.remaining());
            ByteBuffer bytes = all.duplicate().order(ByteOrder.nativeOrder());
            for (int i = 0; i < sheet.elements().length; i++) {
                sheet.elements()[i] = sheet.dtype() == DType.F64 ? bytes.getDouble() : bytes.getFloat();
            }
        }
    }
}
