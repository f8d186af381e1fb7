package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import org.initweights.processor.name.StringLiteral;

/** Writes values as Java literals. */
final class Literals {

    private static final double LARGEST_PLAIN_INTEGER = 1e9;
    private static final int LONGEST_PIECE = 80;

    private Literals() {}

    /** An expression of this value, where a {@code double} is expected: as few digits as say exactly that value. */
    static CodeBlock of(double value) {
        if (Double.isNaN(value)) {
            return CodeBlock.of("$T.NaN", Double.class);
        }
        if (Double.isInfinite(value)) {
            return CodeBlock.of(value > 0 ? "$T.POSITIVE_INFINITY" : "$T.NEGATIVE_INFINITY", Double.class);
        }
        return isPlainInteger(value) ? CodeBlock.of("$L", (long) value) : CodeBlock.of("$L", value);
    }

    /** Whether a number is written as an {@code int}. */
    static boolean isPlainInteger(double value) {
        boolean negativeZero = value == 0 && 1 / value < 0;
        return value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN_INTEGER && !negativeZero;
    }

    static CodeBlock of(long value) {
        return CodeBlock.of(value == (int) value ? "$L" : "$LL", value);
    }

    static CodeBlock of(Enum<?> constant) {
        return member(TypeName.get(constant.getDeclaringClass()), constant.name());
    }

    static CodeBlock of(String text) {
        return CodeBlock.of("$L", StringLiteral.of(text));
    }

    /** A text that may be longer than a line: then it is put together of pieces that end with a space. */
    static CodeBlock longText(String text) {
        CodeBlock.Builder code = CodeBlock.builder();
        String rest = text;
        while (rest.length() > LONGEST_PIECE) {
            int space = rest.lastIndexOf(' ', LONGEST_PIECE - 1);
            if (space < 0) {
                break;
            }
            code.add("$L$W+ ", of(rest.substring(0, space + 1)));
            rest = rest.substring(space + 1);
        }
        return code.add(of(rest)).build();
    }

    /** A static member, written so that it can be imported. */
    static CodeBlock member(TypeName owner, String name) {
        return CodeBlock.of("$T." + name.replace("$", "$$"), owner);
    }

    /** The call of a static method, written so that it can be imported. */
    static CodeBlock call(Class<?> owner, String method, List<CodeBlock> arguments) {
        return CodeBlock.of("$T." + method + "($L)", owner, CodeBlock.join(arguments, ", "));
    }
}
