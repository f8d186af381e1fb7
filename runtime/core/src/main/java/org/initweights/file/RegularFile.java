package org.initweights.file;

import java.nio.file.Files;
import java.nio.file.Path;

/** Tells files from what only has the name of one: a folder, a pipe, a socket, a device. */
public final class RegularFile {

    /** What is said of the others. */
    public static final String REFUSAL = "it is no regular file, but a folder, a pipe or a device";

    private RegularFile() {}

    /** Whether something is there, and no regular file. Symbolic links are followed. */
    public static boolean isOther(Path path) {
        return Files.exists(path) && !Files.isRegularFile(path);
    }
}
