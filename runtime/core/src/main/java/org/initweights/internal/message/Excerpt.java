package org.initweights.internal.message;

import java.util.Collection;
import java.util.Iterator;

/**
 * What a message shows of a text or of a list that a file gave, which may have any length: the whole if it is short, and else how it
 * begins and how much of it there is.
 */
public final class Excerpt {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_ITEMS = 50;
    private static final int LONGEST_LIST = 1000;

    private Excerpt() {}

    /** The beginning of a text. */
    public static String of(String text) {
        return of(text, LONGEST_TEXT);
    }

    /** The beginning of a text, of no more than {@code longest} characters. */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "… (" + text.length() + " characters)";
    }

    /** The first items of a list, in brackets; less than 1,300 characters. */
    public static String of(Collection<?> items) {
        return of(items, MOST_ITEMS);
    }

    /** The first items of a list, no more than {@code most}, in brackets. */
    public static String of(Collection<?> items, int most) {
        StringBuilder list = new StringBuilder("[");
        Iterator<?> all = items.iterator();
        for (int i = 0; i < most && all.hasNext() && list.length() < LONGEST_LIST; i++) {
            list.append(i == 0 ? "" : ", ").append(of(String.valueOf(all.next())));
        }
        if (all.hasNext()) {
            list.append(", … (").append(items.size()).append(" altogether)");
        }
        return list.append(']').toString();
    }
}
