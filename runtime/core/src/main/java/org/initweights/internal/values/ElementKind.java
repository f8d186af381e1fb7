package org.initweights.internal.values;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an expression computes an element from, which is what the names of its own mean. */
public enum ElementKind {
    /** From indices and sizes: {@code i0}, {@code n0}. */
    TABLE("table", "TableSyntax"),

    /** From what is drawn, {@code x}. */
    TRANSFORM("transform", "TransformSyntax");

    static final String DRAWN = "x";
    static final String PI = "pi";

    private static final Pattern NUMBERED = Pattern.compile("([in])(\\d{1,3})");

    private final String word;
    private final String syntaxId;

    ElementKind(String word, String syntaxId) {
        this.word = word;
        this.syntaxId = syntaxId;
    }

    /** What people call it. */
    public String word() {
        return word;
    }

    /** The stable name of a mistake in its syntax. */
    String syntaxId() {
        return syntaxId;
    }

    /** Whether a name has a meaning in every expression of this kind, so that nothing else can have it. */
    boolean isOwn(String name) {
        return name.equals(PI) || (this == TABLE ? NUMBERED.matcher(name).matches() : name.equals(DRAWN));
    }

    /** What a name of an expression of this kind means. */
    ElementNode named(String name) {
        Matcher numbered = NUMBERED.matcher(name);
        if (this == TABLE && numbered.matches()) {
            int axis = Integer.parseInt(numbered.group(2));
            return numbered.group(1).equals("i") ? new ElementNode.Index(axis) : new ElementNode.Size(axis);
        }
        if (this == TRANSFORM && name.equals(DRAWN)) {
            return new ElementNode.Drawn();
        }
        return name.equals(PI) ? new ElementNode.Constant(Math.PI) : new ElementNode.Named(name);
    }

    /** The axis whose index or size a name is. */
    static OptionalInt axis(ElementNode node) {
        if (node instanceof ElementNode.Index index) {
            return OptionalInt.of(index.axis());
        }
        return node instanceof ElementNode.Size size ? OptionalInt.of(size.axis()) : OptionalInt.empty();
    }

    /** What names there are, for messages. */
    String names() {
        return this == TABLE
                ? "indices i0, i1, …, sizes n0, n1, … and pi"
                : "x, which is the number that is drawn, and pi";
    }
}
