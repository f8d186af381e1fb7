package org.initweights.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.initweights.DType;
import org.initweights.internal.files.ElementReader;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.load.Conversion;
import org.initweights.internal.files.load.IntegerConversion;

/** A tensor of a file in the type that it is written in. One thread uses it. */
final class TypedTensor {

    private final WeightTensor tensor;
    private final ElementType type;
    private final LongConsumer bytesRead;
    private Optional<Rounding> rounding = Optional.empty();

    /** Rounds floats, and fits integers, on their way to a buffer. */
    private static final class Rounding {

        private final ElementReader.Decoder conversion;
        private final LongSupplier overflows;
        private ByteBuffer target = ByteBuffer.allocate(0);

        Rounding(ElementType from, DType to) {
            ElementReader.Decoder last = (first, count, source) -> target.put(source);
            if (to.isInteger()) {
                this.conversion = new IntegerConversion(from, to, last);
                this.overflows = () -> 0;
            } else {
                Conversion rounding = new Conversion(from.dtype().orElseThrow(), to, last);
                this.conversion = rounding;
                this.overflows = rounding::overflows;
            }
        }

        void round(int count, ByteBuffer source, ByteBuffer to) {
            target = to;
            conversion.decode(0, count, source);
        }
    }

    /**
     * A tensor whose floats are rounded to another type, or one that keeps its type.
     *
     * @param bytesRead is told how many bytes of the tensor were read, after each read
     */
    TypedTensor(WeightTensor tensor, ElementType type, LongConsumer bytesRead) {
        this.tensor = tensor;
        this.type = type;
        this.bytesRead = bytesRead;
    }

    /** What is written. */
    TensorContent content() {
        return new TensorContent(tensor.name(), type, tensor.shape(), this::encode);
    }

    private void encode(long from, int count, ByteBuffer target) {
        int unitBytes = TensorContent.unitBytes(tensor.type());
        try {
            if (type == tensor.type()) {
                tensor.encode(from, count, target);
            } else {
                ByteBuffer elements = ByteBuffer.allocate(count * unitBytes).order(ByteOrder.LITTLE_ENDIAN);
                tensor.encode(from, count, elements);
                rounding(from).round(count, elements.flip(), target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytesRead.accept((long) count * unitBytes);
    }

    /** Counts anew if the tensor is read from its beginning. */
    private Rounding rounding(long from) {
        if (from == 0 || rounding.isEmpty()) {
            rounding = Optional.of(new Rounding(tensor.type(), type.dtype().orElseThrow()));
        }
        return rounding.get();
    }

    /** What was done. */
    CopiedTensor done() {
        return new CopiedTensor(
                tensor.name(),
                tensor.nameInFile(),
                tensor.type(),
                type,
                tensor.axes(),
                rounding.map(all -> all.overflows.getAsLong()).orElse(0L));
    }

    /** Counts the overflows of a tensor of which nothing was read yet, as an interrupted run did that. */
    void readUnlessRead() {
        if (type != tensor.type() && rounding.isEmpty()) {
            int most = 1 << 16;
            for (long from = 0; from < tensor.elements(); from += most) {
                int count = (int) Math.min(most, tensor.elements() - from);
                ByteBuffer nowhere = ByteBuffer.allocate(count * TensorContent.unitBytes(type))
                        .order(ByteOrder.LITTLE_ENDIAN);
                encode(from, count, nowhere);
            }
        }
    }
}
