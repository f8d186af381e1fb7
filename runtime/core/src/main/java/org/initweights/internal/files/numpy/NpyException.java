package org.initweights.internal.files.numpy;

import java.io.IOException;

/** A {@code .npy} file that is not as the format says; callers that know the file add its name. */
public final class NpyException extends IOException {

    private static final long serialVersionUID = 1;

    public NpyException(String problem) {
        super(problem);
    }
}
