package org.initweights.processor.expression;

/** A mistake in an expression, such as {@code @Shape(dims = …)}. */
public final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String member;

    public ExpressionException(String id, String message) {
        this(id, message, "");
    }

    private ExpressionException(String id, String message, String member) {
        super(message);
        this.id = id;
        this.member = member;
    }

    /** The same mistake, in the member of an annotation whose value the expression is. */
    public ExpressionException in(String member) {
        return new ExpressionException(id, String.valueOf(getMessage()), member);
    }

    /** The stable name of this kind of mistake. */
    public String id() {
        return id;
    }

    /** The member of an annotation whose value the expression is; empty if that is not known. */
    public String member() {
        return member;
    }
}
