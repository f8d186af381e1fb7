package org.initweights.internal.files.safetensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.internal.files.RegularFile;
import org.initweights.internal.files.WriteTarget;
import org.initweights.internal.message.Excerpt;
import org.initweights.io.CheckpointException;

/** Finds what a path means: a file, an index of files, or a folder with one of both. */
public final class CheckpointFiles {

    private static final int MOST_LOOKS = 10;

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
        return existing(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
    }

    /**
     * A single file or its index, the first that is there. A save may replace the one by the other between two looks, so that neither was
     * there when it was looked for: then both are looked for again.
     */
    private static Optional<Path> existing(Path file) throws IOException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (Files.exists(file)) {
                return Optional.of(file);
            }
            for (Path index : indexes(file)) {
                if (Files.exists(index)) {
                    return Optional.of(index);
                }
            }
        }
        return Optional.empty();
    }

    /** Where the index of a checkpoint may be. Saving to a link writes it beside the file that the link leads to. */
    private static List<Path> indexes(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return List.of(ShardIndex.of(WriteTarget.of(file)), ShardIndex.of(file));
        }
        return file.getFileName() == null ? List.of() : List.of(ShardIndex.of(file));
    }

    /**
     * Refuses what is there and is no regular file: opening a pipe would wait until something writes to it, and a device may never end.
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
        Optional<Path> found = existing(folder.resolve("model.safetensors"));
        if (found.isPresent()) {
            return found.get();
        }
        List<Path> candidates = inFolder(folder, ShardIndex.SUFFIX);
        if (candidates.isEmpty()) {
            candidates = withoutLeftOvers(inFolder(folder, ".safetensors"));
        }
        if (!candidates.isEmpty()
                && candidates.stream()
                        .allMatch(file -> CheckpointName.looksLikePart(String.valueOf(file.getFileName())))) {
            throw new CheckpointException(
                    folder,
                    "the folder has parts of a checkpoint, "
                            + Excerpt.of(
                                    candidates.stream().map(Path::getFileName).toList())
                            + ", but not the index that says which belong together; save it again, or name a file to load it alone");
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
        return withItsFile(candidates.get(0));
    }

    /** An index, or the single file that it belongs to if that is there too. */
    private static Path withItsFile(Path found) throws IOException {
        String name = String.valueOf(found.getFileName());
        Path single = found.resolveSibling(
                isIndex(found) ? name.substring(0, name.length() - ShardIndex.SUFFIX.length()) : name);
        return existing(single).orElse(found);
    }

    /** Without the shards of a checkpoint that is one file now: a save that was killed has not removed them yet. */
    private static List<Path> withoutLeftOvers(List<Path> files) {
        List<CheckpointName> singles = files.stream()
                .filter(file -> !CheckpointName.looksLikeShard(String.valueOf(file.getFileName())))
                .map(CheckpointName::new)
                .toList();
        return files.stream()
                .filter(file ->
                        singles.stream().noneMatch(single -> single.isShard(String.valueOf(file.getFileName()))))
                .toList();
    }

    private static List<Path> inFolder(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
