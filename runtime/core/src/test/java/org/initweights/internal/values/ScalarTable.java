package org.initweights.internal.values;

import org.initweights.internal.expression.Relation;

/** A table one element at a time, with functions of its own. */
final class ScalarTable {

    private ScalarTable() {}

    static double at(ElementNode node, long[] indices, long[] sizes) {
        if (node instanceof ElementNode.Constant constant) {
            return constant.value();
        }
        if (node instanceof ElementNode.Index index) {
            return indices[index.axis()];
        }
        if (node instanceof ElementNode.Size size) {
            return sizes[size.axis()];
        }
        if (node instanceof ElementNode.Negated negated) {
            return -at(negated.operand(), indices, sizes);
        }
        if (node instanceof ElementNode.Operation operation) {
            double a = at(operation.left(), indices, sizes);
            double b = at(operation.right(), indices, sizes);
            return switch (operation.operator().symbol()) {
                case '+' -> a + b;
                case '-' -> a - b;
                case '*' -> a * b;
                default -> a / b;
            };
        }
        if (node instanceof ElementNode.Choice choice) {
            double a = at(choice.condition().left(), indices, sizes);
            double b = at(choice.condition().right(), indices, sizes);
            Relation relation = choice.condition().relation();
            boolean holds = switch (relation.symbol()) {
                case "<" -> a < b;
                case "<=" -> a <= b;
                case ">" -> a > b;
                case ">=" -> a >= b;
                case "==" -> a == b;
                default -> a != b;
            };
            return at(holds ? choice.yes() : choice.no(), indices, sizes);
        }
        ElementNode.Call call = (ElementNode.Call) node;
        double x = at(call.operands().get(0), indices, sizes);
        double y = call.operands().size() == 1 ? 0 : at(call.operands().get(1), indices, sizes);
        return switch (call.function().written()) {
            case "sqrt" -> Math.sqrt(x);
            case "abs" -> Math.abs(x);
            case "min" -> Math.min(x, y);
            case "max" -> Math.max(x, y);
            case "exp" -> StrictMath.exp(x);
            case "log" -> StrictMath.log(x);
            case "pow" -> StrictMath.pow(x, y);
            case "expm1" -> StrictMath.expm1(x);
            case "log1p" -> StrictMath.log1p(x);
            case "sin" -> StrictMath.sin(x);
            case "cos" -> StrictMath.cos(x);
            case "tanh" -> StrictMath.tanh(x);
            case "floor" -> Math.floor(x);
            default -> mod(x, y);
        };
    }

    /** As NumPy has it. */
    private static double mod(double a, double b) {
        double rest = a % b;
        if (rest != 0) {
            return (b < 0) != (rest < 0) ? rest + b : rest;
        }
        return Math.copySign(0.0, b);
    }
}
