package org.initweights.internal.files.gguf;

import java.io.IOException;

/** A GGUF file that is not as the format says; callers that know the file add its name. */
public final class GgufException extends IOException {

    private static final long serialVersionUID = 1;

    GgufException(String problem) {
        super(problem);
    }
}
