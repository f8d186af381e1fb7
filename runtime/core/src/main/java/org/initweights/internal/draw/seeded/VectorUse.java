package org.initweights.internal.draw.seeded;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * When floats are made by the Vector API, if it is usable; the system property {@code initweights.vectors} says so. The bits are the same.
 *
 * <p>Compiling its methods takes about a second of one processor, in which vectors are objects. So by default a process first makes 2³⁰
 * floats in stages, which cost about a second more than they would by vectors: a process that ends before has lost nothing, and none loses
 * more than that second.
 *
 * <p>The count is kept for the whole process, in a {@code LongAdder}, by all threads together.
 */
enum VectorUse {
    /** From the first float on. */
    ALWAYS,
    /** Once it pays. */
    AUTO,
    NEVER;

    static final String PROPERTY = "initweights.vectors";

    /** This many floats cost about a second more in stages than by vectors. */
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

    /** Counts floats that were made. */
    static void made(long floats) {
        if (CHOSEN == AUTO && !pays) {
            MADE.add(floats);
            pays = MADE.sum() >= PAYS;
        }
    }
}
