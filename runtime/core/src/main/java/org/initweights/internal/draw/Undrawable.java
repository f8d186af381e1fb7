package org.initweights.internal.draw;

import org.initweights.InitializationException;
import org.initweights.internal.fill.TruncatedNormalFill;

/** What one source cannot draw and others can. */
public final class Undrawable {

    private Undrawable() {}

    /**
     * Refuses a normal between bounds.
     *
     * @param problem what is wrong with it for this source, and what to do
     */
    public static InitializationException by(String source, TruncatedNormalFill fill, String problem) {
        return new InitializationException(
                "Undrawable", fill.toString(), null, "cannot be drawn as " + source + " does: " + problem);
    }
}
