package org.initweights.io;

import org.initweights.internal.message.Excerpt;

/**
 * What is in a file under a name, but is not read: a tensor of a type that is not known here, texts, dates, a file that is no array. It
 * does not stand in the way of the other tensors.
 *
 * <p>These records are immutable, and threads may share them.
 *
 * @param name the name under which it stands
 * @param cause whether it is as its format says
 * @param reason why it is not read, for example {@code its elements are '<U2', which are not numbers of a known type}
 */
public record UnreadableTensor(String name, Cause cause, String reason) {

    /** Whether a tensor that cannot be read is as its format says. */
    public enum Cause {

        /** It is, but of a kind that is not read here. */
        UNSUPPORTED,

        /** It is not, so that a model that wants it must not go without it. */
        DAMAGED
    }

    /** {@code name: cannot be read: its elements are …}. */
    @Override
    public String toString() {
        return Excerpt.of(name) + ": cannot be read: " + reason;
    }
}
