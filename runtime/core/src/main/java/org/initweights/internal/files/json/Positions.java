package org.initweights.internal.files.json;

import java.util.Arrays;

/** A list of {@code int} that grows by pages, so that it never takes much more than its numbers. */
final class Positions {

    private static final int PAGE_BITS = 14;
    private static final int PAGE = 1 << PAGE_BITS;

    private int[][] pages = new int[1][];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return pages[index >>> PAGE_BITS][index & (PAGE - 1)];
    }

    void set(int index, int value) {
        pages[index >>> PAGE_BITS][index & (PAGE - 1)] = value;
    }

    /** Appends a number, and says where it is. */
    int add(int value) {
        int page = size >>> PAGE_BITS;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, 2 * page);
        }
        if ((size & (PAGE - 1)) == 0) {
            // The first page grows, so that a short text takes little.
            pages[page] = new int[page == 0 ? 16 : PAGE];
        } else if (page == 0 && size == pages[0].length) {
            pages[0] = Arrays.copyOf(pages[0], 2 * size);
        }
        set(size, value);
        return size++;
    }
}
