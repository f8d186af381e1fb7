package org.initweights.tensorflow;

import java.nio.ByteBuffer;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.AssignVariableOp;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TFloating;

/**
 * A variable of an eager session, which TensorFlow-Java has only as an operation that gives a handle.
 *
 * <pre>{@code
 * Ops tf = Ops.create(EagerSession.create());
 * EagerVariable<TFloat32> kernel = EagerVariable.of(tf, "dense/kernel", TFloat32.class, 784, 10);
 * TensorFlowVariables.parameters(List.of(kernel)).with(glorotUniform()).initialize(42);
 * Operand<TFloat32> logits = tf.linalg.matMul(images, kernel.value());
 * }</pre>
 *
 * <p>TensorFlow knows a variable by its shared name: two handles with the same name are one variable, and so are all handles without any.
 * So a variable that is there already is had by its shared name.
 *
 * <p>Threads may share it as they may share the session: while one writes, no other may read.
 *
 * @param <T> the type of its elements
 */
public final class EagerVariable<T extends TFloating> {

    private final Ops tf;
    private final String name;
    private final FloatingAdapter<T> type;
    private final Shape shape;
    private final VarHandleOp handle;

    private EagerVariable(Ops tf, String name, FloatingAdapter<T> type, Shape shape) {
        this.tf = tf;
        this.name = name;
        this.type = type;
        this.shape = shape;
        this.handle = tf.varHandleOp(type.type(), shape, VarHandleOp.sharedName(name));
    }

    /**
     * The variable with this shared name. If there was none, it has no values until it is initialised, loaded or assigned.
     *
     * @param tf operations of the eager session that keeps the variable
     * @param type the type of its elements, {@code TFloat32.class} for example
     * @param dims the sizes of its axes, none for a single number
     * @throws IllegalArgumentException if the operations are a graph's, the name is empty, or a size is negative; it begins with the name
     */
    public static <T extends TFloating> EagerVariable<T> of(Ops tf, String name, Class<T> type, long... dims) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "an eager variable needs a name, because all variables without one are the same");
        }
        if (!tf.scope().env().isEager()) {
            throw new IllegalArgumentException(
                    name
                            + ": these operations build a graph; use tf.variable(…), and TensorFlowVariables.parameters(session)");
        }
        Shape shape = Shape.of(dims);
        if (shape.hasUnknownDimension()) {
            throw new IllegalArgumentException(name + ": the shape " + shape + " is not known; give all sizes");
        }
        return new EagerVariable<>(tf, name, FloatingAdapter.of(name, type), shape);
    }

    /** The shared name. */
    public String name() {
        return name;
    }

    /** The sizes of its axes. */
    public Shape shape() {
        return shape;
    }

    /** The operation that gives TensorFlow's handle. */
    public VarHandleOp handle() {
        return handle;
    }

    /**
     * The values as they are now.
     *
     * @throws org.tensorflow.exceptions.TFFailedPreconditionException if it has none yet
     */
    public Operand<T> value() {
        return tf.readVariableOp(handle, type.type());
    }

    /** How its elements are read and written. */
    TensorVariable<T> access() {
        return new Access();
    }

    /** Operations are made by one thread at a time, because the scopes of TensorFlow-Java do not count names safely. */
    private final class Access implements TensorVariable<T> {

        @Override
        public String name() {
            return name;
        }

        @Override
        public FloatingAdapter<T> type() {
            return type;
        }

        @Override
        public Shape shape() {
            return shape;
        }

        @Override
        public void checkOpen() {
            try {
                synchronized (tf.scope().env()) {
                    tf.varHandleOp(type.type(), shape, VarHandleOp.sharedName(name));
                }
            } catch (IllegalStateException e) {
                throw new IllegalStateException("its session is closed; use the variable before that", e);
            }
        }

        @Override
        public void assign(ByteBuffer all) {
            try (T values = type.copyOf(all, shape)) {
                synchronized (tf.scope().env()) {
                    tf.assignVariableOp(handle, tf.constantOf(values), AssignVariableOp.validateShape(true));
                }
            }
        }

        @Override
        public T slice(long from, long count) {
            synchronized (tf.scope().env()) {
                Operand<T> flat = tf.reshape(value(), tf.constant(new int[] {-1}));
                Operand<TInt64> begin = tf.constant(new long[] {from});
                return tf.slice(flat, begin, tf.constant(new long[] {count})).asTensor();
            }
        }
    }
}
