package org.initweights.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.initweights.io.CheckpointException;

/**
 * How far the initialisation of a checkpoint is: lines of text beside it. The first three say of what; each other is a {@link Mark},
 * of which the last counts. A mark is written when all that it speaks of is on the disk. The end of a file that was cut off in the
 * middle of a line counts for nothing.
 */
final class Journal implements Closeable {

    private static final int HEADING_LINES = 3;

    private final Path file;
    private final FileChannel channel;
    private Mark last = Mark.START;

    /**
     * A point that a later run can go on from.
     *
     * @param steps how many steps are complete
     * @param position where the random source stood then
     */
    record Mark(int steps, String position) {

        static final Mark START = new Mark(0, "");

        private static Mark parse(String line) {
            int space = line.indexOf(' ');
            return new Mark(Integer.parseInt(line.substring(0, space)), line.substring(space + 1));
        }
    }

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens a journal, or begins it.
     *
     * @param plan tells plans apart
     * @param source tells random sources apart
     * @throws CheckpointException if it is that of another plan or source, no journal at all, or in use
     */
    static Journal open(Path file, String plan, String source) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Journal journal = new Journal(file, channel);
        try {
            journal.lock();
            journal.read(List.of("InitWeights journal 1", "plan " + plan, "source " + source));
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // This process has it; said below.
        }
        throw new CheckpointException(file, "another run initialises this checkpoint");
    }

    private void read(List<String> heading) throws IOException {
        String text = content();
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        List<String> lines = whole.lines().toList();
        if (lines.size() < HEADING_LINES) {
            channel.truncate(0);
            append(String.join("\n", heading) + "\n");
            return;
        }
        for (int i = 0; i < HEADING_LINES; i++) {
            if (!lines.get(i).equals(heading.get(i))) {
                throw another(i, lines.get(i), heading.get(i));
            }
        }
        channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        if (lines.size() > HEADING_LINES) {
            readLast(lines.get(lines.size() - 1));
        }
    }

    /** By the channel that has the lock: closing another one of the same file may release it. */
    private String content() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        new FileRange(channel, 0).read(bytes);
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    private CheckpointException another(int line, String found, String wanted) {
        String problem = line == 0
                ? "it is no journal of this version"
                : "it belongs to an interrupted run of another " + (line == 1 ? "plan" : "random source") + ": \""
                        + found + "\", not \"" + wanted + "\"";
        return new CheckpointException(
                file, problem + "; finish that run, or begin anew with InitializeOptions.startOver()");
    }

    private void readLast(String line) throws CheckpointException {
        try {
            last = Mark.parse(line);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new CheckpointException(
                    file, "it is damaged; begin anew with InitializeOptions.startOver(): \"" + line + "\"", e);
        }
    }

    /** The last mark. */
    Mark last() {
        return last;
    }

    /** Writes a mark to the disk. */
    void append(Mark mark) throws IOException {
        append(mark.steps() + " " + mark.position() + "\n");
    }

    private void append(String text) throws IOException {
        new FileRange(channel, channel.size()).write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
    }

    /** Removes the journal; the checkpoint is complete. */
    void delete() throws IOException {
        channel.close();
        Files.delete(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
