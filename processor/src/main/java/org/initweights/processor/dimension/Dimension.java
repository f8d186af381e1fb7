package org.initweights.processor.dimension;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.OptionalLong;

/**
 * One dimension of a shape.
 *
 * @param text as the user wrote it, with spaces in the usual places
 * @param size its size, if that is known while the model compiles
 * @param code the expression that computes it over {@code variables}
 * @param variables the members of the model that it depends on
 */
public record Dimension(String text, OptionalLong size, CodeBlock code, List<SizeVariable> variables) {

    /** A dimension of known size. */
    public static Dimension of(long size) {
        return new Dimension(Long.toString(size), OptionalLong.of(size), literal(size), List.of());
    }

    /** The number as Java writes it. */
    static CodeBlock literal(long value) {
        return CodeBlock.of(value == (int) value ? "$L" : "$LL", value);
    }
}
