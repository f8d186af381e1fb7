package org.initweights.internal.values;

import java.util.Arrays;
import org.initweights.internal.expression.MathFunction;
import org.initweights.internal.expression.Operator;
import org.initweights.internal.expression.Relation;
import org.jspecify.annotations.Nullable;

/** Computes one part of an expression for all elements of a block: a loop over an array. */
abstract class Step {

    private final int number;

    /**
     * @param number of all steps of a program, the number of this one
     */
    Step(int number) {
        this.number = number;
    }

    /** The values of the elements; they stay until other elements are begun. */
    double[] of(Lanes lanes) {
        return lanes.values(number, this);
    }

    /** Puts the values of all elements to the beginning of {@code out}. */
    abstract void compute(Lanes lanes, double[] out);

    /** A number. */
    static final class Fixed extends Step {

        private final double value;

        Fixed(int number, double value) {
            super(number);
            this.value = value;
        }

        @Override
        void compute(Lanes lanes, double[] out) {
            Arrays.fill(out, 0, lanes.count(), value);
        }
    }

    /** The index on an axis that is counted here, or what is drawn. */
    static final class Counted extends Step {

        private final int axis;

        Counted(int number, int axis) {
            super(number);
            this.axis = axis;
        }

        @Override
        double[] of(Lanes lanes) {
            return lanes.indices[axis];
        }

        @Override
        void compute(Lanes lanes, double[] out) {
            throw new IllegalStateException("indices are counted, not computed");
        }
    }

    /** What was computed for each index of an axis. */
    static final class Tabulated extends Step {

        private final int axis;
        private final double[] table;

        Tabulated(int number, int axis, double[] table) {
            super(number);
            this.axis = axis;
            this.table = table;
        }

        @Override
        void compute(Lanes lanes, double[] out) {
            double[] index = lanes.indices[axis];
            for (int i = 0; i < lanes.count(); i++) {
                out[i] = table[(int) index[i]];
            }
        }
    }

    /** What is the same for all elements of a run. */
    static final class OfRun extends Step {

        private final Step step;

        OfRun(int number, Step step) {
            super(number);
            this.step = step;
        }

        @Override
        void compute(Lanes lanes, double[] out) {
            double[] values = step.of(lanes.runs());
            int[] run = lanes.run;
            for (int i = 0; i < lanes.count(); i++) {
                out[i] = values[run[i]];
            }
        }
    }

    static final class Negation extends Step {

        private final Step operand;

        Negation(int number, Step operand) {
            super(number);
            this.operand = operand;
        }

        @Override
        void compute(Lanes lanes, double[] out) {
            double[] a = operand.of(lanes);
            for (int i = 0; i < lanes.count(); i++) {
                out[i] = -a[i];
            }
        }
    }

    static final class Arithmetic extends Step {

        private final Operator operator;
        private final Step left;
        private final Step right;

        Arithmetic(int number, Operator operator, Step left, Step right) {
            super(number);
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        void compute(Lanes lanes, double[] out) {
            double[] a = left.of(lanes);
            double[] b = right.of(lanes);
            int count = lanes.count();
            switch (operator) {
                case PLUS -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = a[i] + b[i];
                    }
                }
                case MINUS -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = a[i] - b[i];
                    }
                }
                case TIMES -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = a[i] * b[i];
                    }
                }
                case DIVIDED_BY, EXACTLY_DIVIDED_BY, FLOOR_DIVIDED_BY -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = a[i] / b[i];
                    }
                }
            }
        }
    }

    /** One expression for some elements, and another for the others; each is computed for its own elements only. */
    static final class Chosen extends Step {

        private final Relation relation;
        private final Step left;
        private final Step right;
        private final Step yes;
        private final Step no;
        private final int[] first = new int[Lanes.WIDTH];
        private final int[] second = new int[Lanes.WIDTH];
        private @Nullable Lanes firstLanes;
        private @Nullable Lanes secondLanes;

        Chosen(int number, Relation relation, Step left, Step right, Step yes, Step no) {
            super(number);
            this.relation = relation;
            this.left = left;
            this.right = right;
            this.yes = yes;
            this.no = no;
        }

        @Override
        void compute(Lanes lanes, double[] out) {
            double[] a = left.of(lanes);
            double[] b = right.of(lanes);
            int count = lanes.count();
            int held = 0;
            int failed = 0;
            for (int i = 0; i < count; i++) {
                if (relation.holds(a[i], b[i])) {
                    first[held++] = i;
                } else {
                    second[failed++] = i;
                }
            }
            if (firstLanes == null || secondLanes == null) {
                firstLanes = lanes.part();
                secondLanes = lanes.part();
            }
            put(yes, lanes, first, held, firstLanes, out);
            put(no, lanes, second, failed, secondLanes, out);
        }

        private static void put(Step step, Lanes all, int[] chosen, int number, Lanes lanes, double[] out) {
            if (number == all.count()) {
                System.arraycopy(step.of(all), 0, out, 0, number);
            } else if (number > 0) {
                lanes.choose(all, chosen, number);
                double[] values = step.of(lanes);
                for (int i = 0; i < number; i++) {
                    out[chosen[i]] = values[i];
                }
            }
        }
    }

    /** A function of one number. */
    static final class OfOne extends Step {

        private final MathFunction function;
        private final Step operand;

        OfOne(int number, MathFunction function, Step operand) {
            super(number);
            this.function = function;
            this.operand = operand;
        }

        @Override
        void compute(Lanes lanes, double[] out) {
            FunctionLoops.apply(function, operand.of(lanes), out, lanes.count());
        }
    }

    /** A function of two numbers. */
    static final class OfTwo extends Step {

        private final MathFunction function;
        private final Step left;
        private final Step right;

        OfTwo(int number, MathFunction function, Step left, Step right) {
            super(number);
            this.function = function;
            this.left = left;
            this.right = right;
        }

        @Override
        void compute(Lanes lanes, double[] out) {
            FunctionLoops.apply(function, left.of(lanes), right.of(lanes), out, lanes.count());
        }
    }
}
