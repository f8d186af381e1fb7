package org.initweights.internal.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Finds the file that is to be written when a user names a path: symbolic links are followed, also one to a file that is not there yet. */
public final class WriteTarget {

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    private WriteTarget() {}

    /**
     * The file that a path leads to, in a folder without symbolic links.
     *
     * @throws FileSystemLoopException if the links lead in a circle
     * @throws FileSystemException if there is something that is no regular file: a folder, a pipe, a device
     * @throws NoSuchFileException if the folder is not there; the message names it
     */
    public static Path of(Path path) throws IOException {
        Path file = inRealFolder(path);
        for (int links = 0; Files.isSymbolicLink(file); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(path.toString());
            }
            file = inRealFolder(file.resolveSibling(Files.readSymbolicLink(file)));
        }
        if (RegularFile.isOther(file)) {
            throw new FileSystemException(path.toString(), null, RegularFile.REFUSAL + ", so it is not replaced");
        }
        return file;
    }

    private static Path inRealFolder(Path path) throws IOException {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null) {
            throw new FileSystemException(path.toString(), null, "it is a folder, so it is not replaced");
        }
        if (!Files.exists(folder)) {
            throw new NoSuchFileException(
                    folder.toString(),
                    null,
                    "there is no such folder, so " + name + " cannot be written there; make it first");
        }
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(
                    folder.toString(), null, "it is no folder, so " + name + " cannot be written there");
        }
        return folder.toRealPath().resolve(name);
    }
}
