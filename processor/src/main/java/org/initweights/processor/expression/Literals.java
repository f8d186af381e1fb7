package org.initweights.processor.expression;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** Writes values as Java literals. */
public final class Literals {

    private static final double LARGEST_PLAIN_INTEGER = 1e9;

    private Literals() {}

    /** An expression of this value, where a {@code double} is expected: as few digits as say exactly that value. */
    public static CodeBlock of(double value) {
        if (Double.isNaN(value)) {
            return CodeBlock.of("$T.NaN", Double.class);
        }
        if (Double.isInfinite(value)) {
            return CodeBlock.of(value > 0 ? "$T.POSITIVE_INFINITY" : "$T.NEGATIVE_INFINITY", Double.class);
        }
        boolean negativeZero = value == 0 && 1 / value < 0;
        return value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN_INTEGER && !negativeZero
                ? CodeBlock.of("$L", (long) value)
                : CodeBlock.of("$L", value);
    }

    public static CodeBlock of(int value) {
        return CodeBlock.of("$L", value);
    }

    public static CodeBlock of(Enum<?> constant) {
        return member(ClassName.get(constant.getDeclaringClass()), constant.name());
    }

    /** A static member, written so that it can be imported. */
    public static CodeBlock member(TypeName owner, String name) {
        return CodeBlock.of("$T." + name, owner);
    }

    /** The call of a static method, written so that it can be imported. */
    public static CodeBlock call(Class<?> owner, String method, List<CodeBlock> arguments) {
        return CodeBlock.of("$T." + method + "($L)", owner, CodeBlock.join(arguments, ", "));
    }
}
