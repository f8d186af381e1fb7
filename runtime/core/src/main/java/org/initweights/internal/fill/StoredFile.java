package org.initweights.internal.fill;

import java.nio.file.Path;

/** What the path of a file of weights becomes that fills are read from. */
public final class StoredFile {

    private StoredFile() {}

    /** The absolute path, so that a plan means the same file wherever it is read. */
    public static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
