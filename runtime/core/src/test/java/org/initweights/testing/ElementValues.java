package org.initweights.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initweights.DType;

/** The numbers that little-endian bytes of a type stand for, by the JDK and IEEE 754 alone. */
public final class ElementValues {

    private ElementValues() {}

    /** Each element as a double, which long numbers may not fit into exactly. */
    public static double[] of(byte[] bytes, DType dtype) {
        ByteBuffer elements = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.length / dtype.bytes()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (dtype) {
                case F64 -> elements.getDouble();
                case F32 -> elements.getFloat();
                case BF16 -> Float.intBitsToFloat(elements.getShort() << 16);
                case F16 -> binary16(elements.getShort());
                case I32 -> elements.getInt();
                case I64 -> elements.getLong();
            };
        }
        return values;
    }

    private static double binary16(short bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double magnitude = exponent == 0 ? fraction * 0x1p-24 : (1024 + fraction) * Math.pow(2, exponent - 25);
        return bits < 0 ? -magnitude : magnitude;
    }
}
