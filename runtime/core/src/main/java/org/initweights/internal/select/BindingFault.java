package org.initweights.internal.select;

/**
 * What is wrong with a tie or a copy.
 *
 * @param number the number of the tie or copy that is at fault
 */
public record BindingFault(String id, int number, String message) {

    /** The mistake as an exception. */
    public IllegalArgumentException exception() {
        return new IllegalArgumentException(message + " [" + id + "]");
    }
}
