package org.initweights.cli.input;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whether a checkpoint that is there may be replaced. */
public final class Overwriting {

    private static final String INDEX = ".index.json";

    @Option(
            names = "--force",
            description = "Replace what is there; without it, nothing that is made of other weights does.")
    private boolean force;

    /**
     * Refuses a target that is there.
     *
     * @throws FileAlreadyExistsException if there is a file of this name, or the index of a checkpoint of this name
     */
    public void check(Path target) throws IOException {
        Path index = target.resolveSibling(target.getFileName() + INDEX);
        for (Path file : new Path[] {target, index}) {
            if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(file.toString(), null, "it is there already; --force replaces it");
            }
        }
    }
}
