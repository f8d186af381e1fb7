package org.initweights.internal.files.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;
import org.initweights.Parameter;
import org.initweights.internal.files.FileClaim;
import org.initweights.internal.message.Excerpt;
import org.initweights.io.CheckpointException;
import org.jspecify.annotations.Nullable;

/**
 * How far the initialisation of a checkpoint has come: lines of text in a file beside it. The first three identify the plan and the
 * source; each other line is a {@link JournalMark}, and the last mark counts. A mark is written when all that it speaks of is on the disk. The
 * end of a file that was cut off in the middle of a line counts for nothing.
 *
 * <p>Each mark ends with a checksum of itself and of all lines before it. So a journal in which a line is changed, missing or moved is
 * refused.
 */
final class Journal implements Closeable {

    private static final String SOURCE = "source ";

    private static final int CHUNK_BYTES = 1 << 16;

    private final Path file;
    private final FileClaim claim;
    private final Schedule schedule;
    private final CRC32C chain = new CRC32C();
    private final Map<String, Long> checksums = new HashMap<>();
    private JournalMark last = JournalMark.START;

    private Journal(Path file, FileClaim claim, Schedule schedule) {
        this.file = file;
        this.claim = claim;
        this.schedule = schedule;
    }

    /**
     * Opens a journal, or begins it.
     *
     * @param plan tells plans apart
     * @param source tells random sources apart
     * @throws CheckpointException if it belongs to another plan or source, is no journal at all, is damaged, or is in use
     */
    static Journal open(Path file, String plan, String source, Schedule schedule) throws IOException {
        Journal journal = new Journal(file, claim(file), schedule);
        try {
            journal.read(List.of("InitWeights journal 2", "plan " + plan, SOURCE + source));
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /**
     * Claims a journal, discards other files of its run, and then removes it, if it is there.
     *
     * @throws CheckpointException if it is in use
     */
    static void discard(Path file, Discarding others) throws IOException {
        FileClaim claim = claim(file);
        try (claim) {
            others.discard();
            Files.deleteIfExists(file);
        }
    }

    /** Removes other files of an interrupted run. */
    @FunctionalInterface
    interface Discarding {
        void discard() throws IOException;
    }

    private static FileClaim claim(Path file) throws IOException {
        return FileClaim.claim(file)
                .orElseThrow(() -> new CheckpointException(file, "another run initialises this checkpoint"));
    }

    private void read(List<String> heading) throws IOException {
        List<String> found = new ArrayList<>();
        LineReader lines = new LineReader(claim.channel());
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (found.size() < heading.size()) {
                found.add(line);
                enter(line);
                checkHeading(found, heading);
            } else {
                add(line);
            }
        }
        if (found.size() < heading.size()) {
            if (found.size() == 2 && !found.get(1).equals(heading.get(1))) {
                throw anotherPlan();
            }
            checkCutOff(lines.rest(), heading.get(found.size()));
            begin(heading);
        } else {
            claim.channel().truncate(lines.end());
        }
    }

    /** A run that was cut off in its first lines leaves the beginning of one, or zeros; anything else is somebody's own file. */
    private void checkCutOff(byte[] rest, String line) throws CheckpointException {
        byte[] wanted = line.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < rest.length; i++) {
            if (rest[i] != 0 && (i >= wanted.length || rest[i] != wanted[i])) {
                throw new CheckpointException(
                        file,
                        "it is no journal, and would be overwritten; move it, or give the checkpoint another name");
            }
        }
    }

    private void begin(List<String> heading) throws IOException {
        claim.channel().truncate(0);
        chain.reset();
        heading.forEach(this::enter);
        append(String.join("\n", heading) + "\n");
    }

    /**
     * Checks the first lines that were found. The source is compared before the plan: it has a name that people know, and where a seed is among the
     * metadata the digest of the plan is another one, too.
     */
    private void checkHeading(List<String> found, List<String> wanted) throws CheckpointException {
        if (!found.get(0).equals(wanted.get(0))) {
            throw notThisRun("it is no journal of this version");
        }
        if (found.size() < wanted.size() || found.equals(wanted)) {
            return;
        }
        if (!found.get(2).startsWith(SOURCE)) {
            throw damaged("line \"" + Excerpt.of(found.get(2)) + "\" is not as it was written");
        }
        String there = sourceIn(found.get(2));
        String here = sourceIn(wanted.get(2));
        if (!there.equals(here)) {
            throw anotherSource(Excerpt.of(there) + ", and this one draws from " + Excerpt.of(here));
        }
        if (!found.get(1).equals(wanted.get(1))) {
            throw anotherPlan();
        }
        throw anotherSource("also " + Excerpt.of(here) + ", but with other numbers for these parameters");
    }

