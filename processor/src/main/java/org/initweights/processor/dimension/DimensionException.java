package org.initweights.processor.dimension;

/** A mistake in {@code @Shape(dims = …)}. */
public final class DimensionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String id;

    public DimensionException(String id, String message) {
        super(message);
        this.id = id;
    }

    /** The stable name of this kind of mistake. */
    public String id() {
        return id;
    }
}
