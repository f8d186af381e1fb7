package org.initweights.internal.files.json;

/**
 * How much a text may ask of its reader. The reader refuses what is beyond, and so does the writer, so that what is written can be
 * read.
 */
public final class JsonLimits {

    /** How deep arrays and objects may be nested: enough for real texts, and little enough for any stack. */
    public static final int DEPTH = 64;

    /** How many bytes a text may have: what one array holds, whatever its characters are. */
    public static final int BYTES = 1_000_000_000;

    private JsonLimits() {}
}
