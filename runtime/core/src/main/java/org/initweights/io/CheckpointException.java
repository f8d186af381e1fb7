package org.initweights.io;

import java.io.IOException;
import java.nio.file.Path;
import org.initweights.internal.message.Excerpt;

/** A file of weights that is not as its format says, or that does not fit the model. The message begins with the file. */
public class CheckpointException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Path file;

    /** A problem of a file. */
    public CheckpointException(Path file, String problem) {
        super(file + ": " + problem);
        this.file = file;
    }

    /** A problem of a file, found by another exception. */
    public CheckpointException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
        this.file = file;
    }

    /** A problem of one tensor of a file. */
    public CheckpointException(Path file, String tensor, String problem) {
        this(file, "tensor \"" + Excerpt.of(tensor) + "\": " + problem);
    }

    /** The file at fault. */
    public Path file() {
        return file;
    }
}
