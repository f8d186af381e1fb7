package org.initweights.internal.draw.torch;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.initweights.internal.random.MersenneTwister;

/**
 * PyTorch's CPU generator, {@code at::CPUGeneratorImpl}: the Mersenne Twister, and the second normal of the last pair that was drawn one
 * by one.
 *
 * <p><b>Origin.</b> PyTorch 2.13: aten/src/ATen/CPUGeneratorImpl.cpp; uniforms and normals by aten/src/ATen/core/DistributionsHelper.h.
 *
 * <p><b>What it consumes.</b> A uniform float takes one word, its 24 low bits; a uniform double two, the 53 low bits of both, the first
 * word high; a pair of normals four, for two calls of {@link #normal}; {@link #below} one.
 *
 * <p><b>Limits.</b> It is serial, and belongs to the thread that holds its monitor. PyTorch keeps a cached normal of floats too, which
 * its CPU fills do not use; it is not here.
 *
 * <p><b>Changes against the original.</b> Words are drawn up to 1040 at a time, and made floats by loops that HotSpot vectorises. No
 * cached normal is NaN, not a flag. {@code TorchParityTest} compares state and cached normal after each case.
 */
final class TorchGenerator {

    private static final int FLOAT_BITS = (1 << 24) - 1;
    private static final float FLOAT_UNIT = 0x1p-24f;
    private static final long DOUBLE_BITS = (1L << 53) - 1;
    private static final double DOUBLE_UNIT = 0x1p-53;

    private final MersenneTwister twister;
    private GeneratorMark start;
    private final int[] words = new int[TorchTiles.CAPACITY];
    private final float[] unit = new float[TorchTiles.CAPACITY];
    private double cached;

    /** How many words were taken since the start, and how many are to be left out before the next is. */
    private long taken;

    private long left;
    private boolean isMarked = true;

    /** The generator after {@code torch.manual_seed(seed)}; only the low 32 bits of the seed count. */
    TorchGenerator(long seed) {
        this(GeneratorMark.of(new MersenneTwister((int) seed).state(), 0, Double.NaN));
    }

    /** A generator that stands at a mark. */
    TorchGenerator(GeneratorMark start) {
        this.start = start;
        this.twister = new MersenneTwister(0);
        standAt(start);
    }

    /** Stands at a mark from now on. */
    void standAt(GeneratorMark mark) {
        twister.resume(mark.words());
        left = mark.ahead();
        cached = mark.cached();
        begin(mark);
    }

    /**
     * Leaves out words. Nothing is done before the next word is wanted, and then all that was left out is passed at once; where others from
     * the same start have drawn before, from there.
     */
    void skip(long count) {
        if (count == 0) {
            return;
        }
        if (!isMarked) {
            isMarked = true;
            start.passed(twister.state(), taken);
        }
        left = Math.addExact(left, count);
    }

    private MersenneTwister ready(long count) {
        if (left > 0) {
            long target = taken + left;
            GeneratorMark.Passed passed = start.passed();
            if (passed != null && passed.at() > taken && passed.at() <= target) {
                twister.resume(passed.words());
                taken = passed.at();
            }
            twister.skip(target - taken);
            taken = target;
            left = 0;
        }
        taken += count;
        isMarked = false;
        return twister;
    }

    /** Where this generator stands, for any number of others that begin there. */
    GeneratorMark mark() {
        if (taken > 0) {
            begin(GeneratorMark.of(twister.state(), 0, cached));
        }
        return GeneratorMark.of(start, left, cached);
    }

    /**
     * Uniform on [0, 1), multiples of 2⁻²⁴.
     *
     * @param count how many, at most {@link TorchTiles#CAPACITY}
     */
    void uniform(float[] target, int count) {
        ready(count).next(words, count);
        mask(words);
        toUnit(words, unit);
        System.arraycopy(unit, 0, target, 0, count);
    }

    // Loops of one length: HotSpot does not vectorise those that it has often seen to be short.

    /** The 24 low bits. */
    private static void mask(int[] words) {
        for (int i = 0; i < TorchTiles.CAPACITY; i++) {
            words[i] &= FLOAT_BITS;
        }
    }

    /** Times 2⁻²⁴, which is exact. */
    private static void toUnit(int[] words, float[] unit) {
        for (int i = 0; i < TorchTiles.CAPACITY; i++) {
            unit[i] = words[i] * FLOAT_UNIT;
        }
    }

    /** Uniform on [0, 1), of 53 bits. */
    void uniform(double[] target, int count) {
        for (int i = 0; i < count; i++) {
            target[i] = uniform();
        }
    }

    /** Uniform on [0, 1), of 53 bits. */
    double uniform() {
        return (ready(2).nextLong() & DOUBLE_BITS) * DOUBLE_UNIT;
    }

    /**
     * A standard normal, {@code at::normal_distribution<double>}: Box and Muller's pair, whose sine waits for the next call. Its tail ends
     * at 8.57σ.
     */
    double normal() {
        if (!Double.isNaN(cached)) {
            double second = cached;
            cached = Double.NaN;
            return second;
        }
        double angle = 2 * Math.PI * uniform();
        double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-uniform()));
        cached = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }

    /** The normal that the next call of {@link #normal} gives, or NaN if it will draw. */
    double cached() {
        return cached;
    }

    /** The state of the generator as text: Base64 of its words, of how many were given, and of the cached normal. */
    String position() {
        int[] state = ready(0).state();
        ByteBuffer bytes = ByteBuffer.allocate(state.length * Integer.BYTES + Double.BYTES);
        bytes.asIntBuffer().put(state);
        bytes.putDouble(state.length * Integer.BYTES, cached);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /**
     * Takes the state of another generator.
     *
     * @throws IllegalArgumentException if the text is no such state
     */
    void resume(String position) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(position));
        int[] state = new int[Math.max(0, (bytes.remaining() - Double.BYTES) / Integer.BYTES)];
        bytes.asIntBuffer().get(state);
        twister.resume(state);
        cached = bytes.getDouble(state.length * Integer.BYTES);
        left = 0;
        begin(GeneratorMark.of(state, 0, cached));
    }

    /** From here on words are counted anew. */
    private void begin(GeneratorMark mark) {
        start = mark;
        taken = 0;
        isMarked = true;
    }

    /**
     * A whole number from 0 to {@code bound} - 1, the remainder of a word: numbers below 2³² mod {@code bound} are more probable by 2⁻³²,
     * as in PyTorch.
     */
    int below(int bound) {
        return Integer.remainderUnsigned(ready(1).next(), bound);
    }
}
