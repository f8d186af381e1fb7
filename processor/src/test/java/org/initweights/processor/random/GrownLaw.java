package org.initweights.processor.random;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.initweights.Initializer;
import org.initweights.Initializers;
import org.initweights.RandomSource;
import org.initweights.TensorShape;
import org.initweights.processor.random.GrownNotes.Drawn;
import org.initweights.processor.random.GrownNotes.Valued;
import org.initweights.processor.random.ReachableTensors.Reached;

/** Whether the elements of a tensor are those that the methods of its model say, one by one, rounded as its type rounds. */
final class GrownLaw {

    private static final long SEED = 42;

    private final GrownNotes notes;

    GrownLaw(GrownNotes notes) {
        this.notes = notes;
    }

    /**
     * What is wrong with a tensor.
     *
     * @param tensor where its model is
     * @param path the name that it is drawn under
     */
    Optional<String> problem(Reached tensor, String path) {
        String field = tensor.field().getName();
        Valued valued = notes.valued().get(field);
        List<Double> stored = TensorElements.of(tensor.tensor().orElseThrow());
        List<Double> expected = Optional.ofNullable(notes.drawn().get(field))
                .map(drawn -> drawn(tensor, path, valued, drawn))
                .orElseGet(() -> each(tensor, valued));
        if (stored.size() != expected.size()) {
            return Optional.of(tensor.path() + " has 1 " + stored.size() + " instead of " + expected.size());
        }
        for (int i = 0; i < stored.size(); i++) {
            double found = value(stored.get(i), valued.dtype());
            double exact = expected.get(i);
            double slack = valued.steps() * Math.ulp(Math.max(1, Math.abs(exact)));
            boolean right = Double.compare(found, rounded(exact - slack, valued.dtype())) >= 0
                    && Double.compare(found, rounded(exact + slack, valued.dtype())) <= 0;
            if (!right) {
                return Optional.of(tensor.path() + "[" + i + "] is 1 " + found + " instead of " + exact + " as "
                        + valued.dtype() + " " + rounded(exact, valued.dtype()));
            }
        }
        return Optional.empty();
    }

    /** The elements of a tensor. */
    List<Double> elements(Reached tensor) {
        String dtype = Optional.ofNullable(notes.valued().get(tensor.field().getName()))
                .map(Valued::dtype)
                .orElse("F64");
        return TensorElements.of(tensor.tensor().orElseThrow()).stream()
                .map(stored -> value(stored, dtype))
                .toList();
    }

    /** By the loops over the axes. */
    private static List<Double> each(Reached tensor, Valued valued) {
        List<Integer> dims = valued.dims();
        Object[] arguments = new Object[2 * dims.size()];
        for (int axis = 0; axis < dims.size(); axis++) {
            arguments[dims.size() + axis] = (double) dims.get(axis);
        }
        List<Double> elements = new ArrayList<>();
        loop(tensor, dims, 0, arguments, elements);
        return elements;
    }

    private static void loop(Reached tensor, List<Integer> dims, int axis, Object[] arguments, List<Double> elements) {
        if (axis == dims.size()) {
            elements.add(call(tensor, "expected_", arguments));
            return;
        }
        for (int i = 0; i < dims.get(axis); i++) {
            arguments[axis] = (double) i;
            loop(tensor, dims, axis + 1, arguments, elements);
        }
    }

    /** By what is drawn without the function. */
    private static List<Double> drawn(Reached tensor, String path, Valued valued, Drawn law) {
        Initializer base = law.uniform()
                ? Initializers.uniform(law.first(), law.second())
                : Initializers.normal(law.first(), law.second());
        long[] dims = valued.dims().stream().mapToLong(Integer::longValue).toArray();
        TensorShape shape = TensorShape.of(dims);
        List<Double> numbers = new ArrayList<>();
        if (valued.dtype().equals("F64")) {
            double[] array = new double[(int) shape.elements()];
            base.fill(path, array, shape, RandomSource.seeded(SEED));
            for (double number : array) {
                numbers.add(number);
            }
        } else {
            float[] array = new float[(int) shape.elements()];
            base.fill(path, array, shape, RandomSource.seeded(SEED));
            for (float number : array) {
                numbers.add((double) number);
            }
        }
        return numbers.stream().map(x -> call(tensor, "drawn_", x)).toList();
    }

    private static double call(Reached tensor, String prefix, Object... arguments) {
        try {
            Class<?>[] types =
                    Collections.nCopies(arguments.length, double.class).toArray(Class<?>[]::new);
            Method method = tensor.field()
                    .getDeclaringClass()
                    .getDeclaredMethod(prefix + tensor.field().getName(), types);
            method.setAccessible(true);
            return (double) method.invoke(tensor.owner(), arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(tensor.path(), e);
        }
    }

    private static double value(double stored, String dtype) {
        return switch (dtype) {
            case "BF16", "F16" -> Halves.of(dtype).value((int) stored & 0xFFFF);
            default -> stored;
        };
    }

    private static double rounded(double exact, String dtype) {
        return switch (dtype) {
            case "BF16", "F16" -> Halves.of(dtype).nearest(exact);
            case "F32" -> (float) exact;
            case "I32" -> (int) exact;
            case "I64" -> (long) exact;
            default -> exact;
        };
    }
}
