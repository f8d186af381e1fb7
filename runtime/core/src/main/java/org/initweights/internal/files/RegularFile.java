package org.initweights.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Tells files from what only has the name of one: a folder, a pipe, a socket, a device. */
public final class RegularFile {

    /** The message about anything else. */
    public static final String REFUSAL = "it is no regular file, but a folder, a pipe or a device";

    private RegularFile() {}

    /**
     * Whether something is there, and no regular file. It is looked at once: between two looks a file may be gone.
     *
     * @param links whether symbolic links are followed, as they are if nothing else is said
     */
    public static boolean isOther(Path path, LinkOption... links) throws IOException {
        try {
            return !Files.readAttributes(path, BasicFileAttributes.class, links).isRegularFile();
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
