package org.initweights.io;

import java.nio.file.Path;
import java.util.Optional;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;

/** A tensor of a file that cannot be read, where those that can be loaded are: it has a name and a reason, but neither type nor shape. */
record UnreadableElements(Path file, UnreadableTensor tensor) implements LoadableTensor {

    @Override
    public String name() {
        return tensor.name();
    }

    @Override
    public Optional<String> unreadable() {
        return Optional.of("cannot be read: " + tensor.reason());
    }

    @Override
    public void checkWanted() throws CheckpointException {
        if (tensor.cause() == UnreadableTensor.Cause.DAMAGED) {
            throw new CheckpointException(file, tensor.name(), tensor.reason());
        }
    }

    @Override
    public ElementType type() {
        throw new UnsupportedOperationException(tensor.toString());
    }

    @Override
    public TensorShape shape() {
        throw new UnsupportedOperationException(tensor.toString());
    }

    @Override
    public void verify() {
        throw new UnsupportedOperationException(tensor.toString());
    }

    @Override
    public void read(ElementReader.Decoder target) {
        throw new UnsupportedOperationException(tensor.toString());
    }
}
