package org.initweights.io;

import java.io.IOException;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;

/** A tensor of an open checkpoint, to be loaded. */
record StoredTensor(CheckpointTensor tensor) implements LoadableTensor {

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
    public boolean isConcurrent() {
        return true;
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
