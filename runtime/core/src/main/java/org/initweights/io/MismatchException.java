package org.initweights.io;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.initweights.internal.message.Excerpt;

/**
 * A file that does not fit the model; nothing was written to the model. The message names the tensors at fault, the first thousand if
 * there are more.
 */
public final class MismatchException extends CheckpointException {

    private static final long serialVersionUID = 1;

    private static final int MOST_NAMED = 1000;
    private static final int LONGEST_LINE = 1000;

    private final transient List<Mismatch> mismatches;

    MismatchException(Path file, List<Mismatch> mismatches) {
        super(
                file,
                "it does not fit the model, into which nothing was loaded:"
                        + mismatches.stream()
                                .limit(MOST_NAMED)
                                .map(mismatch -> "\n  " + Excerpt.of(mismatch.toString(), LONGEST_LINE))
                                .collect(Collectors.joining())
                        + (mismatches.size() > MOST_NAMED ? "\n  … (" + mismatches.size() + " altogether)" : "")
                        + MismatchCure.of(mismatches).map(cure -> "\n  " + cure).orElse(""));
        this.mismatches = List.copyOf(mismatches);
    }

    /** All that does not fit: parameters in the order of the model, then tensors that are in the file alone. */
    public List<Mismatch> mismatches() {
        return mismatches;
    }
}
