package org.initweights.internal.values;

/** A mistake in an expression of elements: what is wrong with it, and where. */
public final class ElementMistake extends Exception {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final int position;

    ElementMistake(String id, String problem, int position) {
        super(problem);
        this.id = id;
        this.position = position;
    }

    /** The stable name of this kind of mistake. */
    public String id() {
        return id;
    }

    /** What is wrong, and how to mend it. */
    public String problem() {
        return String.valueOf(getMessage());
    }

    /** The number of the character of the text that is at fault. */
    public int position() {
        return position;
    }
}
