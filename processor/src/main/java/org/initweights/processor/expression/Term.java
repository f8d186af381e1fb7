package org.initweights.processor.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.initweights.internal.expression.Operator;

/** An expression whose names have their meaning: what it computes, and of what. */
public sealed interface Term {

    /** Whether it is an integer for certain. */
    boolean isWhole();

    /** What it is computed from. */
    default List<Term> operands() {
        return List.of();
    }

    /** An integer. */
    record Whole(long value) implements Term {
        @Override
        public boolean isWhole() {
            return true;
        }
    }

    /** A number of a formula. */
    record Real(double value) implements Term {
        @Override
        public boolean isWhole() {
            return value == Math.rint(value);
        }
    }

    /** A number of the model. */
    record Variable(SizeVariable variable) implements Term {
        @Override
        public boolean isWhole() {
            return variable.isWhole();
        }
    }

    /** A number of the shape, where a formula is for many shapes. */
    record OfShape(ShapeProperty property) implements Term {
        @Override
        public boolean isWhole() {
            return true;
        }
    }

    /** A size inside a formula: its own arithmetic is integer arithmetic. */
    record Size(Dimension dimension) implements Term {
        @Override
        public boolean isWhole() {
            return true;
        }

        @Override
        public List<Term> operands() {
            return List.of(dimension.term());
        }
    }

    record Negation(Term operand) implements Term {
        @Override
        public boolean isWhole() {
            return operand.isWhole();
        }

        @Override
        public List<Term> operands() {
            return List.of(operand);
        }
    }

    record Binary(Operator operator, Term left, Term right) implements Term {
        @Override
        public boolean isWhole() {
            return left.isWhole() && right.isWhole();
        }

        @Override
        public List<Term> operands() {
            return List.of(left, right);
        }
    }

    record Call(Function function, List<Term> arguments) implements Term {
        @Override
        public boolean isWhole() {
            return false;
        }

        @Override
        public List<Term> operands() {
            return arguments;
        }
    }

    /** The numbers of the model that it depends on, each once. */
    default List<SizeVariable> variables() {
        Set<SizeVariable> variables = new LinkedHashSet<>();
        addVariables(variables);
        return List.copyOf(variables);
    }

    private void addVariables(Set<SizeVariable> variables) {
        if (this instanceof Variable number) {
            variables.add(number.variable);
        }
        operands().forEach(operand -> operand.addVariables(variables));
    }

    /** Whether it looks at a shape. */
    default boolean looksAtShape() {
        return this instanceof OfShape || operands().stream().anyMatch(Term::looksAtShape);
    }
}
