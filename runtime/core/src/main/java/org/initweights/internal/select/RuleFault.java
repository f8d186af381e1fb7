package org.initweights.internal.select;

/**
 * A mistake in the rules of a model.
 *
 * @param id the stable name of this kind of mistake
 * @param rule the number of the rule at fault
 * @param message what is wrong and how to mend it
 */
public record RuleFault(String id, int rule, String message) {

    /** The mistake as an exception, of rules in a model whose name is {@code prefix}, with a dot; empty for the outermost. */
    public IllegalArgumentException exception(String prefix) {
        String model = prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1) + ": ";
        return new IllegalArgumentException(model + message + " [" + id + "]");
    }
}
