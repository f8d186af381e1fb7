package org.initweights.internal.draw.torch;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A place in a generator's words. Many places may share one state, and say how far ahead of it they are; a generator that begins at one
 * passes those words when it first draws. Threads may share it.
 */
final class GeneratorMark implements Serializable {

    private static final long serialVersionUID = 1;

    private final int[] words;
    private final long ahead;
    private final double cached;

    /** How far one of the generators that began here has come: the next of them need not pass the same words again. */
    private transient volatile @Nullable Passed passed;

    /** A state that was passed. */
    static final class Passed {
        private final int[] words;

        /** How many words behind the state of the mark. */
        private final long at;

        private Passed(int[] words, long at) {
            this.words = words;
            this.at = at;
        }

        int[] words() {
            return words;
        }

        long at() {
            return at;
        }
    }

    private GeneratorMark(int[] words, long ahead, double cached) {
        this.words = words;
        this.ahead = ahead;
        this.cached = cached;
    }

    /** The place that is some words ahead of a state of the Mersenne Twister, with the normal that waits there. */
    static GeneratorMark of(int[] words, long ahead, double cached) {
        return new GeneratorMark(words, ahead, cached);
    }

    /** The place that is some words ahead of the state of another. */
    static GeneratorMark of(GeneratorMark other, long ahead, double cached) {
        return new GeneratorMark(other.words, ahead, cached);
    }

    int[] words() {
        return words;
    }

    long ahead() {
        return ahead;
    }

    double cached() {
        return cached;
    }

    @Nullable
    Passed passed() {
        return passed;
    }

    void passed(int[] state, long at) {
        passed = new Passed(state, at);
    }
}
