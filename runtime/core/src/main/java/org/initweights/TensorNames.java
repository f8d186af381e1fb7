package org.initweights;

import java.util.Objects;

/** The names that users give to tensors and to scopes. */
final class TensorNames {

    private TensorNames() {}

    /**
     * Refuses a name that no tensor can have.
     *
     * @throws IllegalArgumentException if it is empty
     */
    static void check(String name) {
        if (Objects.requireNonNull(name, "name").isEmpty()) {
            throw new IllegalArgumentException("the name of a tensor or of a scope is empty");
        }
    }
}
