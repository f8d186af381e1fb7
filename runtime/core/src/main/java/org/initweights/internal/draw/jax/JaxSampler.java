package org.initweights.internal.draw.jax;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.initweights.JaxKey;
import org.initweights.internal.draw.NormalMatrix;
import org.initweights.internal.draw.Sampler;
import org.initweights.internal.fill.ScaledFill;
import org.initweights.internal.fill.TruncatedNormalFill;
import org.initweights.internal.fill.VarianceScaledFill;
import org.initweights.internal.tensor.ElementRange;
import org.initweights.internal.tensor.Precision;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.work.Workers;

/**
 * Draws a parameter from one key, as the functions of {@code jax.random} and {@code jax.nn.initializers} do, outside of {@code jit}: there
 * XLA may merge the last product with those before.
 *
 * <p><b>Origin.</b> JAX and jaxlib 0.10.2, {@code threefry2x32}, partitionable: jax/_src/random.py and jax/_src/nn/initializers.py.
 *
 * <p><b>What it consumes.</b> Element i takes the block of counter i, of 64 bits; every distribution begins at 0. Nothing is rejected. The
 * permutations of {@link #shuffle} take keys of their own.
 *
 * <p><b>Cost.</b> A block an element, twice what the seeded source needs. Pieces of 64 tiles, 32768 elements, are shared out to the
 * workers.
 *
 * <p><b>Limits.</b> 2³¹ - 1 pieces, or 2⁴⁶ elements a parameter. The last digits are those of XLA's code for processors with AVX2; see the
 * types' tiles.
 *
 * <p><b>Changes against the original.</b> The mean is added only if it is not 0, as JAX code without a mean adds none. Slices and
 * sparse matrices have no counterpart in JAX: their keys are folded from this one. {@code JaxParityTest} holds the rest, 470 arrays.
 *
 * @param key the key that JAX's function would be given
 * @param workers the threads that draw
 */
record JaxSampler(JaxKey key, Workers workers) implements Sampler {

    /** How many elements are one piece of work. */
    private static final int PIECE = 64 * JaxTile.LENGTH;

    private static final double WORD_VALUES = 0xFFFF_FFFFL;

    /** {@code jax.random.uniform(key, shape, dtype, lower, upper)}. */
    @Override
    public void uniform(Storage target, double lower, double upper) {
        draw(target, tile -> tile.stretch(lower, upper));
    }

    /** {@code jax.random.normal(key, shape, dtype) * std + mean}. */
    @Override
    public void normal(Storage target, double mean, double std) {
        draw(target, tile -> {
            makeNormal(tile);
            tile.times(std);
            shift(tile, mean);
        });
    }

    /** {@code jax.random.truncated_normal(key, (lower - mean) / std, (upper - mean) / std, shape, dtype) * std + mean}. */
    @Override
    public void truncatedNormal(Storage target, double mean, double std, double lower, double upper) {
        JaxTruncation.check(new TruncatedNormalFill(mean, std, lower, upper), target.dtype());
        draw(target, tile -> {
            makeTruncatedNormal(tile, (lower - mean) / std, (upper - mean) / std);
            tile.times(std);
            shift(tile, mean);
        });
    }

    /** {@code jax.nn.initializers.variance_scaling}: it takes the root of the variance in the type of the array. */
    @Override
    public void varianceScaled(Storage target, VarianceScaledFill fill) {
        draw(target, tile -> {
            double variance = tile.round(fill.variance());
            switch (fill.distribution()) {
                case UNIFORM -> {
                    tile.stretch(-1, 1);
                    tile.times(tile.root(tile.round(3 * variance)));
                }
                case NORMAL -> {
                    makeNormal(tile);
                    tile.times(tile.root(variance));
                }
                case TRUNCATED_NORMAL -> {
                    makeTruncatedNormal(tile, -2, 2);
                    tile.times(tile.round(tile.root(variance) / tile.round(ScaledFill.STD_CUT_AT_TWO)));
                }
            }
        });
    }

