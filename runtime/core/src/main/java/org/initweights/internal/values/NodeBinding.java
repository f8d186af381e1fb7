package org.initweights.internal.values;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initweights.internal.values.ElementNode.Call;
import org.initweights.internal.values.ElementNode.Choice;
import org.initweights.internal.values.ElementNode.Comparison;
import org.initweights.internal.values.ElementNode.Constant;
import org.initweights.internal.values.ElementNode.Index;
import org.initweights.internal.values.ElementNode.Named;
import org.initweights.internal.values.ElementNode.Negated;
import org.initweights.internal.values.ElementNode.Operation;
import org.initweights.internal.values.ElementNode.Size;

/** Puts numbers in the place of names and sizes, and computes what then depends on nothing. */
final class NodeBinding {

    private final Map<String, Double> numbers = new HashMap<>();
    private final long[] dims;

    /**
     * @param numbers what names mean
     * @param dims the sizes of the axes
     */
    NodeBinding(List<NamedNumber> numbers, long[] dims) {
        numbers.forEach(number -> this.numbers.put(number.name(), number.value()));
        this.dims = dims;
    }

    ElementNode bind(ElementNode node) {
        if (node instanceof Size size) {
            return new Constant((double) dims[size.axis()]);
        }
        if (node instanceof Index index) {
            return dims[index.axis()] == 1 ? new Constant(0) : index;
        }
        if (node instanceof Named named) {
            Double number = numbers.get(named.name());
            if (number == null) {
                throw new IllegalStateException("no number for " + named.name());
            }
            return new Constant(number);
        }
        if (node instanceof Negated negated) {
            ElementNode operand = bind(negated.operand());
            return operand instanceof Constant constant ? new Constant(-constant.value()) : new Negated(operand);
        }
        if (node instanceof Operation operation) {
            return operation(operation);
        }
        if (node instanceof Call call) {
            List<ElementNode> operands =
                    call.operands().stream().map(this::bind).toList();
            return operands.stream().allMatch(Constant.class::isInstance)
                    ? new Constant(call.function()
                            .apply(operands.stream()
                                    .mapToDouble(operand -> ((Constant) operand).value())
                                    .toArray()))
                    : new Call(call.function(), operands);
        }
        return node instanceof Choice choice ? choice(choice) : node;
    }

    private ElementNode operation(Operation operation) {
        ElementNode left = bind(operation.left());
        ElementNode right = bind(operation.right());
        return left instanceof Constant a && right instanceof Constant b
                ? new Constant(operation.operator().apply(a.value(), b.value()))
                : new Operation(operation.operator(), left, right);
    }

    private ElementNode choice(Choice choice) {
        Comparison condition = choice.condition();
        ElementNode left = bind(condition.left());
        ElementNode right = bind(condition.right());
        if (left instanceof Constant a && right instanceof Constant b) {
            return bind(condition.relation().holds(a.value(), b.value()) ? choice.yes() : choice.no());
        }
        return new Choice(new Comparison(condition.relation(), left, right), bind(choice.yes()), bind(choice.no()));
    }
}
