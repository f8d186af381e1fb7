package org.initweights.io;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.initweights.internal.files.safetensors.CheckpointFiles;
import org.initweights.internal.files.safetensors.ShardIndex;

/**
 * The files of one save, found while other processes may replace them. An index and the files that it names cannot be opened in one step:
 * if one of them is gone, or is of another save, all are found anew.
 *
 * @param path the file or the index
 * @param index what the index says, if it is one
 */
record WholeSave(Path path, Optional<ShardIndex> index) {

    /** How often all files are looked up again although nothing seems to have changed: the same may have been saved again. */
    private static final int MOST_REPETITIONS = 5;

    private static final long PAUSE_MILLISECONDS = 10;

    /** Opens a file, or all files of an index. */
    @FunctionalInterface
    interface Opening<T> {
        T open(WholeSave save) throws IOException;
    }

    /** A file that is not of the same save as the index that names it. */
    static final class OtherSaveException extends CheckpointException {

        private static final long serialVersionUID = 1;

        OtherSaveException(Path file, String problem) {
            super(file, problem);
        }
    }

    /**
     * Opens what a path leads to.
     *
     * @throws IOException if it cannot be opened, although it was not replaced meanwhile
     */
    static <T> T open(Path path, Opening<T> opening) throws IOException {
        WholeSave save = find(path);
        int repetitions = 0;
        while (true) {
            try {
                return opening.open(save);
            } catch (NoSuchFileException | OtherSaveException e) {
                WholeSave now = find(path);
                if (now.equals(save)) {
                    repetitions++;
                    pauseBeforeGivingUp(repetitions, e);
                }
                save = now;
            }
        }
    }

    private static void pauseBeforeGivingUp(int repetitions, IOException failure) throws IOException {
        if (repetitions > MOST_REPETITIONS) {
            throw failure;
        }
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
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
