package org.initweights.io;

import java.io.IOException;
import org.initweights.Parameter;
import org.initweights.TensorShape;

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
    public void verify() throws IOException {
        tensor.verify();
    }

    @Override
    public void copyTo(Parameter parameter) throws IOException {
        tensor.readElements(parameter::decode);
    }
}
