package org.initweights.io;

import java.nio.file.Path;
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

    /**
     * What is said of it if a parameter of the model has its name.
     *
     * @throws CheckpointException if it is damaged
     */
    Mismatch wanted(Path file) throws CheckpointException {
        if (cause == Cause.DAMAGED) {
            throw new CheckpointException(file, name, reason);
        }
        return unwanted();
    }

    /** What is said of it if no parameter of the model has its name. */
    Mismatch unwanted() {
        return new Mismatch.Unreadable(name, reason);
    }

    /** {@code name: cannot be read: its elements are …}. */
    @Override
    public String toString() {
        return Excerpt.of(name) + ": cannot be read: " + reason;
    }
}
