package org.initweights.statistics.words;

import org.initweights.internal.random.StreamKey;

/** Word 0 of each stream in turn, then word 1 of each, and so on: what is alike between streams stands side by side. */
final class RoundRobin implements WordOrder {

    private static final int TILE = 1024;

    /** Words of one stream that are copied at a time: a cache line. */
    private static final int LINE = 16;

    private final ElementOrder[] streams;
    private final int[] rows;

    RoundRobin(StreamKey... keys) {
        streams = ElementOrder.of(keys);
        rows = new int[streams.length * TILE];
    }

    @Override
    public int chunk() {
        return rows.length;
    }

    @Override
    public void fill(int[] words) {
        for (int i = 0; i < streams.length; i++) {
            streams[i].fill(rows, i * TILE, (i + 1) * TILE);
        }
        for (int from = 0; from < TILE; from += LINE) {
            for (int i = 0; i < streams.length; i++) {
                for (int j = from; j < from + LINE; j++) {
                    words[j * streams.length + i] = rows[i * TILE + j];
                }
            }
        }
    }
}
