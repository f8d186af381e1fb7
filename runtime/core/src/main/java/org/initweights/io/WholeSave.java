package org.initweights.io;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.initweights.safetensors.CheckpointFiles;
import org.initweights.safetensors.ShardIndex;

/**
 * The files of one save, found while another process may replace them. An index and the files that it names cannot be opened in one step:
 * if one of them is gone or is of another save, and the index has changed meanwhile, all are opened anew.
 *
 * @param path the file or the index
 * @param index what the index says, if it is one
 */
record WholeSave(Path path, Optional<ShardIndex> index) {

    /** Opens a file, or all files of an index. */
    @FunctionalInterface
    interface Opening<T> {
        T open(WholeSave save) throws IOException;
    }

    /**
     * Opens what a path leads to.
     *
     * @throws IOException if it cannot be opened, though nobody replaced it meanwhile
     */
    static <T> T open(Path path, Opening<T> opening) throws IOException {
        WholeSave save = find(path);
        while (true) {
            try {
                return opening.open(save);
            } catch (NoSuchFileException | CheckpointException e) {
                WholeSave now = find(path);
                if (now.equals(save)) {
                    throw e;
                }
                save = now;
            }
        }
    }

    private static WholeSave find(Path path) throws IOException {
        while (true) {
            Path found = CheckpointFiles.find(path);
            if (!CheckpointFiles.isIndex(found)) {
                return new WholeSave(found, Optional.empty());
            }
            try {
                return new WholeSave(found, Optional.of(ShardIndex.read(found)));
            } catch (NoSuchFileException e) {
                if (found.equals(path)) {
                    throw e;
                }
                // A single file took its place since it was found.
            }
        }
    }
}
