package org.initweights.statistics.words;

/** The words of an order, one by one. */
final class ChunkedWords implements WordSource {

    private final WordOrder order;
    private final int[] chunk;
    private int position;

    ChunkedWords(WordOrder order) {
        this.order = order;
        chunk = new int[order.chunk()];
        position = chunk.length;
    }

    @Override
    public int next() {
        if (position == chunk.length) {
            order.fill(chunk);
            position = 0;
        }
        return chunk[position++];
    }
}
