package org.initweights.kernel;

/** Prints which way floats are made in this JVM. */
public final class TransformsInUse {

    private TransformsInUse() {}

    /** One line. */
    public static void main(String[] args) {
        System.out.println(FloatTransforms.create().getClass().getSimpleName());
    }
}
