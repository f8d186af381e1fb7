package org.initweights.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.initweights.DType;
import org.initweights.Fill;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.internal.files.safetensors.ElementDecoder;
import org.initweights.report.ReportTensor;

/**
 * A tensor in an open file, read from its beginning to its end.
 *
 * @param planned what the plan says of it
 */
record StoredReportTensor(Parameter planned, ShardHeader.Section section, FSDataInputStream file)
        implements ReportTensor {

    @Override
    public String name() {
        return planned.name();
    }

    @Override
    public TensorShape shape() {
        return planned.shape();
    }

    @Override
    public DType dtype() {
        return planned.dtype();
    }

    @Override
    public Optional<Fill> fill() {
        return Optional.of(planned.fill());
    }

    @Override
    public void read(long from, int count, double[] target) {
        int size = dtype().bytes();
        byte[] bytes = new byte[count * size];
        try {
            long position = section.begin() + from * size;
            if (file.getPos() != position) {
                file.seek(position);
            }
            file.readFully(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteBuffer elements = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ElementDecoder decoder = ElementDecoder.of(section.type());
        for (int i = 0; i < count; i++) {
            target[i] = decoder.next(elements);
        }
    }
}
