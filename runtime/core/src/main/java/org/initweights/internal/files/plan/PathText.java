package org.initweights.internal.files.plan;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.message.Excerpt;

/** Paths in plans: as the system writes them, and in archives as {@code jar:file:///models.zip!/base.safetensors}. */
final class PathText {

    private static final String IN_ARCHIVE = "jar:";

    private PathText() {}

    static String of(Path path) {
        return path.getFileSystem().equals(FileSystems.getDefault())
                ? path.toString()
                : path.toUri().toString();
    }

    /**
     * The path that a plan says.
     *
     * @param folder what it is relative to
     * @throws JsonException if it is in an archive that nobody has opened
     */
    static Path read(String text, Path folder) {
        if (!text.startsWith(IN_ARCHIVE)) {
            return folder.resolve(text);
        }
        try {
            return Path.of(URI.create(text));
        } catch (FileSystemNotFoundException | IllegalArgumentException e) {
            throw new JsonException("the file " + Excerpt.of(text)
                    + " is in an archive that is not open; open it by FileSystems.newFileSystem(URI, Map) first");
        }
    }
}