    /** The source in a line {@code source RandomSource.seeded(42) <digest>}. */
    private static String sourceIn(String line) {
        int end = line.lastIndexOf(' ');
        return end < SOURCE.length() ? line.substring(SOURCE.length()) : line.substring(SOURCE.length(), end);
    }

    private CheckpointException anotherSource(String which) {
        return notThisRun("it belongs to an interrupted run of another random source: " + which);
    }

    private CheckpointException anotherPlan() {
        return notThisRun(
                "it belongs to an interrupted run of another plan, or of this one with other shards, metadata or"
                        + " stored weights");
    }

    private CheckpointException notThisRun(String problem) {
        return new CheckpointException(
                file, problem + "; finish that run, or begin anew with InitializeOptions.startOver()");
    }

    private void add(String line) throws CheckpointException {
        int space = Math.max(0, line.lastIndexOf(' '));
        JournalMark mark = JournalMark.parse(line.substring(0, space));
        if (mark == null || !line.endsWith(" " + enter(line.substring(0, space)))) {
            throw damaged("line \"" + Excerpt.of(line) + "\" is not as it was written");
        }
        if (mark.steps() < last.steps() || mark.steps() > schedule.size()) {
            throw damaged("step " + mark.steps() + " of " + schedule.size() + " is after step " + last.steps());
        }
        if (!advance(mark)) {
            throw damaged("step " + mark.steps() + " has " + mark.checksums().size() + " checksums");
        }
    }

    /** A mark is the last one from now on, if it has a checksum for each parameter that became complete. */
    private boolean advance(JournalMark mark) {
        List<Parameter> completed = schedule.completed(last.steps(), mark.steps());
        if (completed.size() != mark.checksums().size()) {
            return false;
        }
        for (int i = 0; i < completed.size(); i++) {
            checksums.put(completed.get(i).name(), mark.checksums().get(i));
        }
        last = mark;
        return true;
    }

    private CheckpointException damaged(String problem) {
        return new CheckpointException(
                file, "it is damaged: " + problem + "; begin anew with InitializeOptions.startOver()");
    }

    /** Continues the chain by a line; the checksum of all lines up to it. */
    private String enter(String line) {
        chain.update(line.getBytes(StandardCharsets.UTF_8));
        chain.update('\n');
        return String.format(Locale.ROOT, "%08x", chain.getValue());
    }

    /** The last mark. */
    JournalMark last() {
        return last;
    }

    /** The checksums of the parameters that were complete at the last mark, by name. */
    Map<String, Long> checksums() {
        return checksums;
    }

    /** Writes a mark to the disk. */
    void append(JournalMark mark) throws IOException {
        String line = mark.text();
        append(line + " " + enter(line) + "\n");
        advance(mark);
    }

    private void append(String text) throws IOException {
        FileChannel channel = claim.channel();
        new FileRange(channel, channel.size()).write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
    }

    /** Removes the journal; the checkpoint is complete. */
    void delete() throws IOException {
        // While it is claimed: otherwise another run could claim it between, and lose it.
        Files.delete(file);
        close();
    }

    @Override
    public void close() throws IOException {
        claim.close();
    }

    /** Reads whole lines; what comes after the last end of a line is none. */
    private static final class LineReader {

        private final FileChannel channel;
        private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).limit(0);
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long end;

        LineReader(FileChannel channel) {
            this.channel = channel;
        }

        @Nullable
        String next() throws IOException {
            line.reset();
            while (hasNext()) {
                byte next = chunk.get();
                if (next == '\n') {
                    end += line.size() + 1L;
                    return line.toString(StandardCharsets.UTF_8);
                }
                line.write(next);
            }
            return null;
        }

        private boolean hasNext() throws IOException {
            if (!chunk.hasRemaining()) {
                channel.read(chunk.clear(), end + line.size());
                chunk.flip();
            }
            return chunk.hasRemaining();
        }

        /** What is behind the last whole line. */
        byte[] rest() {
            return line.toByteArray();
        }

        /** Where the last whole line ends. */
        long end() {
            return end;
        }
    }
}
