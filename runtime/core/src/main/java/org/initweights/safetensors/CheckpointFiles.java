package org.initweights.safetensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.initweights.file.RegularFile;
import org.initweights.io.CheckpointException;

/** Finds what a path means: a file, an index of files, or a folder with one of both. */
public final class CheckpointFiles {

    private CheckpointFiles() {}

    /**
     * The file or index that a path leads to: itself; in a folder, {@code model.safetensors}, or else its index, or else whatever is
     * the only one; and for a file that is not there, its index if that is. A file comes before its own index: both are there for a
     * moment while a save replaces one by the other.
     *
     * @throws NoSuchFileException if there is none
     * @throws CheckpointException if a folder has several
     */
    public static Path find(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return inFolder(path);
        }
        if (Files.exists(path)) {
            return path;
        }
        Path index = path.getFileName() == null ? path : ShardIndex.of(path);
        if (Files.exists(index)) {
            return index;
        }
        throw new NoSuchFileException(path.toString());
    }

    /**
     * Refuses what is there and is no regular file: to open a pipe would wait for somebody who writes to it, and a device may never end.
     *
     * @throws CheckpointException if that is so
     */
    public static void checkRegular(Path file) throws IOException {
        if (RegularFile.isOther(file)) {
            throw new CheckpointException(file, RegularFile.REFUSAL);
        }
    }

    /** Whether a file is an index, by its name. */
    public static boolean isIndex(Path file) {
        return file.toString().endsWith(ShardIndex.SUFFIX);
    }

    private static Path inFolder(Path folder) throws IOException {
        Path usual = folder.resolve("model.safetensors");
        for (Path file : List.of(usual, ShardIndex.of(usual))) {
            if (Files.exists(file)) {
                return file;
            }
        }
        List<Path> candidates = inFolder(folder, ShardIndex.SUFFIX);
        if (candidates.isEmpty()) {
            candidates = inFolder(folder, ".safetensors");
        }
        if (candidates.size() > 1) {
            throw new CheckpointException(
                    folder,
                    "the folder has several checkpoints; name one of "
                            + candidates.stream().map(Path::getFileName).toList());
        }
        if (candidates.isEmpty()) {
            throw new NoSuchFileException(folder + " has no .safetensors file");
        }
        return candidates.get(0);
    }

    private static List<Path> inFolder(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
