package org.initweights.internal.files.safetensors;

/** What a header says of any tensor. */
sealed interface HeaderEntry permits TensorEntry, UnknownEntry {

    String name();

    /** Where its bytes begin, counted from the end of the header. */
    long begin();

    /** Where they end. */
    long end();
}
