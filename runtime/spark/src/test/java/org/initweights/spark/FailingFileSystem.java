package org.initweights.spark;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.util.Progressable;
import org.apache.spark.TaskContext;

/** Local files under the scheme {@code failing}, on a disk that fails as a test wants. */
public final class FailingFileSystem extends RawLocalFileSystem {

    /** How many bytes still fit. */
    static final AtomicLong ROOM = new AtomicLong(Long.MAX_VALUE);

    /** How many attempts of each task fail. */
    static final AtomicInteger FAILING_ATTEMPTS = new AtomicInteger();

    /** How many attempts have failed so. */
    static final AtomicInteger FAILED = new AtomicInteger();

    static volatile boolean readOnly;

    /** How many renames of finished files are allowed; a driver dies at the next one. */
    static final AtomicInteger RENAMES = new AtomicInteger(Integer.MAX_VALUE);

    /** How slow it is, so that somebody can be killed meanwhile. */
    private static final long DELAY_MILLIS = Long.getLong("initweights.test.delay", 0);

    static void repair() {
        ROOM.set(Long.MAX_VALUE);
        FAILING_ATTEMPTS.set(0);
        FAILED.set(0);
        readOnly = false;
        RENAMES.set(Integer.MAX_VALUE);
    }

    static String uri(java.nio.file.Path folder) {
        return "failing://" + folder;
    }

    @Override
    public URI getUri() {
        return URI.create("failing:///");
    }

    @Override
    public String getScheme() {
        return "failing";
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int buffer,
            short replication,
            long block,
            Progressable progress)
            throws IOException {
        checkWritable(file);
        return failing(file, super.create(file, permission, overwrite, buffer, replication, block, progress));
    }

    @Override
    public FSDataOutputStream create(
            Path file, boolean overwrite, int buffer, short replication, long block, Progressable progress)
            throws IOException {
        checkWritable(file);
        return failing(file, super.create(file, overwrite, buffer, replication, block, progress));
    }

    private static void checkWritable(Path file) throws AccessControlException {
        if (DELAY_MILLIS > 0 && file.getName().endsWith(".attempt")) {
            LockSupport.parkNanos(DELAY_MILLIS * 1_000_000);
        }
        if (readOnly) {
            throw new AccessControlException(file + ": Read-only file system");
        }
    }

    private static FSDataOutputStream failing(Path file, FSDataOutputStream out) throws IOException {
        return new FSDataOutputStream(out, null) {
            @Override
            public synchronized void write(byte[] bytes, int from, int count) throws IOException {
                TaskContext task = TaskContext.get();
                if (task != null && task.attemptNumber() < FAILING_ATTEMPTS.get()) {
                    FAILED.incrementAndGet();
                    super.write(bytes, from, count / 2);
                    throw new IOException(file + ": Input/output error");
                }
                if (ROOM.addAndGet(-count) < 0) {
                    throw new IOException(file + ": No space left on device");
                }
                super.write(bytes, from, count);
            }
        };
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        checkWritable(to);
        boolean isFinal = !to.getParent().getName().startsWith(".initweights-");
        if (isFinal && RENAMES.getAndDecrement() <= 0) {
            throw new IOException(to + ": Input/output error");
        }
        return super.rename(from, to);
    }

    @Override
    public boolean delete(Path file, boolean recursive) throws IOException {
        checkWritable(file);
        return super.delete(file, recursive);
    }

    @Override
    public boolean mkdirs(Path folder) throws IOException {
        checkWritable(folder);
        return super.mkdirs(folder);
    }

    @Override
    public boolean mkdirs(Path folder, FsPermission permission) throws IOException {
        checkWritable(folder);
        return super.mkdirs(folder, permission);
    }
}
