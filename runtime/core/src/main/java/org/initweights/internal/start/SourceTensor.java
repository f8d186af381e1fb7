package org.initweights.internal.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.message.Excerpt;
import org.initweights.internal.message.Spelling;
import org.initweights.io.Checkpoint;
import org.initweights.io.CheckpointTensor;

/** A tensor of floats in a checkpoint that is open for one fill. Several threads may read at the same time. */
final class SourceTensor implements AutoCloseable {

    private final Checkpoint checkpoint;
    private final CheckpointTensor tensor;

    private SourceTensor(Checkpoint checkpoint, CheckpointTensor tensor) {
        this.checkpoint = checkpoint;
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
     * @throws InitializationException if the checkpoint cannot be read, has no such tensor, or its elements are no floats
     */
    static SourceTensor open(Path file, String tensor, String call) {
        Checkpoint checkpoint = open(file, call);
        try {
            return new SourceTensor(checkpoint, find(checkpoint, file, tensor, call));
        } catch (RuntimeException e) {
            close(checkpoint);
            throw e;
        }
    }

    private static Checkpoint open(Path file, String call) {
        try {
            return Checkpoint.open(file);
        } catch (ClosedChannelException e) {
            throw interrupted(file, e);
        } catch (NoSuchFileException e) {
            throw unreadable(call, file, "there is no such file", e);
        } catch (IOException e) {
            throw unreadable(call, file, String.valueOf(e.getMessage()), e);
        }
    }

    private static InitializationException unreadable(String call, Path file, String problem, IOException cause) {
        InitializationException failure = new InitializationException(
                "WeightsFile",
                call,
                null,
                "needs the safetensors checkpoint " + file + ", which cannot be opened: " + problem);
        failure.initCause(cause);
        return failure;
    }

    private static CheckpointTensor find(Checkpoint checkpoint, Path file, String name, String call) {
        CheckpointTensor found = checkpoint.find(name).orElseThrow(() -> missing(checkpoint, file, name, call));
        if (found.type().dtype().isEmpty()) {
            throw new InitializationException(
                    "WeightsType",
                    call,
                    null,
                    "needs a tensor of F64, F32, F16 or BF16, but in " + file + " it is " + found.type());
        }
        return found;
    }

    private static InitializationException missing(Checkpoint checkpoint, Path file, String name, String call) {
        List<String> names =
                checkpoint.tensors().stream().map(CheckpointTensor::name).toList();
        String cure = Spelling.closest(name, names)
                .map(closest -> "; did you mean \"" + closest + "\"?")
                .orElse("; there are " + Excerpt.of(names));
        return new InitializationException(
                "WeightsTensor", call, null, "needs a tensor that " + file + " does not have" + cure);
    }

    /** The shape in the file. */
    TensorShape shape() {
        return tensor.shape();
    }

    /** The file that the tensor is in, its size and when it was written. */
    String identity() {
        try {
            Path file = tensor.file();
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
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
            tensor.read(from, target);
        } catch (ClosedChannelException e) {
            throw interrupted(tensor.file(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** An interrupted thread closes the file for itself and for all that read it. */
    private static CancellationException interrupted(Path file, ClosedChannelException cause) {
        return (CancellationException)
                new CancellationException("interrupted while " + file + " was read").initCause(cause);
    }

    @Override
    public void close() {
        close(checkpoint);
    }

    private static void close(Checkpoint checkpoint) {
        try {
            checkpoint.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
