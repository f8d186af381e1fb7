package org.initweights.internal.values;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.initweights.internal.values.ElementNode.Call;
import org.initweights.internal.values.ElementNode.Choice;
import org.initweights.internal.values.ElementNode.Constant;
import org.initweights.internal.values.ElementNode.Drawn;
import org.initweights.internal.values.ElementNode.Index;
import org.initweights.internal.values.ElementNode.Negated;
import org.initweights.internal.values.ElementNode.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Makes the steps that compute an expression. Parts that are equal are computed once for a block. Parts that do not depend on the innermost
 * axis are computed once for a run of elements along it, and parts that depend on nothing else once for all runs, if there is a table for
 * them.
 */
final class StepBuilder {

    private final int inner;
    private final @Nullable StepBuilder runs;
    private final @Nullable Function<ElementNode, double[]> tables;
    private final Map<ElementNode, Step> made = new HashMap<>();
    private int steps;

    private StepBuilder(int inner, @Nullable StepBuilder runs, @Nullable Function<ElementNode, double[]> tables) {
        this.inner = inner;
        this.runs = runs;
        this.tables = tables;
    }

    /** Makes steps for which all that is named is counted. */
    static StepBuilder plain() {
        return new StepBuilder(-1, null, null);
    }

    /**
     * Makes steps for runs along an axis.
     *
     * @param inner the axis
     * @param runs makes the steps for whole runs
     * @param tables the values of a part for all indices of the axis; null if they are not worth it
     */
    static StepBuilder along(int inner, StepBuilder runs, @Nullable Function<ElementNode, double[]> tables) {
        return new StepBuilder(inner, runs, tables);
    }

    /** How many steps there are by now. */
    int steps() {
        return steps;
    }

    /** The step that computes a part. */
    Step build(ElementNode node) {
        Step known = made.get(node);
        if (known == null) {
            known = make(node);
            made.put(node, known);
        }
        return known;
    }

    private Step make(ElementNode node) {
        if (node instanceof Constant constant) {
            return new Step.Fixed(steps++, constant.value());
        }
        if (runs != null && !dependsOn(node, true)) {
            Step ofRun = runs.build(node);
            return new Step.OfRun(steps++, ofRun);
        }
        if (node instanceof Index index) {
            return new Step.Counted(steps++, index.axis());
        }
        if (node instanceof Drawn) {
            return new Step.Counted(steps++, 0);
        }
        if (tables != null && !dependsOn(node, false)) {
            return new Step.Tabulated(steps++, inner, tables.apply(node));
        }
        return composed(node);
    }

    private Step composed(ElementNode node) {
        if (node instanceof Negated negated) {
            Step operand = build(negated.operand());
            return new Step.Negation(steps++, operand);
        }
        if (node instanceof Operation operation) {
            Step left = build(operation.left());
            Step right = build(operation.right());
            return new Step.Arithmetic(steps++, operation.operator(), left, right);
        }
        if (node instanceof Call call) {
            Step first = build(call.operands().get(0));
            return call.operands().size() == 1 ? new Step.OfOne(steps++, call.function(), first) : ofTwo(call, first);
        }
        Choice choice = (Choice) node;
        Step left = build(choice.condition().left());
        Step right = build(choice.condition().right());
        Step yes = build(choice.yes());
        Step no = build(choice.no());
        return new Step.Chosen(steps++, choice.condition().relation(), left, right, yes, no);
    }

    private Step ofTwo(Call call, Step first) {
        Step second = build(call.operands().get(1));
        return new Step.OfTwo(steps++, call.function(), first, second);
    }

    /** Whether a part depends on the innermost axis, or, if {@code innermost} is false, on another. */
    private boolean dependsOn(ElementNode node, boolean innermost) {
        return node instanceof Index index
                ? index.axis() == inner == innermost
                : node.operands().stream().anyMatch(operand -> dependsOn(operand, innermost));
    }
}