    /** {@code √2 · erf_inv(uniform(nextafter(-1, 0), 1))}. */
    private static void makeNormal(JaxTile tile) {
        tile.stretch(tile.aboveMinusOne(), 1);
        tile.inverseErf();
        tile.times(Math.sqrt(2));
    }

    /** {@code clip(√2 · erf_inv(uniform(erf(lower / √2), erf(upper / √2))))}, to just inside the bounds. */
    private static void makeTruncatedNormal(JaxTile tile, double lower, double upper) {
        tile.stretch(tile.erfOfBound(lower), tile.erfOfBound(upper));
        tile.inverseErf();
        tile.times(Math.sqrt(2));
        tile.clipInside(lower, upper);
    }

    private static void shift(JaxTile tile, double mean) {
        if (mean != 0) {
            tile.plus(mean);
        }
    }

    /** Draws all elements, by the workers if the storage can be written by several threads. */
    private void draw(Storage target, Consumer<JaxTile> distribution) {
        ElementRange wanted = target.wanted();
        long first = wanted.from() / PIECE;
        int pieces = Math.toIntExact((wanted.to() + PIECE - 1) / PIECE - first);
        Workers some = pieces > 1 && target.isConcurrent() ? workers : Workers.CALLER;
        some.run(pieces, piece -> drawPiece(target, wanted, (first + piece) * PIECE, distribution));
    }

    /** Draws one piece by a tile of its own. Whole tiles are made, those in which an element is wanted. */
    private void drawPiece(Storage target, ElementRange wanted, long from, Consumer<JaxTile> distribution) {
        JaxTile tile = JaxTile.of(target.dtype());
        long to = Math.min(target.length(), Math.min(wanted.to(), from + PIECE));
        long first = Math.max(from, wanted.from() / JaxTile.LENGTH * JaxTile.LENGTH);
        for (long start = first; start < to; start += JaxTile.LENGTH) {
            tile.uniform(key, start / JaxTile.LENGTH);
            distribution.accept(tile);
            tile.put(target, start, (int) Math.min(JaxTile.LENGTH, to - start));
        }
    }

    /** {@code jax.random.orthogonal} draws a matrix that is not wide, and transposes its result if a wide one is wanted. */
    @Override
    public double[][] vectors(int rows, int columns, Precision precision) {
        int length = Math.max(rows, columns);
        int count = Math.min(rows, columns);
        Storage matrix = NormalMatrix.draw(this, length, count, precision);
        double[][] vectors = new double[count][length];
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < count; j++) {
                vectors[j][i] = matrix.get((long) i * count + j);
            }
        }
        return vectors;
    }

    /**
     * {@code fold_in(key, from)}; from beyond 32 bits is folded in as two numbers, the high one first. JAX has no slices to compare this
     * with.
     */
    @Override
    public Sampler part(long from) {
        int high = (int) (from >>> Integer.SIZE);
        return new JaxSampler((high == 0 ? key : key.foldIn(high)).foldIn((int) from), workers);
    }

    /** {@code jax.random.permutation(fold_in(key, draw), items)}. */
    @Override
    public void shuffle(int[] items, long draw) {
        permute(items, key.foldIn((int) draw));
    }

    /**
     * {@code jax.random.permutation(key, items)}, JAX's {@code _shuffle}: sorts by random words, each round by the words of a new key.
     * Sorting is stable, so equal words would leave a trace; ⌈3·log n / log(2³² - 1)⌉ rounds make that improbable.
     */
    static void permute(int[] items, JaxKey key) {
        JaxKey rest = key;
        int rounds = (int) Math.ceil(3 * Math.log(Math.max(1, items.length)) / Math.log(WORD_VALUES));
        for (int round = 0; round < rounds; round++) {
            List<JaxKey> split = rest.split(2);
            rest = split.get(0);
            sort(items, split.get(1));
        }
    }

    /** One round: the items in the order of the words at their indices, as unsigned numbers. */
    private static void sort(int[] items, JaxKey key) {
        int[] unsorted = items.clone();
        int[] order = IntStream.range(0, items.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> key.bits(i), Integer::compareUnsigned))
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.setAll(items, i -> unsorted[order[i]]);
    }
}
