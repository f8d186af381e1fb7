package org.initweights.internal.files.safetensors;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The files that other indexes name in the folder of a checkpoint.
 *
 * @param names their names
 * @param areAll whether these are all: an index that cannot be read may name any file
 */
record OtherIndexes(Set<String> names, boolean areAll) {

    /** Indexes as Hugging Face names them, with and without a variant: {@code model.safetensors.index.fp16.json}. */
    private static final String INDEXES = "*.index*.json";

    /** The indexes beside that of a checkpoint, as they are now. */
    static OtherIndexes of(CheckpointName checkpoint) throws IOException {
        Path own = checkpoint.index().getFileName();
        Set<String> names = new HashSet<>();
        boolean areAll = true;
        try (DirectoryStream<Path> indexes =
                Files.newDirectoryStream(checkpoint.file().resolveSibling("."), INDEXES)) {
            for (Path index : indexes) {
                if (!index.endsWith(own) && Files.isRegularFile(index)) {
                    Optional<Set<String>> found = namesIn(index);
                    areAll &= found.isPresent();
                    found.ifPresent(names::addAll);
                }
            }
        }
        return new OtherIndexes(names, areAll);
    }

    private static Optional<Set<String>> namesIn(Path index) {
        try {
            return ShardIndex.namesBeside(index);
        } catch (IOException e) {
            return Optional.empty(); // It is another user's, or gone by now.
        }
    }

    /** Whether one of them may name this file. */
    boolean mayName(String file) {
        return !areAll || names.contains(file);
    }
}
