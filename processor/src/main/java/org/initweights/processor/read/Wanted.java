package org.initweights.processor.read;

import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What a name must lead to, where an annotation names something of the model. */
enum Wanted {
    /** A whole number. */
    SIZE("dimension") {
        @Override
        boolean accepts(TypeKind type) {
            return switch (type) {
                case BYTE, SHORT, INT, LONG -> true;
                default -> false;
            };
        }
    },

    /** A number, with a fraction or without. */
    NUMBER("dimension") {
        @Override
        boolean accepts(TypeKind type) {
            return SIZE.accepts(type) || type == TypeKind.FLOAT || type == TypeKind.DOUBLE;
        }
    },

    /** A yes or no. */
    CONDITION("condition") {
        @Override
        boolean accepts(TypeKind type) {
            return type == TypeKind.BOOLEAN;
        }
    };

    private final String word;

    Wanted(String word) {
        this.word = word;
    }

    /** How messages call it. */
    String word() {
        return word;
    }

    abstract boolean accepts(TypeKind type);

    /** Whether a type is the wanted one, or the box of one. */
    boolean accepts(TypeMirror type, Types types) {
        if (type.getKind() != TypeKind.DECLARED) {
            return accepts(type.getKind());
        }
        try {
            return accepts(types.unboxedType(type).getKind());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
