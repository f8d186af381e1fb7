package org.initweights.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What tells files from others, and from what they become when they are written again. */
public final class FileStamp {

    private FileStamp() {}

    /** A line for each file: its place, its size, and when it was written. */
    public static String of(List<Path> files) throws IOException {
        StringBuilder stamp = new StringBuilder();
        for (Path file : files) {
            stamp.append(file.toUri())
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file))
                    .append('\n');
        }
        return stamp.toString();
    }
}
