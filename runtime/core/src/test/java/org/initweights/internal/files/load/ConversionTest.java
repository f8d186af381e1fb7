package org.initweights.internal.files.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initweights.DType;
import org.initweights.testing.FloatTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every half, and every place at which rounding changes, against numbers that are made of the definition of the formats alone. */
class ConversionTest {

    private static final int HALVES = 1 << 16;

    /** What a conversion gives, and how many numbers became infinite. */
    private record Converted(List<Double> values, long overflows) {

        private static Converted of(double[] values, long overflows) {
            return new Converted(DoubleStream.of(values).boxed().toList(), overflows);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"F16", "BF16"})
    void everyHalfBecomesItsNumber(DType type) {
        double[] halves = IntStream.range(0, HALVES)
                .mapToDouble(bits -> value(type, bits))
                .toArray();
        for (DType to : FloatTypes.ALL) {
            if (to != DType.F16 && to != DType.BF16) {
                assertThat(convert(type, to, ByteOrder.LITTLE_ENDIAN, halves)).isEqualTo(Converted.of(halves, 0));
            }
        }
    }

    static Stream<Arguments> roundings() {
        return Stream.of(DType.F32, DType.F64)
                .flatMap(from -> Stream.of(DType.F16, DType.BF16).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("roundings")
    void numbersBetweenHalvesBecomeTheNearest(DType from, DType to) {
        int infinity = to == DType.F16 ? 0x7C00 : 0x7F80;
        double[] numbers = new double[6 * infinity];
        double[] expected = new double[numbers.length];
        long overflows = 0;
        for (int bits = 0; bits < infinity; bits++) {
            double low = value(to, bits);
            double high = finiteValue(to, bits + 1);
            double middle = (low + high) / 2;
            double next = bits + 1 == infinity ? Double.POSITIVE_INFINITY : high;
            int sign = (bits & 2) == 0 ? 1 : -1;
            double[] some = {
                low, before(from, middle), middle, after(from, middle), before(from, high), (3 * low + high) / 4
            };
            double[] nearest = {low, low, (bits & 1) == 0 ? low : next, next, next, low};
            for (int i = 0; i < some.length; i++) {
                numbers[6 * bits + i] = sign * some[i];
                expected[6 * bits + i] = sign * nearest[i];
                overflows += Double.isInfinite(nearest[i]) ? 1 : 0;
            }
        }
        assertThat(convert(from, to, ByteOrder.LITTLE_ENDIAN, numbers)).isEqualTo(Converted.of(expected, overflows));
    }

    @Test
    void doublesBetweenFloatsBecomeTheNearest() {
        double tooLarge = Math.scalb(1.0, 128) - Math.scalb(1.0, 103);
        double[] numbers = {
            1 + 0x1p-24,
            1 + 0x1.8p-23,
            Math.nextDown(tooLarge),
            tooLarge,
            -tooLarge,
            1e300,
            0x1p-150,
            Math.nextUp(0x1p-150),
            -0.0
        };
        double[] expected = {
            1,
            1 + 0x1p-22,
            Float.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            0,
            0x1p-149,
            -0.0
        };
        assertThat(convert(DType.F64, DType.F32, ByteOrder.LITTLE_ENDIAN, numbers))
                .isEqualTo(Converted.of(expected, 3));
    }

    @Test
    void infinitiesAndNaNsStayAndAreNoOverflows() {
        double[] numbers = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1};
        for (DType from : FloatTypes.ALL) {
            for (DType to : FloatTypes.ALL) {
                if (from != to) {
                    assertThat(convert(from, to, ByteOrder.LITTLE_ENDIAN, numbers))
                            .isEqualTo(Converted.of(numbers, 0));
                }
            }
        }
    }

    /** Any number of elements, from any place, in any byte order: pieces end anywhere. */
    @Test
    void lengthAndByteOrderMakeNoDifference() {
        for (DType from : FloatTypes.ALL) {
            for (DType to : FloatTypes.ALL) {
                for (int count : new int[] {0, 1, 2, 3, 5, 4095, 4096, 4097, 8195}) {
                    double[] numbers = IntStream.range(0, count)
                            .mapToDouble(i -> ((i * 37) % 255 - 127) * 0x1p-6)
                            .toArray();
                    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
                        if (from != to) {
                            assertThat(convert(from, to, order, numbers))
                                    .as(from + " " + to + " " + count + " " + order)
                                    .isEqualTo(Converted.of(numbers, 0));
                        }
                    }
                }
            }
        }
    }

    /** Converts numbers that {@code from} holds. */
    private static Converted convert(DType from, DType to, ByteOrder order, double[] numbers) {
        ByteBuffer source = ByteBuffer.allocateDirect(3 + numbers.length * from.bytes())
                .order(order)
                .position(3);
        for (double number : numbers) {
            put(from, number, source);
        }
        source.position(3);
        double[] values = new double[numbers.length];
        Arrays.fill(values, -77);
        Conversion conversion = new Conversion(from, to, (first, count, elements) -> {
            assertThat(elements.remaining()).isEqualTo(count * to.bytes());
            for (int i = 0; i < count; i++) {
                values[(int) first + i] = get(to, elements);
            }
        });
        conversion.decode(0, numbers.length, source);
        assertThat(source.hasRemaining()).isFalse();
        return Converted.of(values, conversion.overflows());
    }

    private static void put(DType type, double number, ByteBuffer target) {
        switch (type) {
            case I32, I64 -> throw new AssertionError(type);
            case F64 -> target.putDouble(number);
            case F32 -> target.putFloat((float) number);
            case F16, BF16 -> target.putShort((short) bits(type, number));
        }
    }

    private static double get(DType type, ByteBuffer source) {
        return switch (type) {
            case F64 -> source.getDouble();
            case F32 -> source.getFloat();
            case F16, BF16 -> value(type, source.getShort() & 0xFFFF);
            case I32, I64 -> throw new AssertionError(type);
        };
    }

    /** The bits of the half that is this number, found by halving the interval. */
    private static int bits(DType type, double number) {
        int infinity = type == DType.F16 ? 0x7C00 : 0x7F80;
        int sign = Math.copySign(1, number) < 0 ? 0x8000 : 0;
        if (Double.isNaN(number)) {
            return infinity + 1;
        }
        int low = 0;
        int high = infinity;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value(type, middle) < Math.abs(number)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        assertThat(value(type, low)).as("a number of " + type).isEqualTo(Math.abs(number));
        return sign | low;
    }

    private static double value(DType type, int bits) {
        int magnitude = bits & 0x7FFF;
        int infinity = type == DType.F16 ? 0x7C00 : 0x7F80;
        double value = magnitude > infinity
                ? Double.NaN
                : magnitude == infinity ? Double.POSITIVE_INFINITY : finiteValue(type, magnitude);
        return (bits & 0x8000) == 0 ? value : -value;
    }

    /** As if there were no infinity. */
    private static double finiteValue(DType type, int magnitude) {
        int places = type == DType.F16 ? 10 : 7;
        int bias = type == DType.F16 ? 15 : 127;
        int exponent = magnitude >>> places;
        int significand = magnitude & ((1 << places) - 1);
        return exponent == 0
                ? Math.scalb((double) significand, 1 - bias - places)
                : Math.scalb((double) (significand | (1 << places)), exponent - bias - places);
    }

    private static double before(DType type, double number) {
        return type == DType.F64 ? Math.nextDown(number) : Math.nextDown((float) number);
    }

    private static double after(DType type, double number) {
        return type == DType.F64 ? Math.nextUp(number) : Math.nextUp((float) number);
    }
}
