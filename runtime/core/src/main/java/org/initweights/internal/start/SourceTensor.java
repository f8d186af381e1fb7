package org.initweights.internal.start;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.files.FileStamp;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.message.Excerpt;
import org.initweights.internal.message.Spelling;
import org.initweights.io.StoredWeights;
import org.initweights.io.UnreadableTensor;
import org.initweights.io.WeightTensor;
import org.jspecify.annotations.Nullable;

/** A tensor of floats in a file of weights that is open for one fill. Several threads may read at the same time. */
final class SourceTensor implements AutoCloseable {

    private final StoredWeights weights;
    private final WeightTensor tensor;

    /** Made when elements are read for the first time, if they are not read where they are. */
    private @Nullable RandomAccessCopy copy;

    private SourceTensor(StoredWeights weights, WeightTensor tensor) {
        this.weights = weights;
        this.tensor = tensor;
    }

    /**
     * Opens the tensor that a fill begins with.
     *
     * @throws InitializationException if it is not there any more, or has another shape now
     */
    static SourceTensor open(FromWeights fill) {
        SourceTensor found = open(fill.file(), fill.tensor(), fill.call());
        try {
            found.check(fill);
            return found;
        } catch (RuntimeException e) {
            found.close();
            throw e;
        }
    }

    private void check(FromWeights fill) {
        if (!shape().equals(fill.source())) {
            throw new InitializationException(
                    "WeightsShape",
                    fill.call(),
                    null,
                    "was made for the shape " + fill.source() + ", but in " + fill.file() + " the tensor is "
                            + shape());
        }
    }

    /**
     * Opens a tensor.
     *
     * @param call what asked for it, for messages
     * @throws InitializationException if the file cannot be read, has no such tensor, or its elements are no floats
     */
    static SourceTensor open(Path file, String tensor, String call) {
        StoredWeights weights = open(file, call);
        try {
            return new SourceTensor(weights, find(weights, tensor, call));
        } catch (RuntimeException e) {
            close(weights::close);
            throw e;
        }
    }

    private static StoredWeights open(Path file, String call) {
        try {
            return StoredWeights.open(file);
        } catch (ClosedChannelException e) {
            throw interrupted(file, e);
        } catch (NoSuchFileException e) {
            throw unreadable(call, file, "there is no such file", e);
        } catch (ClosedFileSystemException e) {
            throw unreadable(call, file, "the archive that it is in has been closed", e);
        } catch (IOException e) {
            throw unreadable(call, file, String.valueOf(e.getMessage()), e);
        }
    }

    private static InitializationException unreadable(String call, Path file, String problem, Exception cause) {
        InitializationException failure = new InitializationException(
                "WeightsFile", call, null, "needs the checkpoint " + file + ", which cannot be opened: " + problem);
        failure.initCause(cause);
        return failure;
    }

    private static WeightTensor find(StoredWeights weights, String name, String call) {
        WeightTensor found = weights.find(name).orElseThrow(() -> missing(weights, name, call));
        if (found.type().dtype().filter(dtype -> !dtype.isInteger()).isEmpty()) {
            throw otherType(weights, call, "it is " + found.type());
        }
        return found;
    }

    private static InitializationException otherType(StoredWeights weights, String call, String problem) {
        return new InitializationException(
                "WeightsType",
                call,
                null,
                "needs a tensor of F64, F32, F16 or BF16, but in " + weights.path() + " " + problem);
    }

    private static InitializationException missing(StoredWeights weights, String name, String call) {
        for (UnreadableTensor unreadable : weights.unreadable()) {
            if (unreadable.name().equals(name)) {
                return otherType(weights, call, unreadable.reason());
            }
        }
        List<String> names = weights.tensors().stream().map(WeightTensor::name).toList();
        String cure = Spelling.closest(name, names)
                .map(closest -> "; did you mean \"" + closest + "\"?")
                .orElse("; there are " + Excerpt.of(names));
        return new InitializationException(
                "WeightsTensor", call, null, "needs a tensor that " + weights.path() + " does not have" + cure);
    }

    /** The shape in the file. */
    TensorShape shape() {
        return tensor.shape();
    }

    /** The files that the tensors are in, their sizes and when they were written. */
    String identity() {
        try {
            return FileStamp.of(weights.files());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * Reads elements, exactly, in row-major order.
     *
     * @param from the first
     * @param target gets as many as it has room for
     * @throws UncheckedIOException if the file cannot be read
     * @throws CancellationException if a thread that reads is interrupted
     */
    void read(long from, double[] target) {
        try {
            if (tensor.isRandomAccess()) {
                tensor.read(from, target);
            } else {
                copy().read(from, target);
            }
        } catch (ClosedChannelException e) {
            throw interrupted(weights.path(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private synchronized RandomAccessCopy copy() throws IOException {
        RandomAccessCopy made = copy;
        if (made == null) {
            made = RandomAccessCopy.of(tensor);
            copy = made;
        }
        return made;
    }

    /** An interrupted thread closes the file for itself and for all that read it. */
    private static CancellationException interrupted(Path file, ClosedChannelException cause) {
        return (CancellationException)
                new CancellationException("interrupted while " + file + " was read").initCause(cause);
    }

    @Override
    public synchronized void close() {
        RandomAccessCopy made = copy;
        if (made != null) {
            close(made);
        }
        close(weights::close);
    }

    private static void close(Closeable open) {
        try {
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
