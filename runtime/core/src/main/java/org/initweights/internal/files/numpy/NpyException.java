package org.initweights.internal.files.numpy;

import java.io.IOException;

/** A {@code .npy} file that is not as the format says; whoever knows the file adds its name. */
public final class NpyException extends IOException {

    private static final long serialVersionUID = 1;

    public NpyException(String problem) {
        super(problem);
    }
}
