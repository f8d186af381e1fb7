package org.initweights.processor.expression;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.OptionalLong;

/**
 * One dimension of a shape.
 *
 * @param text as the user wrote it, with spaces in the usual places
 * @param size its size, if that is known while the model compiles
 * @param code the expression that computes it over {@code variables}
 * @param precedence how tightly that expression binds
 * @param variables the members of the model that it depends on
 */
public record Dimension(String text, OptionalLong size, CodeBlock code, int precedence, List<SizeVariable> variables) {

    /** A dimension of known size. */
    public static Dimension of(long size) {
        return new Dimension(
                Long.toString(size),
                OptionalLong.of(size),
                literal(size),
                size < 0 ? Precedence.SIGN : Precedence.ATOM,
                List.of());
    }

    /** This size and some more. */
    public Dimension plus(long more) {
        if (size.isPresent()) {
            return of(size.getAsLong() + more);
        }
        String sign = more < 0 ? " - " : " + ";
        return new Dimension(
                text + sign + Math.abs(more),
                size,
                CodeBlock.of("$L$L$L", code, sign, literal(Math.abs(more))),
                Precedence.SUM,
                variables);
    }

    /** The number as Java writes it. */
    static CodeBlock literal(long value) {
        return CodeBlock.of(value == (int) value ? "$L" : "$LL", value);
    }
}
