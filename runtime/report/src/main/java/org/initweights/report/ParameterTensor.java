package org.initweights.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.files.safetensors.ElementDecoder;
import org.initweights.io.ElementType;

/** A parameter, read in chunks. */
record ParameterTensor(Parameter parameter) implements ReportTensor {

    @Override
    public String name() {
        return parameter.name();
    }

    @Override
    public TensorShape shape() {
        return parameter.shape();
    }

    @Override
    public DType dtype() {
        return parameter.dtype();
    }

    @Override
    public Optional<Fill> fill() {
        return parameter.hasInitializer() ? Optional.of(parameter.fill()) : Optional.empty();
    }

    @Override
    public TensorRole role() {
        return TensorRole.of(parameter);
    }

    @Override
    public void read(long from, int count, double[] target) {
        ByteBuffer bytes = ByteBuffer.allocate(count * dtype().bytes()).order(ByteOrder.nativeOrder());
        parameter.encode(from, count, bytes);
        bytes.flip();
        ElementDecoder decoder = ElementDecoder.of(ElementType.of(dtype()));
        for (int i = 0; i < count; i++) {
            target[i] = decoder.next(bytes);
        }
    }
}
