package org.initweights.processor.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mistake in an expression, such as {@code @Shape(dims = …)}. */
public final class ExpressionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String member;
    private final String name;
    private final int offset;

    public ExpressionException(String id, String message) {
        this(id, message, "", "", -1);
    }

    private ExpressionException(String id, String message, String member, String name, int offset) {
        super(message);
        this.id = id;
        this.member = member;
        this.name = name;
        this.offset = offset;
    }

    /** The same mistake, in the member of an annotation whose value the expression is. */
    public ExpressionException in(String member) {
        return new ExpressionException(id, String.valueOf(getMessage()), member, name, offset);
    }

    /** The same mistake, at this character of the expression. */
    public ExpressionException at(int character) {
        return new ExpressionException(id, String.valueOf(getMessage()), member, name, character);
    }

    /** The same mistake, which is about a name in the expression. */
    ExpressionException about(String subject) {
        return new ExpressionException(id, String.valueOf(getMessage()), member, subject, offset);
    }

    /** The same mistake, with the place of the name that it is about in the text of the expression. */
    ExpressionException within(String text) {
        Matcher found = Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(text);
        return offset < 0 && !name.isEmpty() && found.find() ? at(found.start()) : this;
    }

    /** The number of the character at fault in the text of the expression; negative if that is not known. */
    public int offset() {
        return offset;
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
