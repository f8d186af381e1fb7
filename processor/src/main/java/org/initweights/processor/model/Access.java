package org.initweights.processor.model;

import java.util.Optional;

/** How generated code in the model's package reaches a field. */
public sealed interface Access {

    /** The expression that reads the field, on the variable {@code model}. */
    String read();

    /** The field itself. */
    record Direct(String field, boolean assignable) implements Access {
        @Override
        public String read() {
            return "model." + field;
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
