package org.initweights.statistics.words;

/** An endless sequence of 32-bit words. */
@FunctionalInterface
public interface WordSource {

    /** The next word. */
    int next();
}
