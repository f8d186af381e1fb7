package org.initweights.cli.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.io.WeightTensor;
import org.initweights.report.ReportTensor;

/**
 * A tensor of a checkpoint, to measure.
 *
 * @param stored where its elements are
 * @param shape its shape, with the roles of its axes as far as they are known
 * @param fill what was to be written, if that is known
 * @param bytesRead is told how many bytes were read, after each read
 */
public record StoredTensor(WeightTensor stored, TensorShape shape, Optional<Fill> fill, LongConsumer bytesRead)
        implements ReportTensor {

    /** A tensor for which it is not known how it should have started. */
    public static StoredTensor of(WeightTensor stored, LongConsumer bytesRead) {
        return new StoredTensor(stored, stored.shape(), Optional.empty(), bytesRead);
    }

    @Override
    public String name() {
        return stored.name();
    }

    /** The type; integers are measured as doubles, which they are read as. */
    @Override
    public DType dtype() {
        return stored.type().dtype().orElse(DType.F64);
    }

    @Override
    public void read(long from, int count, double[] target) {
        try {
            if (count == target.length) {
                stored.read(from, target);
            } else {
                double[] some = new double[count];
                stored.read(from, some);
                System.arraycopy(some, 0, target, 0, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytesRead.accept((long) count * stored.type().bits() / Byte.SIZE);
    }
}
