package org.initweights.internal.draw.seeded.vector;

import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.INTS;
import static org.initweights.internal.draw.seeded.vector.VectorTransforms.N;

import jdk.incubator.vector.IntVector;
import org.initweights.internal.random.Threefry2x32;

/**
 * Blocks of Threefry2x32 by the Vector API, four rounds a loop: the words of {@link Threefry2x32#generate}.
 *
 * <p><b>Cost.</b> With the conversion to a uniform 75 instructions for 32 elements, more than two a cycle: 0.46 ns an element and core at
 * 2.6 GHz on JDK 17, 0.37 on 25. All twenty rounds in one loop take 0.48: loops of four have more of them in flight. Two vectors side by
 * side win nothing ({@code runtime/docs/speed.md}).
 *
 * <p><b>Changes against the staged form.</b> The counters are made in the first loop of rounds. Rotations are one instruction where the
 * processor has one.
 */
final class VectorThreefry {

    private static final int[] IOTA = new int[N];

    static {
        for (int i = 0; i < N; i++) {
            IOTA[i] = i;
        }
    }

    private VectorThreefry() {}

    /**
     * The words of the 512 blocks from a counter on.
     *
     * @param first a multiple of 512, so that the high word of all counters is the same
     */
    static void generate(int k0, int k1, long first, int[] x0, int[] x1) {
        int k2 = Threefry2x32.thirdKey(k0, k1);
        begin((int) (first >>> 32) + k0, (int) first + k1, x0, x1, k1, k2 + 1);
        fourRoundsB(x0, x1, k2, k0 + 2);
        fourRoundsA(x0, x1, k0, k1 + 3);
        fourRoundsB(x0, x1, k1, k2 + 4);
        fourRoundsA(x0, x1, k2, k0 + 5);
    }

    /** The counters and the first four rounds, which thus take no pass of their own. */
    private static void begin(int high, int low, int[] x0, int[] x1, int key0, int key1) {
        for (int i = 0; i < N; i += INTS.length()) {
            IntVector b = IntVector.fromArray(INTS, IOTA, i).add(low);
            IntVector a = b.add(high);
            b = b.lanewise(ROL, 13).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, 15).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, 26).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, 6).lanewise(XOR, a);
            a.add(key0).intoArray(x0, i);
            b.add(key1).intoArray(x1, i);
        }
    }

    /** Four rounds with the rotations 13, 15, 26, 6, and a key. */
    private static void fourRoundsA(int[] x0, int[] x1, int key0, int key1) {
        for (int i = 0; i < N; i += INTS.length()) {
            IntVector b = IntVector.fromArray(INTS, x1, i);
            IntVector a = IntVector.fromArray(INTS, x0, i).add(b);
            b = b.lanewise(ROL, 13).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, 15).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, 26).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, 6).lanewise(XOR, a);
            a.add(key0).intoArray(x0, i);
            b.add(key1).intoArray(x1, i);
        }
    }

    /** Four rounds with the rotations 17, 29, 16, 24, and a key. */
    private static void fourRoundsB(int[] x0, int[] x1, int key0, int key1) {
        for (int i = 0; i < N; i += INTS.length()) {
            IntVector b = IntVector.fromArray(INTS, x1, i);
            IntVector a = IntVector.fromArray(INTS, x0, i).add(b);
            b = b.lanewise(ROL, 17).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, 29).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, 16).lanewise(XOR, a);
            a = a.add(b);
            b = b.lanewise(ROL, 24).lanewise(XOR, a);
            a.add(key0).intoArray(x0, i);
            b.add(key1).intoArray(x1, i);
        }
    }
}
