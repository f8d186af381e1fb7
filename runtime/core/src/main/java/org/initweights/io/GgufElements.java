package org.initweights.io;

import java.io.IOException;
import org.initweights.TensorShape;
import org.initweights.internal.files.ElementReader;
import org.initweights.internal.files.TensorBytes;

/** A tensor of a GGUF file that is not quantised, to be loaded. */
record GgufElements(GgufTensor tensor, ElementType type) implements LoadableTensor {

    @Override
    public String name() {
        return tensor.name();
    }

    @Override
    public TensorShape shape() {
        return tensor.shape();
    }

    @Override
    public TensorBytes bytes() {
        return new TensorBytes(type, tensor.byteOrder(), tensor::readBytes);
    }

    @Override
    public void verify() throws IOException {
        tensor.verify();
    }

    @Override
    public void read(ElementReader.Decoder target) throws IOException {
        tensor.readElements(target);
    }
}
