package org.initweights.internal.draw.seeded;

import java.nio.FloatBuffer;
import java.util.Optional;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.random.StreamKey;
import org.initweights.internal.tensor.BoundedStorage;
import org.initweights.internal.tensor.ElementRange;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.work.Workers;

/**
 * Draws from a counter-based stream. Values are made in tiles of {@link Tile#LENGTH}; whole tiles are made and the part that is wanted is
 * copied, so that a value depends on its index alone, not on where a range begins or ends.
 *
 * <p><b>What it consumes.</b> Per element, with the counters of a tile of 1024 in brackets: uniform, normal and truncated normal floats
 * one word (512 counters); doubles, and truncated normals of intervals that floats are too coarse for, one block of two words (1024
 * counters). Nothing is rejected, so the numbers are known beforehand. All distributions begin at counter 0: a parameter draws from one of
 * them.
 *
 * <p><b>Threads.</b> Elements are shared out to the workers in pieces of 16 tiles, if the storage can be written by several threads. The
 * result does not depend on it.
 *
 * <p><b>Limits.</b> 2³¹ - 1 pieces, or 2⁴⁵ elements a parameter.
 *
 * <p>{@code RandomKernelTest} holds that chunks and lengths do not matter, {@code StreamStabilityTest} the bits.
 *
 * @param key the key of the parameter's blocks
 * @param workers the threads that draw
 */
record CounterSampler(StreamKey key, Workers workers) implements Sampler {

    /** How many elements are one piece of work: small enough to spread, large enough not to notice the spreading. */
    private static final int PIECE = 16 * Tile.LENGTH;

    CounterSampler(StreamKey key) {
        this(key, Workers.CALLER);
    }

    /**
     * By {@link UniformKernel}. Half floats round to nearest, and what would round to the upper bound becomes the type's next number
     * below.
     */
    @Override
    public void uniform(Storage target, double lower, double upper) {
        fill(BoundedStorage.halfOpen(target, lower, upper), new UniformKernel(lower, upper));
    }

    /** By {@link NormalKernel}. */
    @Override
    public void normal(Storage target, double mean, double std) {
        fill(target, new NormalKernel(mean, std));
    }

    /**
     * By {@link TruncatedNormalKernel}. Half floats round to nearest, but not beyond the outermost numbers of the type inside the bounds.
     */
    @Override
    public void truncatedNormal(Storage target, double mean, double std, double lower, double upper) {
        fill(BoundedStorage.closed(target, lower, upper), new TruncatedNormalKernel(mean, std, lower, upper));
    }

    /**
     * The stream of a part has the key {@code block(key, 2⁶³ + from)}: a counter from the middle of all, as far from the parameter's own
     * counters as from those of its shuffles.
     */
    @Override
    public Sampler part(long from) {
        return new CounterSampler(key.derive(Long.MIN_VALUE + from), workers);
    }

    /**
     * Fisher and Yates' shuffle, from the last item down, with one block an item. The index below n is the high word of a product of 63
     * random bits with n, without rejection: its probability is within 2⁻⁶³ of 1/n. The stream's key is {@code block(key, ~draw)}, at the
     * end of all counters, which no tensor is long enough to reach.
     */
    @Override
    public void shuffle(int[] items, long draw) {
        StreamKey stream = key.derive(~draw);
        for (int i = items.length - 1; i > 0; i--) {
            int j = (int) Math.multiplyHigh(stream.block(i) >>> 1, 2L * (i + 1));
            int swapped = items[i];
            items[i] = items[j];
            items[j] = swapped;
        }
    }

    /** Writes all elements that are wanted, by the workers if that can be. */
    private void fill(Storage target, TileKernel kernel) {
        ElementRange wanted = target.wanted();
        int piece = target.pieceLength(PIECE);
        long first = wanted.from() / piece;
        int pieces = Math.toIntExact((wanted.to() + piece - 1) / piece - first);
        Workers several = pieces > 1 && target.isConcurrent() ? workers : Workers.CALLER;
        several.run(pieces, number -> {
            long from = Math.max((first + number) * piece, wanted.from());
            long to = Math.min((first + number + 1) * piece, wanted.to());
            target.writePiece(from, to, elements -> fill(elements, from, kernel));
        });
    }

    /** Writes all elements of a piece, which are the stream's from {@code first} on. */
    void fill(Storage piece, long first, TileKernel kernel) {
        Optional<FloatBuffer> array = piece.floats();
        long length = piece.length();
        Tile tile = Tile.borrow();
        for (long done = 0; done < length; ) {
            int skipped = (int) ((first + done) % Tile.LENGTH);
            int count = (int) Math.min(Tile.LENGTH - skipped, length - done);
            long number = (first + done) / Tile.LENGTH;
            if (array.isPresent() && count == Tile.LENGTH) {
                FloatBuffer floats = array.get();
                kernel.floats(key, number, tile, floats.array(), floats.arrayOffset() + (int) done, count);
            } else if (piece.precision() == Precision.SINGLE) {
                kernel.floats(key, number, tile, tile.floats, 0, skipped + count);
                shift(tile.floats, skipped, count);
                piece.put(done, tile.floats, count);
            } else {
                kernel.doubles(key, number, tile, skipped + count);
                shift(tile.doubles, skipped, count);
                piece.put(done, tile.doubles, count);
            }
            done += count;
        }
        tile.giveBack();
        VectorUse.made(length);
    }

    @SuppressWarnings("SuspiciousSystemArraycopy")
    private static void shift(Object values, int skipped, int count) {
        if (skipped > 0) {
            System.arraycopy(values, skipped, values, 0, count);
        }
    }
}
