package org.initweights.json;

/**
 * How much a text may ask of its reader.
 *
 * @param depth how deep arrays and objects may be nested
 * @param values how many values there may be altogether
 */
public record JsonLimits(int depth, int values) {

    /** Enough for whatever people write, and little enough for any stack and most heaps. */
    public static final JsonLimits USUAL = new JsonLimits(64, 4_000_000);
}
