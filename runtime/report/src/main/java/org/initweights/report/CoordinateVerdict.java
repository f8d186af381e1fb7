package org.initweights.report;

/** How the size of a layer's coordinates goes with the width of the model. */
public enum CoordinateVerdict {
    /** The sizes of all widths are within the factor. */
    STABLE("stable"),
    /** Some model has coordinates that are larger, by more than the factor, than those of a narrower one. */
    GROWS("grows"),
    /** The coordinates of wider models are smaller, by more than the factor, and never so much larger. */
    SHRINKS("shrinks"),
    /**
     * As {@link #SHRINKS}, but of three widths or more the two widest hardly differ: less than by the fourth root of the width. What is wrong
     * by a power of the width goes on to shrink by the root or faster.
     */
    LEVELS_OFF("levels off"),
    /** All coordinates are 0 at every width, so that there is nothing to compare. */
    ZERO("0 at every width");

    private final String words;

    CoordinateVerdict(String words) {
        this.words = words;
    }

    /** In words: {@code grows}. */
    @Override
    public String toString() {
        return words;
    }
}
