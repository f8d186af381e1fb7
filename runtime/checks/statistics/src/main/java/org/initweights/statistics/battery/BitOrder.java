package org.initweights.statistics.battery;

import java.util.Locale;
import org.initweights.statistics.words.WordSource;

/** Which end of a word the tests read first. */
public enum BitOrder {
    /** The words as they are. */
    HIGH_FIRST {
        @Override
        public WordSource of(WordSource words) {
            return words;
        }
    },
    /** The words with their bits reversed. */
    LOW_FIRST {
        @Override
        public WordSource of(WordSource words) {
            return () -> Integer.reverse(words.next());
        }
    };

    /** These words, in this order of bits. */
    public abstract WordSource of(WordSource words);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
