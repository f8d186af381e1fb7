package org.initweights.spark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * What a run has in the folder of a checkpoint until that is complete. Its name is the identity of the run: runs that write the same bytes
 * share it and help each other, and a run that would write others sees it and is refused.
 */
record RunFolder(HadoopFolder files, FolderNames names) {

    private static final String CURE =
            "; run that one again and it goes on, or begin anew with SparkOptions.startOver(), which throws away what it has";

    /** Attempts of processes that were killed are removed when they are older than any that may still write. */
    private static final long DAY_MILLIS = 24L * 3600 * 1000;

    /**
     * Begins a run, or goes on with it.
     *
     * @throws IOException if another run is unfinished, or the folder cannot be written
     */
    void begin() throws IOException {
        if (files.has(names.usual(FolderNames.JOURNAL))) {
            throw new IOException(names.usual(FolderNames.JOURNAL)
                    + ": an unfinished run of Plan.initialize is in this folder; finish it, or remove its files");
        }
        checkAlone();
        boolean isNew = !files.has(names.mark());
        if (isNew) {
            files.write(names.mark(), mark());
        }
        try {
            // Another run may have begun at the same moment: who sees the other gives way.
            checkAlone();
        } catch (IOException e) {
            if (isNew) {
                files.deleteQuietly(names.staging(), e);
            }
            throw e;
        }
        removeAbandoned();
    }

    private byte[] mark() {
        return ("An unfinished run of SparkCheckpoint.initialize, " + names.run()
                        + ".\nRunning the same again goes on with it; SparkOptions.startOver() removes it.\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void checkAlone() throws IOException {
        for (Path other : runs()) {
            if (!other.getName().equals(names.staging().getName())) {
                throw new IOException(
                        other + ": an unfinished run of another plan, random source or other options is here" + CURE);
            }
        }
    }

    private List<Path> runs() throws IOException {
        return files.list(names.folder()).stream()
                .filter(FileStatus::isDirectory)
                .map(FileStatus::getPath)
                .filter(path -> FolderNames.isStaging(path.getName()))
                .toList();
    }

    /** Throws away what runs have left, whatever they were to write. */
    void discardAll() throws IOException {
        for (Path run : runs()) {
            files.delete(run);
        }
    }

    private void removeAbandoned() throws IOException {
        long now = System.currentTimeMillis();
        for (FileStatus file : files.list(names.staging())) {
            boolean isAttempt = file.getPath().getName().matches(".*\\.(attempt|tmp)");
            if (isAttempt && now - file.getModificationTime() > DAY_MILLIS) {
                files.delete(file.getPath());
            }
        }
    }

    /** How many bytes are there already. */
    long bytes() throws IOException {
        return files.list(names.staging()).stream()
                .mapToLong(FileStatus::getLen)
                .sum();
    }

    void end() throws IOException {
        files.delete(names.staging());
    }
}
