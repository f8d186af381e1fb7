package org.initweights.internal.draw.seeded;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * When floats are made by the Vector API, if it is usable; the system property {@code initweights.vectors} says so. The bits are the same.
 *
 * <p>Compiling its methods takes about a second of one processor, in which vectors are objects. So by default a process first makes as
 * many floats in stages as cost that much more than by vectors: whoever stops before has lost nothing, and nobody loses more than that
 * second.
 */
enum VectorUse {
    /** From the first float on. */
    ALWAYS,
    /** Once it pays. */
    AUTO,
    NEVER;

    static final String PROPERTY = "initweights.vectors";

    /** So many floats cost about a second more in stages than by vectors. */
    private static final long PAYS = 1L << 30;

    private static final VectorUse CHOSEN = chosen();
    private static final LongAdder MADE = new LongAdder();
    private static volatile boolean pays = CHOSEN == ALWAYS;

    private static VectorUse chosen() {
        VectorUse wished = of(System.getProperty(PROPERTY, AUTO.name()));
        return VectorModule.isUsable() ? wished : NEVER;
    }

    private static VectorUse of(String value) {
        return Arrays.stream(values())
                .filter(use -> use.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the system property " + PROPERTY + " is always, auto or never, not " + value));
    }

    /** Whether floats are to be made by vectors from now on. */
    static boolean now() {
        return pays;
    }

    /** So many floats more were made. */
    static void made(long floats) {
        if (CHOSEN == AUTO && !pays) {
            MADE.add(floats);
            pays = MADE.sum() >= PAYS;
        }
    }
}
