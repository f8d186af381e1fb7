package org.initweights.internal.draw.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import org.initweights.Fill;
import org.initweights.HalfFormat;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.UniformFill;
import org.initweights.internal.kernel.FillKernel;
import org.initweights.internal.tensor.FloatArrayStorage;
import org.initweights.internal.tensor.HalfArrayStorage;
import org.initweights.internal.tensor.HalfBufferStorage;
import org.initweights.internal.tensor.HalfCodec;
import org.initweights.internal.tensor.RepeatedStorage;
import org.initweights.internal.tensor.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is drawn on an interval stays there after rounding to 16 bits. */
class HalfBoundsTest {

    private static final int LENGTH = 100_000;

    private static double[] draw(Fill fill, Storage storage) {
        FillKernel.write(fill, storage, new SeededSource(3).sampler("u"));
        double[] values = new double[(int) storage.length()];
        Arrays.setAll(values, storage::get);
        return values;
    }

    private static Storage halves(HalfFormat format) {
        return new HalfArrayStorage(new short[LENGTH], format);
    }

    @ParameterizedTest
    @EnumSource(HalfFormat.class)
    void uniformNumbersStayBelowTheUpperBound(HalfFormat format) {
        assertThat(Arrays.stream(draw(new UniformFill(0, 1), halves(format)))).allMatch(u -> 0 <= u && u < 1);
        assertThat(Arrays.stream(draw(new UniformFill(-0.05, 0.05), halves(format))))
                .allMatch(u -> -0.05 <= u && u < 0.05);
        assertThat(Arrays.stream(draw(new UniformFill(-1, 0), halves(format)))).allMatch(u -> -1 <= u && u < 0);
        assertThat(Arrays.stream(draw(new UniformFill(-70000, 70000), halves(format))))
                .allMatch(u -> -70000 <= u && u < 70000);
    }

    @ParameterizedTest
    @EnumSource(HalfFormat.class)
    void truncatedNormalsStayWithinTheirBounds(HalfFormat format) {
        assertThat(Arrays.stream(draw(new TruncatedNormalFill(0, 0.02, -0.05, 0.05), halves(format))))
                .allMatch(t -> -0.05 <= t && t <= 0.05);
        assertThat(Arrays.stream(draw(new TruncatedNormalFill(0, 1, 7, Double.POSITIVE_INFINITY), halves(format))))
                .allMatch(t -> 7 <= t);
        assertThat(Arrays.stream(draw(new TruncatedNormalFill(0, 1e20, -0.3, 0.7), halves(format))))
                .allMatch(t -> -0.3 <= t && t <= 0.7);
    }

    @ParameterizedTest
    @EnumSource(HalfFormat.class)
    void everyOtherElementIsTheRoundedFloat(HalfFormat format) {
        Fill[] fills = {new UniformFill(0, 1), new UniformFill(-0.3, 0.7), new TruncatedNormalFill(0, 1, -0.3, 0.7)};
        for (Fill fill : fills) {
            double[] floats = draw(fill, new FloatArrayStorage(new float[LENGTH]));
            double[] rounded = draw(fill, halves(format));
            HalfCodec codec = HalfCodec.of(format);
            double largest = Arrays.stream(rounded).max().getAsDouble();
            double least = Arrays.stream(rounded).min().getAsDouble();
            int clamped = 0;
            for (int i = 0; i < LENGTH; i++) {
                double nearest = codec.decode(codec.encode((float) floats[i]));
                boolean isInside = fill.lower() <= nearest
                        && (fill instanceof UniformFill ? nearest < fill.upper() : nearest <= fill.upper());
                assertThat(rounded[i]).isEqualTo(isInside ? nearest : nearest > 0 ? largest : least);
                clamped += isInside ? 0 : 1;
            }
            assertThat(clamped).isPositive();
        }
    }

    @Test
    void everyStorageOfHalvesKeepsTheBounds() {
        Fill fill = new UniformFill(0, 1);
        double[] expected = draw(fill, halves(HalfFormat.BF16));
        assertThat(draw(fill, new HalfBufferStorage(ShortBuffer.allocate(LENGTH), HalfFormat.BF16)))
                .containsExactly(expected);
        short[] twice = new short[2 * LENGTH];
        Storage repeated = new RepeatedStorage(new HalfArrayStorage(twice, HalfFormat.BF16), 1, 2);
        assertThat(draw(fill, repeated)).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource(HalfFormat.class)
    void withoutANumberInsideAllAreTheFirstOneAbove(HalfFormat format) {
        float first = HalfCodec.of(format).ceil(0.50001);
        assertThat(draw(new UniformFill(0.50001, 0.50002), halves(format))).containsOnly(first);
        assertThat(draw(new TruncatedNormalFill(0, 1, 0.50001, 0.50002), halves(format)))
                .containsOnly(first);
        assertThat(draw(new UniformFill(0.5, 0.5), halves(format))).containsOnly(0.5);
    }

    /** Against all numbers of the format. */
    @ParameterizedTest
    @EnumSource(HalfFormat.class)
    void findsTheNeighboursOfABound(HalfFormat format) {
        HalfCodec codec = HalfCodec.of(format);
        double[] all = all(codec);
        Random random = new Random(1);
        List<Double> bounds = new ArrayList<>(
                List.of(0.0, -0.0, 1.0, -1.0, 65504.0, 65520.0, 7e4, -7e4, 1e39, -1e39, 0x1p-24, 0x1p-25, -0x1p-140));
        for (int i = 0; i < 150; i++) {
            double exact = all[random.nextInt(all.length)];
            bounds.add(exact);
            bounds.add(Math.nextUp(exact));
            bounds.add(Math.nextDown(exact));
            bounds.add(exact * (1 + random.nextDouble() * 0x1p-6));
        }
        for (double bound : bounds) {
            // Adding 0 makes both zeros one.
            assertThat(codec.ceil(bound) + 0.0).as("ceil %s", bound).isEqualTo(least(all, x -> x >= bound));
            assertThat(codec.floor(bound) + 0.0).as("floor %s", bound).isEqualTo(-least(all, x -> -x <= bound) + 0.0);
            assertThat(codec.below(bound) + 0.0).as("below %s", bound).isEqualTo(-least(all, x -> -x < bound) + 0.0);
        }
    }

    private static double least(double[] all, DoublePredicate condition) {
        return Arrays.stream(all).filter(condition).min().getAsDouble() + 0.0;
    }

    private static double[] all(HalfCodec codec) {
        List<Double> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << 16; bits++) {
            double value = codec.decode((short) bits);
            if (!Double.isNaN(value)) {
                all.add(value);
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
