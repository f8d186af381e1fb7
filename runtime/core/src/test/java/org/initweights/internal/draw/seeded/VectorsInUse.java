package org.initweights.internal.draw.seeded;

import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.Weights;

/** Draws a few floats, and again after very many, and says when it has. Whoever looks at the classes that are loaded sees how. */
public final class VectorsInUse {

    static final String FIRST = "The first are drawn.";
    static final String LAST = "The last are drawn.";

    private VectorsInUse() {}

    /** Two lines. */
    public static void main(String[] args) {
        draw();
        System.out.println(FIRST);
        VectorUse.made(1L << 30);
        draw();
        System.out.println(LAST);
    }

    private static void draw() {
        Weights.of(builder -> builder.tensor("w", Initializers.normal(), 5000)).initialize(RandomSource.seeded(1));
    }
}
