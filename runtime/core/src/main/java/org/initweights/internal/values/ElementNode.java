package org.initweights.internal.values;

import java.util.List;
import org.initweights.internal.expression.MathFunction;
import org.initweights.internal.expression.Operator;
import org.initweights.internal.expression.Relation;

/** A part of an expression of elements. All arithmetic is in {@code double}. */
sealed interface ElementNode {

    /** What it is computed from. */
    default List<ElementNode> operands() {
        return List.of();
    }

    /** A number. */
    record Constant(double value) implements ElementNode {}

    /** The index of the element on an axis. */
    record Index(int axis) implements ElementNode {}

    /** The size of an axis. */
    record Size(int axis) implements ElementNode {}

    /** The number that is drawn. */
    record Drawn() implements ElementNode {}

    /** A number that is given under a name. */
    record Named(String name) implements ElementNode {}

    record Negated(ElementNode operand) implements ElementNode {
        @Override
        public List<ElementNode> operands() {
            return List.of(operand);
        }
    }

    record Operation(Operator operator, ElementNode left, ElementNode right) implements ElementNode {
        @Override
        public List<ElementNode> operands() {
            return List.of(left, right);
        }
    }

    record Call(MathFunction function, List<ElementNode> operands) implements ElementNode {}

    /** Whether something holds: no number, but what a {@link Choice} asks for. */
    record Comparison(Relation relation, ElementNode left, ElementNode right) implements ElementNode {
        @Override
        public List<ElementNode> operands() {
            return List.of(left, right);
        }
    }

    record Choice(Comparison condition, ElementNode yes, ElementNode no) implements ElementNode {
        @Override
        public List<ElementNode> operands() {
            return List.of(condition, yes, no);
        }
    }
}
