package org.initweights.internal.start;

import org.initweights.internal.fill.WidenedFill;
import org.initweights.internal.fill.WidenedSide;
import org.initweights.internal.random.StreamKey;
import org.initweights.internal.tensor.Storage;
import org.initweights.internal.work.Workers;

/**
 * Writes a wider layer that computes the same: Chen, Goodfellow and Shlens, <i>Net2Net: Accelerating learning via knowledge transfer</i>, 2015.
 *
 * <p>It draws nothing of the parameter's stream: which channels are copied is a function of the fill's layer and seed, so that the out
 * channels of one weight agree with the in channels of the next. Memory: pieces of 64 Ki elements, and a few numbers for each channel.
 */
final class WidenKernel {

    /** Up to this many elements, all channels at one place are read by one call. */
    private static final long SMALL_BLOCK = 1 << 16;

    private final WidenedFill fill;
    private final SourceTensor source;
    private final int[] origins;
    private final double[] shares;

    /** How many elements there are at one place of a channel, one behind the other. */
    private final long run;

    private WidenKernel(WidenedFill fill, SourceTensor source) {
        this.fill = fill;
        this.source = source;
        this.origins = origins(fill);
        this.shares = shares(fill, origins);
        long elements = 1;
        for (int axis = fill.axis() + 1; axis < fill.source().rank(); axis++) {
            elements *= fill.source().size(axis);
        }
        this.run = elements;
    }

    static void write(Storage target, WidenedFill fill, SourceTensor source, Workers workers) {
        new PieceWriter(fill, target, workers).write(new WidenKernel(fill, source)::compute);
    }

    /** Which old channel each new one is: the old ones first, then random ones. */
    private static int[] origins(WidenedFill fill) {
        StreamKey key = StreamKey.of(fill.seed(), fill.layer());
        long channels = fill.channels();
        int[] origins = new int[Math.toIntExact(fill.width())];
        for (int i = 0; i < origins.length; i++) {
            // The high half of a product with 64 random bits: each channel is as likely as the others but for 2⁻³⁶ of
            // it.
            origins[i] = (int) (i < channels ? i : Math.multiplyHigh(key.block(i) >>> 1, channels << 1));
        }
        return origins;
    }

    /** What each new channel is multiplied by. */
    private static double[] shares(WidenedFill fill, int[] origins) {
        int[] copies = new int[Math.toIntExact(fill.channels())];
        for (int origin : origins) {
            copies[origin]++;
        }
        double[] shares = new double[origins.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = fill.side() == WidenedSide.IN ? 1.0 / copies[origins[i]] : 1;
        }
        return shares;
    }

    private void compute(long from, double[] values) {
        long blockLength = fill.channels() * run;
        double[] block = new double[blockLength <= SMALL_BLOCK ? (int) blockLength : 0];
        long loaded = -1;
        int done = 0;
        while (done < values.length) {
            long place = from + done;
            long outer = place / run / fill.width();
            int channel = (int) (place / run % fill.width());
            long within = place % run;
            int count = (int) Math.min(run - within, values.length - done);
            long start = origins[channel] * run + within;
            double[] part = block;
            if (block.length == 0) {
                part = new double[count];
                source.read(outer * blockLength + start, part);
                start = 0;
            } else if (outer != loaded) {
                source.read(outer * blockLength, block);
                loaded = outer;
            }
            for (int i = 0; i < count; i++) {
                values[done + i] = part[(int) start + i] * shares[channel];
            }
            done += count;
        }
    }
}
