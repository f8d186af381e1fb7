package org.initweights.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.hdfs.DistributedFileSystem;

/** Files of a Hadoop file system, of which only what all of them can do is used, or what is asked for. */
final class HadoopFolder {

    private final FileSystem files;

    private HadoopFolder(FileSystem files) {
        this.files = files;
    }

    /** The file system of a folder, which need not be there. Of local files without the checksums beside them that Hadoop would write. */
    static HadoopFolder of(Path folder, Configuration configuration) throws IOException {
        FileSystem files = folder.getFileSystem(configuration);
        return new HadoopFolder(files instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : files);
    }

    FileSystem files() {
        return files;
    }

    /** How long a file is; empty if there is none. */
    OptionalLong length(Path file) throws IOException {
        try {
            FileStatus status = files.getFileStatus(file);
            return status.isFile() ? OptionalLong.of(status.getLen()) : OptionalLong.empty();
        } catch (FileNotFoundException e) {
            return OptionalLong.empty();
        }
    }

    boolean has(Path file) throws IOException {
        return length(file).isPresent();
    }

    /** What is in a folder; nothing if there is none. */
    List<FileStatus> list(Path folder) throws IOException {
        try {
            return List.of(files.listStatus(folder));
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    /** A file's bytes; none if there is no such file. */
    byte[] read(Path file) throws IOException {
        try (var in = files.open(file)) {
            return in.readAllBytes();
        } catch (FileNotFoundException e) {
            return new byte[0];
        }
    }

    /** A file's text; empty if there is no such file. */
    String text(Path file) throws IOException {
        return new String(read(file), StandardCharsets.UTF_8);
    }

    /** Writes a small file that is there as a whole or not at all. A file of the same length that was there before is as good. */
    void write(Path file, byte[] content) throws IOException {
        publish(temporary(file, content), file, content.length);
    }

    /**
     * Writes a small file in place of another, if there is one.
     *
     * @param scratch a folder for what is not complete
     */
    void replace(Path file, byte[] content, Path scratch) throws IOException {
        if (isAtomic() || !has(file)) {
            replace(temporary(new Path(scratch, file.getName()), content), file, content.length);
        } else {
            // Object stores, which show a file when all of it is there.
            try (FSDataOutputStream out = files.create(file, true)) {
                out.write(content);
            }
        }
    }

    private Path temporary(Path file, byte[] content) throws IOException {
        Path temporary = file.suffix("." + UUID.randomUUID() + ".tmp");
        try (FSDataOutputStream out = files.create(temporary, false)) {
            out.write(content);
        } catch (IOException | RuntimeException e) {
            deleteQuietly(temporary, e);
            throw e;
        }
        return temporary;
    }

    /**
     * Gives a complete file its name. If another attempt was first, with as many bytes, its file stays: the bytes of both are those of the
     * same plan.
     */
    void publish(Path from, Path to, long bytes) throws IOException {
        if (!rename(from, to)) {
            if (length(to).orElse(-1) != bytes) {
                throw new IOException(from + " cannot be renamed to " + to.getName());
            }
            files.delete(from, false);
        }
    }

    private boolean rename(Path from, Path to) throws IOException {
        try {
            return files.rename(from, to);
        } catch (FileAlreadyExistsException | FileNotFoundException e) {
            return false;
        }
    }

    /**
     * Gives a complete file its name, in place of a file that has it: in one step where the file system can; elsewhere there is neither
     * for a moment.
     */
    void replace(Path from, Path to, long bytes) throws IOException {
        if (files instanceof DistributedFileSystem hdfs) {
            hdfs.rename(from, to, Options.Rename.OVERWRITE);
        } else {
            if (!isAtomic()) {
                files.delete(to, false);
            }
            publish(from, to, bytes);
        }
    }

    /** Whether a rename takes the place of a file in one step. */
    private boolean isAtomic() {
        return files instanceof DistributedFileSystem || files instanceof RawLocalFileSystem;
    }

    /** Whether files can be put together without copying them. Local files say so too, but are copied, and in no good order. */
    boolean canConcatenate(Path folder) throws IOException {
        return !(files instanceof RawLocalFileSystem)
                && files.hasPathCapability(folder, CommonPathCapabilities.FS_CONCAT);
    }

    /** Appends files to the first of them, which alone is left. */
    void concatenate(List<Path> parts) throws IOException {
        List<Path> rest = new ArrayList<>(parts.subList(1, parts.size()));
        files.concat(parts.get(0), rest.toArray(new Path[0]));
    }

    void delete(Path file) throws IOException {
        files.delete(file, true);
    }

    /** Deletes after a failure, which counts more than another one here. */
    void deleteQuietly(Path file, Throwable failure) {
        try {
            files.delete(file, true);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
