package org.initweights.collect;

/** A number of the model that is refused by the name of what it is for. */
final class ModelNumberException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * @param name what the number is for: a parameter, or a rule of the model
     * @param problem what is wrong with the number, as a sentence of its own
     */
    ModelNumberException(String name, String problem) {
        super(name + ": " + problem);
        this.name = name;
    }

    /** The refusal of a parameter for which the number is wanted. */
    IllegalArgumentException of(String parameter) {
        return name.equals(parameter) ? this : new IllegalArgumentException(parameter + ": " + getMessage(), this);
    }
}
