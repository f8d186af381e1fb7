package org.initweights.internal.fill;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.initweights.InitializationException;

/** What must hold for the path of a checkpoint that fills are read from. */
public final class StoredFile {

    private StoredFile() {}

    /**
     * The absolute path, so that a plan means the same file wherever it is read.
     *
     * @throws InitializationException if it is inside an archive, whose name no plan can have
     */
    public static Path checked(Path file) {
        if (!file.getFileSystem().equals(FileSystems.getDefault())) {
            throw new InitializationException(
                    "WeightsFile",
                    "from(" + file + ")",
                    null,
                    "needs a file of the default file system, because parts of it are read when they are needed; copy it out of "
                            + file.getFileSystem() + " first");
        }
        return file.toAbsolutePath().normalize();
    }
}
