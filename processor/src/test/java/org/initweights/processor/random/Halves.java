package org.initweights.processor.random;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** The numbers that a format of half floats has, one by one. */
final class Halves {

    private static final Halves BF16 = new Halves(bits -> Float.intBitsToFloat(bits << 16));
    private static final Halves F16 = new Halves(Halves::binary16);

    private final IntToDoubleFunction values;
    private final TreeMap<Double, Integer> numbers = new TreeMap<>();

    private Halves(IntToDoubleFunction values) {
        this.values = values;
        for (int bits = 0; bits < 0x10000; bits++) {
            double value = value(bits);
            if (Double.isFinite(value)) {
                numbers.put(value, bits);
            }
        }
    }

    private static double binary16(int bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        double size = exponent == 0
                ? fraction * Math.pow(2, -24)
                : exponent == 31 ? Double.NaN : (1024 + fraction) * Math.pow(2, exponent - 25);
        return bits < 0x8000 ? size : -size;
    }

    static Halves of(String dtype) {
        return dtype.equals("BF16") ? BF16 : F16;
    }

    /** The number of these bits. */
    double value(int bits) {
        return values.applyAsDouble(bits);
    }

    /** The nearest number of the format; of two, that with an even last bit. */
    double nearest(double exact) {
        Map.Entry<Double, Integer> below = numbers.floorEntry(exact);
        Map.Entry<Double, Integer> above = numbers.ceilingEntry(exact);
        double down = exact - below.getKey();
        double up = above.getKey() - exact;
        boolean lower = down < up || (down == up && below.getValue() % 2 == 0);
        return lower ? below.getKey() : above.getKey();
    }
}
