package org.initweights.internal.values;

import java.util.List;

/** A function of what is drawn, ready to be computed. Threads may share it; each computes with a {@link #cursor} of its own. */
public final class DrawnProgram {

    private final ElementNode root;

    DrawnProgram(ElementExpression expression, List<NamedNumber> numbers) {
        this.root = new NodeBinding(numbers, new long[0]).bind(expression.root());
    }

    /** Something that computes, for one thread. */
    public Cursor cursor() {
        StepBuilder builder = StepBuilder.plain();
        Step step = builder.build(root);
        Lanes lanes = new Lanes(1, builder.steps(), null);
        lanes.count(0);
        return new Cursor(step, lanes);
    }

    /** The value for one number. */
    public double at(double drawn) {
        return value(root, drawn);
    }

    private static double value(ElementNode node, double drawn) {
        if (node instanceof ElementNode.Constant constant) {
            return constant.value();
        }
        if (node instanceof ElementNode.Negated negated) {
            return -value(negated.operand(), drawn);
        }
        if (node instanceof ElementNode.Operation operation) {
            return operation.operator().apply(value(operation.left(), drawn), value(operation.right(), drawn));
        }
        if (node instanceof ElementNode.Call call) {
            double first = value(call.operands().get(0), drawn);
            return call.operands().size() == 1
                    ? call.function().apply(first)
                    : call.function().apply(first, value(call.operands().get(1), drawn));
        }
        if (node instanceof ElementNode.Choice choice) {
            ElementNode.Comparison condition = choice.condition();
            boolean holds = condition.relation().holds(value(condition.left(), drawn), value(condition.right(), drawn));
            return value(holds ? choice.yes() : choice.no(), drawn);
        }
        return drawn;
    }

    /** Computes with one thread. */
    public static final class Cursor {

        private final Step step;
        private final Lanes lanes;

        private Cursor(Step step, Lanes lanes) {
            this.step = step;
            this.lanes = lanes;
        }

        /** Puts the values for the first numbers to {@code out}, which may be {@code drawn} itself. */
        public void compute(double[] drawn, int count, double[] out) {
            for (int done = 0; done < count; ) {
                int some = Math.min(Lanes.WIDTH, count - done);
                lanes.begin(some);
                System.arraycopy(drawn, done, lanes.indices[0], 0, some);
                System.arraycopy(step.of(lanes), 0, out, done, some);
                done += some;
            }
        }
    }
}
