package org.initweights.internal.files.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.initweights.DType;
import org.initweights.Initializers;
import org.initweights.Parameter;
import org.initweights.TensorShape;
import org.initweights.Weights;
import org.initweights.internal.files.TensorContent;
import org.initweights.internal.files.load.Conversion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The elements of arrays on their way to and from files. */
class NpyElementsTest {

    /** Of {@code numpy.arange(24).reshape(2, 3, 4)} the bytes in Fortran's order are 0, 12, 4, 16, 8, 20, 1, 13, … */
    @Test
    void fortransOrderIsTurnedIntoOurs() {
        List<Long> indices = new ArrayList<>();
        List<Byte> values = new ArrayList<>();
        ColumnMajor order = new ColumnMajor(TensorShape.of(2, 3, 4), (from, count, source) -> {
            assertThat(count).isOne();
            indices.add(from);
            values.add(source.get());
        });

        byte[] fortran = {0, 12, 4, 16, 8, 20, 1, 13, 5, 17, 9, 21, 2, 14, 6, 18, 10, 22, 3, 15, 7, 19, 11, 23};
        order.decode(0, 5, ByteBuffer.wrap(fortran, 0, 5));
        order.decode(5, 19, ByteBuffer.wrap(fortran, 5, 19));

        assertThat(indices).hasSize(24).doesNotHaveDuplicates();
        for (int i = 0; i < 24; i++) {
            assertThat(values.get(i)).isEqualTo(indices.get(i).byteValue());
        }
    }

    @Test
    void bfloat16IsWidenedAndComesBack() {
        short[] halves = {0x3F80, (short) 0xC040, 0x0001, 0x7F80, (short) 0x8000, 0x7F7F};
        float[] expected = {1, -3, Math.scalb(1f, -133), Float.POSITIVE_INFINITY, -0f, 0x1.fep127f};
        ByteBuffer wide = ByteBuffer.allocate(halves.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);

        BrainFloats.widened((from, count, target) -> {
                    for (int i = 0; i < count; i++) {
                        target.putShort(halves[(int) from + i]);
                    }
                })
                .encode(0, halves.length, wide);

        wide.flip();
        short[] narrowed = new short[halves.length];
        for (float value : expected) {
            assertThat(Float.floatToRawIntBits(wide.getFloat())).isEqualTo(Float.floatToRawIntBits(value));
        }
        new Conversion(DType.F32, DType.BF16, (from, count, source) -> {
                    for (int i = 0; i < count; i++) {
                        narrowed[(int) from + i] = source.getShort();
                    }
                })
                .decode(0, halves.length, wide.rewind());
        assertThat(narrowed).isEqualTo(halves);
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F64", "F32", "F16", "BF16"})
    void theChecksumIsThatOfTheWholeFile(DType dtype) throws IOException {
        Parameter parameter = Weights.of(builder -> builder.tensor("w", dtype, Initializers.normal(), 3, 50_000))
                .initialize(1)
                .get("w");
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        NpyWriter.write(TensorContent.of(parameter), Channels.newChannel(written));
        CRC32 crc = new CRC32();
        crc.update(written.toByteArray());

        assertThat(Checksum.of(TensorContent.of(parameter))).isEqualTo(new Checksum(written.size(), crc.getValue()));
        int width = dtype == DType.BF16 ? Float.BYTES : dtype.bytes();
        assertThat(written.size()).isEqualTo(128 + 150_000 * width);
    }
}
