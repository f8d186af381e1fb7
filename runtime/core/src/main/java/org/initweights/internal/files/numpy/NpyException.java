package org.initweights.internal.files.numpy;

import java.io.IOException;

/** A {@code .npy} file that is not as the format says; callers that know the file add its name. */
public sealed class NpyException extends IOException permits UnknownElementsException {

    private static final long serialVersionUID = 1;

    public NpyException(String problem) {
        super(problem);
    }
}
