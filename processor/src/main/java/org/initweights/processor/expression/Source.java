package org.initweights.processor.expression;

/**
 * An expression as the user wrote it.
 *
 * @param member the member of the annotation that it is the value of
 * @param syntaxId the stable name of a mistake in its syntax
 */
public record Source(String member, String text, String syntaxId) {

    /** The value of {@code @Shape(dims = …)}. */
    static Source ofDimensions(String text) {
        return new Source("dims", text, "DimensionSyntax");
    }

    /** What to do where there is no text. */
    String cureOfNothing() {
        return member.equals("dims") ? "; a scalar is @Shape({})" : "; write an expression";
    }

    ExpressionException exception(String message) {
        return new ExpressionException(syntaxId, message);
    }
}
