package org.initweights.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;

/** A tensor of an open checkpoint, to be loaded. */
record StoredTensor(CheckpointTensor tensor) implements LoadableTensor {

    /** All tensors of a checkpoint, then those that cannot be read. */
    static List<LoadableTensor> all(Checkpoint checkpoint) {
        List<LoadableTensor> all = new ArrayList<>();
        checkpoint.tensors().forEach(tensor -> all.add(new StoredTensor(tensor)));
        checkpoint.unreadable().forEach(tensor -> all.add(new UnreadableElements(checkpoint.path(), tensor)));
        return all;
    }

    @Override
    public String name() {
        return tensor.name();
    }

    @Override
    public ElementType type() {
        return tensor.type();
    }

    @Override
    public TensorShape shape() {
        return tensor.shape();
    }

    @Override
    public void verify() throws IOException {
        tensor.verify();
    }

    @Override
    public void read(ElementReader.Decoder target) throws IOException {
        tensor.readAll(target);
    }
}
