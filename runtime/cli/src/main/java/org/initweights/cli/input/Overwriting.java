package org.initweights.cli.input;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether weights that are there may be replaced. */
public final class Overwriting {

    @Option(
            names = "--force",
            description = "Replace weights that are there; without it none are. What is read is never replaced.")
    private boolean force;

    /**
     * Refuses a destination where weights are.
     *
     * @throws FileAlreadyExistsException if there is a file of this name, or the index of a checkpoint of this name
     */
    public void check(Destination destination) throws IOException {
        Optional<Path> there = destination.weights();
        if (!force && there.isPresent()) {
            throw new FileAlreadyExistsException(
                    there.get().toString(), null, "it is there already; --force replaces it");
        }
    }
}
