package org.initweights.collect;

/**
 * Where a model is in a list or an array.
 *
 * @param number its index; negative if it is in none
 */
record Position(int number) {

    /** A model that is in no list. */
    static final Position NONE = new Position(-1);

    static Position of(int index) {
        return new Position(index);
    }

    /**
     * The index.
     *
     * @param path the model's name with a dot, for the message; empty for the outermost
     * @throws IllegalArgumentException if the model is in no list or array
     */
    long index(String path) {
        if (number < 0) {
            String model = path.isEmpty() ? "the model" : path.substring(0, path.length() - 1);
            throw new IllegalArgumentException(
                    model + ": its index is asked for, but no list or array holds it; give the model a field index");
        }
        return number;
    }
}
