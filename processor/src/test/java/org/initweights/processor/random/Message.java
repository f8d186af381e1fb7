package org.initweights.processor.random;

/**
 * What a compiler says.
 *
 * @param kind how bad it is
 * @param file the source file that it is about; empty if none
 * @param text without the place
 */
record Message(Kind kind, String file, String text) {

    enum Kind {
        /** The compiler ended by itself. */
        CRASH,
        ERROR,
        WARNING
    }
}
