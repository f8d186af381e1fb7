package org.initweights.internal.draw.seeded;

/** Prints which way floats are made in this JVM, at first and after very many. */
public final class TransformsInUse {

    private TransformsInUse() {}

    /** One line. */
    public static void main(String[] args) {
        String first = inUse();
        VectorUse.made(1L << 30);
        System.out.println(first + " then " + inUse());
    }

    private static String inUse() {
        return Tile.borrow().transforms.getClass().getSimpleName();
    }
}
