package org.initweights.processor.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.name.ClassRef;

/** What makes an initializer when there is a model. */
public sealed interface InitializerCall {

    /** The arguments, in their order. */
    List<Argument> arguments();

    /**
     * One of this library's.
     *
     * @param factory its name among {@link org.initweights.Initializers}
     */
    record Factory(String factory, List<Argument> arguments) implements InitializerCall {}

    /**
     * A class of the user.
     *
     * @param isGeneric whether the class has type parameters
     */
    record Constructor(ClassRef type, boolean isGeneric, List<Argument> arguments) implements InitializerCall {}

    /** The numbers of the model that the arguments depend on, each once. */
    default List<SizeVariable> variables() {
        Set<SizeVariable> variables = new LinkedHashSet<>();
        for (Argument argument : arguments()) {
            if (argument instanceof Argument.Numeric number) {
                variables.addAll(number.quantity().variables());
            } else if (argument instanceof Argument.Shape shape) {
                variables.addAll(shape.shape().variables());
            }
        }
        return List.copyOf(variables);
    }

    /** Whether an argument depends on the shape of each parameter. */
    default boolean looksAtShape() {
        return arguments().stream()
                .anyMatch(argument -> argument instanceof Argument.Numeric number
                        && number.quantity().term().looksAtShape());
    }

    /** An argument. */
    sealed interface Argument {

        /**
         * A number.
         *
         * @param name the name of the argument
         */
        record Numeric(String name, Quantity quantity, NumberType type) implements Argument {}

        /** A yes or no. */
        record Flag(boolean value) implements Argument {}

        /** A text. */
        record Text(String value) implements Argument {}

        /** A constant of an enum. */
        record Constant(ClassRef type, String name) implements Argument {

            /** A constant of this library. */
            public static Constant of(Enum<?> constant) {
                Class<?> type = constant.getDeclaringClass();
                return new Constant(
                        new ClassRef(type.getPackageName(), List.of(type.getSimpleName())), constant.name());
            }
        }

        /** The shape of another parameter. */
        record Shape(ShapeSpec shape) implements Argument {}
    }

    /** The type of a parameter that takes a number. */
    enum NumberType {
        INT,
        LONG,
        FLOAT,
        DOUBLE
    }
}
