package org.initweights.internal.draw.seeded;

import java.lang.ref.SoftReference;
import org.initweights.internal.random.StreamKey;
import org.initweights.internal.random.Threefry2x32;
import org.jspecify.annotations.Nullable;

/**
 * The random words of one tile, and room for the values made of them; one a thread, reused from tile to tile.
 *
 * <p>Memory: 4 kB of words, 12 kB of values, the scratch arrays of the transforms, and those of doubles once a thread made some.
 *
 * <p>The thread's tile is held softly, and taken out while it is in use: a storage that initialises another one meanwhile gets a tile of
 * its own.
 */
final class Tile {

    /** How many values a tile has, whatever they are made of. */
    static final int LENGTH = 2 * Threefry2x32.BLOCKS;

    /** Soft, so that a thread does not keep the classes of an application that is gone. */
    private static final ThreadLocal<@Nullable SoftReference<Tile>> FREE = new ThreadLocal<>();

    final int[] x0 = new int[Threefry2x32.BLOCKS];
    final int[] x1 = new int[Threefry2x32.BLOCKS];
    final float[] floats = new float[LENGTH];
    final double[] doubles = new double[LENGTH];
    final FloatTransforms transforms;
    private @Nullable DoubleStages doubleStages;
    private final boolean hasVectors = VectorUse.now();

    private Tile() {
        this.transforms = hasVectors ? VectorModule.transforms() : new StagedTransforms();
    }

    /** This thread's tile; a new one if it is in use, as when a storage initialises another. */
    static Tile borrow() {
        SoftReference<Tile> free = FREE.get();
        FREE.remove();
        Tile tile = free == null ? null : free.get();
        return tile == null || tile.hasVectors != VectorUse.now() ? new Tile() : tile;
    }

    /** Keeps this tile for the thread's next use. */
    void giveBack() {
        FREE.set(new SoftReference<>(this));
    }

    /** How doubles are made, which most threads never do. */
    DoubleStages doubleStages() {
        DoubleStages stages = doubleStages;
        if (stages == null) {
            stages = new DoubleStages();
            doubleStages = stages;
        }
        return stages;
    }

    /** Takes the words of the {@code group}-th run of {@link Threefry2x32#BLOCKS} blocks of a stream. */
    void draw(StreamKey key, long group) {
        transforms.blocks(key, group * Threefry2x32.BLOCKS, x0, x1);
    }
}
