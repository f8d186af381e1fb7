package org.initweights.internal.expression;

/** How tightly operators bind, in these expressions as in Java. */
public final class Precedence {

    public static final int SUM = 1;
    public static final int PRODUCT = 2;

    /** A sign, or a cast. */
    public static final int SIGN = 3;

    public static final int ATOM = 4;

    private Precedence() {}
}
