package org.initweights.internal.files.numpy;

/** A sound {@code .npy} file of elements that are not numbers of a known type: texts, dates, records, Python's objects. */
public final class UnknownElementsException extends NpyException {

    private static final long serialVersionUID = 1;

    UnknownElementsException(String problem) {
        super(problem);
    }
}
