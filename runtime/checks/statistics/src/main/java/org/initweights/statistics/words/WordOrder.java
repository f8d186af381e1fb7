package org.initweights.statistics.words;

/** An order in which the words of one stream or of several are read, a chunk at a time. */
public sealed interface WordOrder permits ElementOrder, RoundRobin, BlockOrder, FirstBlocks {

    /** How many words are one chunk. */
    int chunk();

    /** Writes the next {@link #chunk()} words to {@code words}. */
    void fill(int[] words);

    /** The words one by one. */
    default WordSource words() {
        return new ChunkedWords(this);
    }
}
