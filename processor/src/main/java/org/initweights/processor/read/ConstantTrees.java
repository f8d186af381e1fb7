package org.initweights.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.OptionalLong;
import javax.lang.model.element.VariableElement;

/** Computes integers in the source of a field, as far as they are literals and constants. */
final class ConstantTrees {

    private final Trees trees;
    private final TreePath field;

    ConstantTrees(Trees trees, VariableElement field) {
        this.trees = trees;
        this.field = trees.getPath(field);
    }

    /** The value of an expression, if it is known. */
    OptionalLong value(ExpressionTree expression) {
        if (expression instanceof ParenthesizedTree parenthesized) {
            return value(parenthesized.getExpression());
        }
        if (expression instanceof LiteralTree literal) {
            return literal.getValue() instanceof Number number
                    ? OptionalLong.of(number.longValue())
                    : OptionalLong.empty();
        }
        if (expression instanceof BinaryTree binary) {
            return operate(binary, value(binary.getLeftOperand()), value(binary.getRightOperand()));
        }
        return trees.getElement(TreePath.getPath(field, expression)) instanceof VariableElement variable
                ? of(trees, variable)
                : OptionalLong.empty();
    }

    /**
     * The value of a constant, if it is whole: as its own source computes it, where that is compiled too, and so of any size, though
     * the constant be an {@code int}.
     */
    static OptionalLong of(Trees trees, VariableElement variable) {
        if (!(variable.getConstantValue() instanceof Number number)) {
            return OptionalLong.empty();
        }
        OptionalLong computed = trees.getTree(variable) instanceof VariableTree tree && tree.getInitializer() != null
                ? new ConstantTrees(trees, variable).value(tree.getInitializer())
                : OptionalLong.empty();
        return computed.isPresent() ? computed : OptionalLong.of(number.longValue());
    }

    private static OptionalLong operate(BinaryTree binary, OptionalLong left, OptionalLong right) {
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalLong.empty();
        }
        long a = left.getAsLong();
        long b = right.getAsLong();
        return switch (binary.getKind()) {
            case PLUS -> OptionalLong.of(a + b);
            case MINUS -> OptionalLong.of(a - b);
            case MULTIPLY -> Math.multiplyHigh(a, b) == ((a * b) >> 63) ? OptionalLong.of(a * b) : OptionalLong.empty();
            case DIVIDE -> b == 0 ? OptionalLong.empty() : OptionalLong.of(a / b);
            default -> OptionalLong.empty();
        };
    }
}
