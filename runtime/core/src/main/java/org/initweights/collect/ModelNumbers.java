package org.initweights.collect;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.initweights.TensorShape;
import org.initweights.internal.message.Notation;
import org.initweights.internal.rule.NamedResolution;

/**
 * The sizes and numbers that a model computes, refused by the name of the model where they are wrong.
 *
 * @param prefix the name of the model, with a dot; empty for the outermost
 */
record ModelNumbers(String prefix) {

    long size(String name, String expression, LongSupplier size, Object... values) {
        try {
            return size.getAsLong();
        } catch (RemainderException e) {
            throw new IllegalArgumentException(
                    prefix + name + ": " + expression + " divides " + e.getMessage() + with(values)
                            + "; floor(a / b) is for what may be rounded down",
                    e);
        } catch (ArithmeticException e) {
            boolean division = String.valueOf(e.getMessage()).contains("zero");
            throw new IllegalArgumentException(
                    prefix + name + ": " + expression + (division ? " divides by zero" : " exceeds a long")
                            + with(values),
                    e);
        }
    }

    TensorShape dims(String name, String dims, long... sizes) {
        UnsetSizes.check(prefix + name, dims, sizes);
        return NamedResolution.named(prefix + name, () -> TensorShape.of(sizes));
    }

    TensorShape shape(String name, Supplier<TensorShape> shape) {
        return NamedResolution.named(prefix + name, shape);
    }

    double number(String name, String expression, double value, Object... values) {
        if (!Double.isFinite(value)) {
            throw new ModelNumberException(prefix + name, expression + " is " + Notation.number(value) + with(values));
        }
        return value;
    }

    void checkSize(String name, long size, long min, long max) {
        if (size < min || size > max) {
            throw new IllegalArgumentException(
                    prefix + name + ": " + size + " is " + (size < min ? "less than " + min : "more than " + max));
        }
    }

    void checkDivides(String name, long size, String multipleName, long multiple) {
        if (size == 0 || multiple % size != 0) {
            throw new IllegalArgumentException(
                    prefix + name + ": " + size + " does not divide " + multipleName + ", which is " + multiple);
        }
    }

    private static String with(Object... values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < values.length; i += 2) {
            text.append(i == 0 ? ", with " : ", ")
                    .append(values[i])
                    .append(" = ")
                    .append(values[i + 1]);
        }
        return text.toString();
    }
}
