package org.initweights.internal.message;

/** Says that something needs more heap than there is. */
public final class HeapNeed {

    /** What else is in the heap is a quarter of that. */
    private static final double WITH_OTHERS = 1.25;

    private HeapNeed() {}

    /**
     * What it takes, what there is, and the option of the JVM that would do.
     *
     * @param heap how many bytes there are
     */
    public static String of(double bytes, long heap) {
        return "takes " + (long) bytes + " bytes of heap, and there are " + heap + "; give the JVM more (-Xmx"
                + (long) Math.ceil(bytes * WITH_OTHERS / (1 << 20)) + "m)";
    }
}
