package org.initweights.processor.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initweights.Initializer;
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

    /**
     * A function of what another draws.
     *
     * @param expression as the user wrote it
     */
    record Transformed(InitializerCall base, String expression, Argument.Numbers numbers) implements InitializerCall {
        @Override
        public List<Argument> arguments() {
            return Stream.concat(base.arguments().stream(), Stream.of(numbers)).toList();
        }

        @Override
        public InitializerCall untransformed() {
            return base.untransformed();
        }

        @Override
        public InitializerCall learning() {
            return base.learning();
        }
    }

    /**
     * How a parameter starts, with a role beside it.
     *
     * @param role of which only the role is used
     * @param start the rule that it starts by, if that is known
     */
    record Roled(InitializerCall base, InitializerCall role, Optional<Initializer> start) implements InitializerCall {
        @Override
        public List<Argument> arguments() {
            return Stream.concat(base.arguments().stream(), role.arguments().stream())
                    .toList();
        }

        @Override
        public InitializerCall untransformed() {
            return base.untransformed();
        }

        @Override
        public InitializerCall learning() {
            return role;
        }

        @Override
        public InitializerCall starting() {
            return base;
        }
    }

    /** The initializer that draws, without functions of what it draws and without a role beside it. */
    default InitializerCall untransformed() {
        return this;
    }

    /** The initializer that says how the parameter learns: the role beside another one, or what draws. */
    default InitializerCall learning() {
        return untransformed();
    }

    /** How the parameter starts, without a role beside it. */
    default InitializerCall starting() {
        return this;
    }

    /** The numbers of the model that the arguments depend on, each once. */
    default List<SizeVariable> variables() {
        Set<SizeVariable> variables = new LinkedHashSet<>();
        for (Argument argument : arguments()) {
            quantities(argument).forEach(quantity -> variables.addAll(quantity.variables()));
            if (argument instanceof Argument.Shape shape) {
                variables.addAll(shape.shape().variables());
            }
        }
        return List.copyOf(variables);
    }

    /** Whether an argument is a number of the model, which may be refused when the initializer is made. */
    default boolean takesNumbers() {
        return arguments().stream()
                .flatMap(argument -> quantities(argument).stream())
                .anyMatch(quantity -> !quantity.variables().isEmpty());
    }

    /** Whether an argument depends on the shape of each parameter. */
    default boolean looksAtShape() {
        return arguments().stream()
                .flatMap(argument -> quantities(argument).stream())
                .anyMatch(quantity -> quantity.term().looksAtShape());
    }

    /** The numbers that an argument is or has. */
    static List<Quantity> quantities(Argument argument) {
        if (argument instanceof Argument.Numeric number) {
            return List.of(number.quantity());
        }
        return argument instanceof Argument.Numbers numbers
                ? List.copyOf(numbers.byName().values())
                : List.of();
    }

    /** An argument. */
    sealed interface Argument {

        /**
         * A number.
         *
         * @param name the name of the argument
         */
        record Numeric(String name, Quantity quantity, NumberType type) implements Argument {}

        /** Numbers by the names that an expression has for them, in the order of the names. */
        record Numbers(SortedMap<String, Quantity> byName) implements Argument {

            /** Their values, if all are known while the model compiles. */
            public Optional<Map<String, Double>> known() {
                Map<String, Double> values = new TreeMap<>();
                byName.forEach((name, quantity) -> quantity.known().ifPresent(value -> values.put(name, value)));
                return values.size() == byName.size() ? Optional.of(values) : Optional.empty();
            }
        }

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
