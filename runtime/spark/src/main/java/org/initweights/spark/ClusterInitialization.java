package org.initweights.spark;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.util.LongAccumulator;

/**
 * The driver's part of {@link SparkCheckpoint#initialize}.
 *
 * @param index the text of the index of several files; empty for one
 */
record ClusterInitialization(ClusterJobs jobs, CheckpointRun run, HadoopFolder files, String index) {

    private static final int PUBLISHING_ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 500;

    WrittenCheckpoint start(boolean isStartingOver) throws IOException {
        RunFolder folder = new RunFolder(files, run.names());
        if (isStartingOver) {
            folder.discardAll();
        } else if (isPublished()) {
            folder.end();
            return written(0);
        }
        checkParts();
        folder.begin();
        checkRoom(folder);
        try {
            long written = drawAndPublish();
            folder.end();
            return written(written);
        } catch (IOException | RuntimeException e) {
            // A run of the same bytes may have been quicker, and have taken away what this one had.
            if (!isPublished()) {
                throw e;
            }
            folder.end();
            return written(0);
        }
    }

    /** Draws what is missing, and publishes. If another run of the same bytes does the same at the same time, both look again. */
    private long drawAndPublish() throws IOException {
        long written = 0;
        for (int attempt = 1; ; attempt++) {
            Drawn drawn = draw();
            written += drawn.written();
            try {
                publish(drawn.results());
                return written;
            } catch (IOException e) {
                if (attempt == PUBLISHING_ATTEMPTS || isPublished()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another run published the same checkpoint");
        }
    }

    /**
     * What the tasks did.
     *
     * @param results of each piece: its number, its place, its checksum
     * @param written how many bytes were not there already
     */
    private record Drawn(List<long[]> results, long written) {}

    private WrittenCheckpoint written(long bytes) {
        return new WrittenCheckpoint(run.folder(), run.shards().size(), run.bytes(), bytes);
    }

    private Drawn draw() throws IOException {
        LongAccumulator written = jobs.counter("bytes written");
        LongAccumulator kept = jobs.counter("bytes kept of an earlier run");
        LongAccumulator pieces = jobs.counter("pieces complete");
        String what = String.format(
                Locale.ROOT, "%d files, %,d bytes, to %s", run.shards().size(), run.bytes(), run.folder());
        List<long[]> results = jobs.run(what, run.pieces().size(), new PieceTask(run, written, kept, pieces));
        return new Drawn(results, run.bytes() - kept.value());
    }

    private void publish(List<long[]> results) throws IOException {
        List<ShardPublication.Published> published =
                new ShardPublication(run, files, run.names()).publish(places(results), index);
        files.replace(
                run.names().manifest(),
                manifest(results, published).text(),
                run.names().staging());
    }

    /** Where each shard is: of one in parts, where any of them was found together with the others. */
    private List<PiecePlace> places(List<long[]> results) {
        Map<Integer, PiecePlace> places = new TreeMap<>();
        for (long[] result : results) {
            Piece piece = run.pieces().get((int) result[0]);
            PiecePlace place = PiecePlace.of(result[1]);
            places.merge(piece.shard(), place, (one, other) -> one == PiecePlace.PART ? other : one);
        }
        return List.copyOf(places.values());
    }

    private Manifest manifest(List<long[]> results, List<ShardPublication.Published> published) {
        List<Manifest.Line> lines = new ArrayList<>();
        for (long[] result : results) {
            Piece piece = run.pieces().get((int) result[0]);
            String file = published.get(piece.shard()).file().getName();
            lines.add(new Manifest.Line(file, piece.from(), piece.to(), (int) result[2]));
        }
        return new Manifest(run.identity(), lines);
    }

    /** Whether this very run has published the checkpoint that is there, and nobody has changed it since. */
    private boolean isPublished() throws IOException {
        Optional<Manifest> manifest = Manifest.parse(files.read(run.names().manifest()))
                .filter(found -> found.run().equals(run.identity()));
        if (manifest.isEmpty() || !hasIndex(manifest.get())) {
            return false;
        }
        return jobs
                .run(
                        "comparing " + run.folder() + " with its checksums",
                        manifest.get().lines().size(),
                        new ManifestCheck(run, manifest.get()))
                .stream()
                .allMatch(right -> right);
    }

    private boolean hasIndex(Manifest manifest) throws IOException {
        FolderNames names = run.names();
        if (run.shards().size() == 1) {
            return !files.has(names.index());
        }
        boolean isOwn = manifest.lines().stream()
                .allMatch(line -> !run.shards().get(0).fileName().equals(line.file()));
        String expected = isOwn ? ShardIndexText.renamed(index, run.ownNames()) : index;
        return !files.has(names.single()) && files.text(names.index()).equals(expected);
    }

    private void checkParts() throws IOException {
        boolean hasParts = run.pieces().stream().anyMatch(piece -> !piece.isWhole());
        if (hasParts && !files.canConcatenate(run.names().folder())) {
            throw new IllegalArgumentException(
                    run.folder() + ": " + files.files().getUri().getScheme()
                            + " cannot put files together, so a shard is written by one task; leave out SparkOptions.withPartsOf, and for more"
                            + " tasks make smaller shards, by SaveOptions.withShardsOf");
        }
    }

    private void checkRoom(RunFolder folder) throws IOException {
        long missing = run.bytes() - folder.bytes();
        long room = files.files().getStatus(run.names().folder()).getRemaining();
        if (room < missing) {
            throw new IOException(run.folder() + ": there is room for " + room + " bytes, and " + missing
                    + " are still to be written");
        }
    }
}
