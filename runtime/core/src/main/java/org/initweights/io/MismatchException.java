package org.initweights.io;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A file that does not fit the model. The message names every tensor at fault; nothing was written to the model. */
public final class MismatchException extends CheckpointException {

    private static final long serialVersionUID = 1;

    private final transient List<Mismatch> mismatches;

    MismatchException(Path file, List<Mismatch> mismatches) {
        super(
                file,
                "it does not fit the model, into which nothing was loaded:"
                        + mismatches.stream().map(m -> "\n  " + m).collect(Collectors.joining()));
        this.mismatches = List.copyOf(mismatches);
    }

    /** All that does not fit: parameters in the order of the model, then tensors that are in the file alone. */
    public List<Mismatch> mismatches() {
        return mismatches;
    }
}
