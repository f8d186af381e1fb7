package org.initweights.spark;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.LongAccumulator;

/**
 * Writes one piece, unless an earlier run has: then its bytes are read and compared with their checksum. An attempt writes to a file of its
 * own and renames it when all is there, so that attempts at the same time, which have the same bytes, do each other no harm.
 */
record PieceTask(CheckpointRun run, LongAccumulator written, LongAccumulator kept, LongAccumulator pieces)
        implements Function<Integer, long[]> {

    private static final long serialVersionUID = 1;

    /** The number of the piece, where its bytes are, their checksum. */
    @Override
    public long[] call(Integer number) throws IOException {
        Piece piece = run.pieces().get(number);
        HadoopFolder files = run.files();
        FolderNames names = run.names();
        Optional<PieceReceipt> receipt = PieceReceipt.parse(files.read(names.receipt(piece.name())))
                .filter(found -> found.run().equals(run.identity()) && found.bytes() == piece.bytes());
        Optional<PiecePlace> place = receipt.isPresent() ? find(piece, receipt.get(), files) : Optional.empty();
        long[] result;
        if (place.isPresent()) {
            kept.add(piece.bytes());
            result = result(number, place.get(), receipt.get().checksum());
        } else {
            int checksum = ExecutorMemory.with(piece.memory(), run.options().memory(), () -> write(piece, files));
            result = result(number, piece.isWhole() ? PiecePlace.STAGED : PiecePlace.PART, checksum);
        }
        pieces.add(1);
        return result;
    }

    private static long[] result(int number, PiecePlace place, int checksum) {
        return new long[] {number, place.code, checksum};
    }

    private Optional<PiecePlace> find(Piece piece, PieceReceipt receipt, HadoopFolder files) throws IOException {
        String shard = run.shard(piece).fileName();
        for (PiecePlace.Candidate at :
                PiecePlace.of(piece, run.names(), shard, run.shard(piece).bytes())) {
            OptionalLong length = files.length(at.file());
            if (length.isPresent()
                    && length.getAsLong() == at.length()
                    && FileChecksum.of(files.files(), at.file(), at.offset(), piece.bytes()) == receipt.checksum()) {
                return Optional.of(at.place());
            }
        }
        return Optional.empty();
    }

    private int write(Piece piece, HadoopFolder files) throws IOException {
        FolderNames names = run.names();
        checkGoingOn(files);
        Path attempt = names.staged(piece.name() + "." + UUID.randomUUID() + ".attempt");
        Path target = names.staged(piece.name());
        try {
            int checksum = write(piece, files, attempt);
            checkGoingOn(files);
            // What has this name and is not as a receipt says is no piece; another attempt's file has the same bytes.
            files.replace(attempt, target, piece.bytes());
            byte[] receipt = new PieceReceipt(run.identity(), piece.bytes(), checksum).text();
            files.replace(names.receipt(piece.name()), receipt, names.staging());
            return checksum;
        } catch (Throwable e) {
            files.deleteQuietly(attempt, e);
            throw e;
        }
    }

    private int write(Piece piece, HadoopFolder files, Path attempt) throws IOException {
        try (FSDataOutputStream out = files.files().create(attempt, false)) {
            StagedBytes bytes = new StagedBytes(out, written);
            run.shard(piece).write(bytes, run.source(), piece.from(), piece.to());
            if (bytes.bytes() != piece.bytes()) {
                throw new IllegalStateException(piece + " has " + bytes.bytes() + " bytes");
            }
            if (out.hasCapability(StreamCapabilities.HSYNC)) {
                out.hsync();
            }
            return bytes.checksum();
        }
    }

    private void checkGoingOn(HadoopFolder files) throws IOException {
        if (!files.has(run.names().mark())) {
            throw new IOException(run.folder() + ": " + run.names().staging().getName()
                    + " is gone: another run has started over, or finished this checkpoint");
        }
    }
}
