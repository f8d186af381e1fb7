package org.initweights.processor.expression;

import com.palantir.javapoet.CodeBlock;

/** How tightly operators bind, in these expressions as in Java. */
final class Precedence {

    static final int SUM = 1;
    static final int PRODUCT = 2;
    static final int SIGN = 3;
    static final int ATOM = 4;

    private Precedence() {}

    /** Code as an operand of something that binds as tightly as {@code outer}. */
    static CodeBlock inside(CodeBlock code, int precedence, int outer) {
        return precedence < outer ? CodeBlock.of("($L)", code) : code;
    }
}
