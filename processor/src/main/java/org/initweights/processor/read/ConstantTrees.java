package org.initweights.processor.read;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
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
                        && variable.getConstantValue() instanceof Number number
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
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
            case MULTIPLY -> OptionalLong.of(a * b);
            case DIVIDE -> b == 0 ? OptionalLong.empty() : OptionalLong.of(a / b);
            default -> OptionalLong.empty();
        };
    }
}
