package org.initweights.processor.model;

import java.util.Optional;

/** How generated code in the model's package reaches a field. */
public sealed interface Access {

    /** The expression that reads the field, where the model is the variable {@code model}. */
    String read();

    /**
     * The field itself.
     *
     * @param owner the variable {@code model}, or the class of a static field
     */
    record Direct(String owner, String field, boolean assignable) implements Access {
        @Override
        public String read() {
            return owner + "." + field;
        }
    }

    /** A getter, and a setter if there is one. */
    record Accessors(String getter, Optional<String> setter) implements Access {
        @Override
        public String read() {
            return "model." + getter + "()";
        }
    }
}
