package org.initweights.internal.select;

/**
 * A pattern of one name between dots, in which {@code *} stands for any part of it.
 *
 * <p>Immutable; threads may share it.
 */
record SegmentPattern(String text) {

    private static final char ANY_PART = '*';

    /** Whether it matches every name. */
    boolean isAny() {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter == ANY_PART);
    }

    /** Whether it matches the index of some element of a list. */
    boolean matchesSomeIndex() {
        return !text.isEmpty()
                && text.chars().allMatch(letter -> letter == ANY_PART || (letter >= '0' && letter <= '9'));
    }

    /**
     * Whether it matches a name. Each star takes as little as it can, and only the last one is ever given more: what an earlier one
     * could take besides, the last one can take too. So a name costs at most its length times the pattern's.
     */
    boolean matches(String name) {
        int at = 0;
        int inName = 0;
        int afterStar = -1;
        int afterTaken = 0;
        while (inName < name.length()) {
            if (at < text.length() && text.charAt(at) == ANY_PART) {
                afterStar = ++at;
                afterTaken = inName;
            } else if (at < text.length() && text.charAt(at) == name.charAt(inName)) {
                at++;
                inName++;
            } else if (afterStar >= 0) {
                at = afterStar;
                inName = ++afterTaken;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == ANY_PART) {
            at++;
        }
        return at == text.length();
    }
}
