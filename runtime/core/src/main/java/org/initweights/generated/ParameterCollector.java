package org.initweights.generated;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.initweights.Initializer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.TensorShape;
import org.initweights.fill.Notation;
import org.initweights.tensor.ModelStorage;
import org.jspecify.annotations.Nullable;

/**
 * Walks a model and its sub-models, and collects their parameters: names them, allocates what is missing and checks the
 * length of what is there. It writes no element.
 *
 * <p>A collector is for one thread, inside the call that makes it; different threads may collect different models at the same time.
 */
@SuppressWarnings("exports") // JSpecify is there for tools, not for our users' modules to require.
public final class ParameterCollector {

    private final List<Step> steps;
    private final Object owner;
    private final String prefix;
    private final List<RuleScope> scopes;

    private ParameterCollector(List<Step> steps, Object owner, String prefix, List<RuleScope> scopes) {
        this.steps = steps;
        this.owner = owner;
        this.prefix = prefix;
        this.scopes = scopes;
    }

    /**
     * The parameters of a model.
     *
     * @param walk the {@code collect} method that was generated for the model's class
     * @throws IllegalArgumentException if something is null that must not be, or has another size than its shape
     */
    public static <M> Parameters collect(M model, BiConsumer<? super M, ParameterCollector> walk) {
        Collected collected = new Collected();
        collected.visited.add(Objects.requireNonNull(model, "model is null"));
        // A chain of sub-models may be longer than the stack is deep.
        Deque<Step> pending = new ArrayDeque<>(List.of(found -> walked(model, "", List.of(), walk)));
        while (!pending.isEmpty()) {
            List<Step> next = pending.pop().take(collected);
            for (int i = next.size() - 1; i >= 0; i--) {
                pending.push(next.get(i));
            }
        }
        return Parameters.of(collected.parameters);
    }

    /** What a model declares, in its order. */
    private static <M> List<Step> walked(
            M model, String prefix, List<RuleScope> scopes, BiConsumer<? super M, ParameterCollector> walk) {
        List<Step> steps = new ArrayList<>();
        walk.accept(model, new ParameterCollector(steps, model, prefix, scopes));
        return steps;
    }

    /** This collector, for a model whose rules hold for its sub-models. Those of the models around it win over them. */
    public ParameterCollector withRules(ModelRule... rules) {
        List<RuleScope> all = new ArrayList<>(scopes);
        all.add(new RuleScope(owner, prefix, List.of(rules)));
        return new ParameterCollector(steps, owner, prefix, all);
    }

    /**
     * Something that a size of the model is read from.
     *
     * @param name how the model's source names it
     * @throws IllegalArgumentException if it is null
     */
    public <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(prefix + name + " is null, and a size or a number is read from it");
        }
        return value;
    }

    /**
     * Computes a size.
     *
     * @param name what it is for
     * @param expression how the model's source computes it
     * @param values the names and the values in it, by turns
     * @throws IllegalArgumentException if it exceeds a {@code long}, or divides by zero
     */
    public long size(String name, String expression, LongSupplier size, Object... values) {
        try {
            return size.getAsLong();
        } catch (ArithmeticException e) {
            boolean division = String.valueOf(e.getMessage()).contains("zero");
            throw new IllegalArgumentException(
                    prefix + name + ": " + expression + (division ? " divides by zero" : " exceeds a long")
                            + with(values),
                    e);
        }
    }

    /**
     * Checks a number that a formula computed.
     *
     * @param name what it is for
     * @param expression how the model's source computes it
     * @param values the names and the values in it, by turns
     * @throws IllegalArgumentException if it is infinite, or no number
     */
    public double number(String name, String expression, double value, Object... values) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    prefix + name + ": " + expression + " is " + Notation.number(value) + with(values));
        }
        return value;
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

    /**
     * Checks a size of the model.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public void checkSize(String name, long size, long min, long max) {
        if (size < min || size > max) {
            throw new IllegalArgumentException(
                    prefix + name + ": " + size + " is " + (size < min ? "less than " + min : "more than " + max));
        }
    }

    /**
     * Checks that a size of the model divides another.
     *
     * @throws IllegalArgumentException if it does not
     */
    public void checkDivides(String name, long size, String multipleName, long multiple) {
        if (size == 0 || multiple % size != 0) {
            throw new IllegalArgumentException(
                    prefix + name + ": " + size + " does not divide " + multipleName + ", which is " + multiple);
        }
    }

    /** Adds a parameter whose storage must be there. */
    public <T> void add(
            String name, TensorType<T> type, @Nullable T tensor, TensorShape shape, Initializer initializer) {
        if (tensor == null) {
            throw new IllegalArgumentException(prefix + name + ": null, and final or without a setter, so it cannot be "
                    + "allocated; its shape is " + shape);
        }
        addStored(name, type, tensor, shape, initializer);
    }

    /** Adds a parameter and returns its storage, which is new if {@code tensor} is null. */
    public <T> T addOrAllocate(
            String name, TensorType<T> type, @Nullable T tensor, TensorShape shape, Initializer initializer) {
        T present = tensor == null ? allocate(name, type, shape) : tensor;
        addStored(name, type, present, shape, initializer);
        return present;
    }

    /** Adds a parameter behind a getter; sets new storage first if there is none. */
    public <T> void addOrAllocate(
            String name,
            TensorType<T> type,
            Supplier<? extends @Nullable T> getter,
            Consumer<? super T> setter,
            TensorShape shape,
            Initializer initializer) {
        if (getter.get() == null) {
            setter.accept(allocate(name, type, shape));
        }
        add(name, type, getter.get(), shape, initializer);
    }

    /**
     * Collects the parameters of a sub-model, which must be there, under {@code name}. One that was visited before is not
     * visited again.
     */
    public <M> void visit(String name, @Nullable M model, BiConsumer<? super M, ParameterCollector> walk) {
        if (model == null) {
            throw missing(name, "a sub-model is");
        }
        String path = prefix + name + ".";
        steps.add(collected -> collected.visited.add(model) ? walked(model, path, scopes, walk) : List.of());
    }

    /** Collects the parameters of each sub-model of an array, under its index. */
    public <M> void visitEach(
            String name, @Nullable M @Nullable [] models, BiConsumer<? super M, ParameterCollector> walk) {
        visitEach(name, models == null ? null : Arrays.asList(models), walk);
    }

    /** Collects the parameters of each sub-model of a list, under its index. */
    public <M> void visitEach(
            String name,
            @Nullable Iterable<? extends @Nullable M> models,
            BiConsumer<? super M, ParameterCollector> walk) {
        if (models == null) {
            throw missing(name, "sub-models are");
        }
        int index = 0;
        for (M model : models) {
            visit(name + "." + index++, model, walk);
        }
    }

    /** Collects the parameters of each sub-model of a map, under its key, in the map's order. */
    public <M> void visitEach(
            String name,
            @Nullable Map<?, ? extends @Nullable M> models,
            BiConsumer<? super M, ParameterCollector> walk) {
        if (models == null) {
            throw missing(name, "sub-models are");
        }
        models.forEach((key, model) -> visit(name + "." + key, model, walk));
    }

    private IllegalArgumentException missing(String name, String what) {
        return new IllegalArgumentException(prefix + name + ": null where " + what
                + " expected; create it before the weights are initialised, or mark the field @Nullable");
    }

    private <T> T allocate(String name, TensorType<T> type, TensorShape shape) {
        try {
            return type.allocate(shape);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(prefix + name + ": " + e.getMessage(), e);
        }
    }

    private <T> void addStored(String name, TensorType<T> type, T tensor, TensorShape shape, Initializer initializer) {
        StoredParameter parameter = StoredParameter.of(
                prefix + name, shape, ruled(name, shape, initializer), open(name, type, tensor, shape));
        steps.add(collected -> collected.add(parameter, tensor));
    }

    /** What the rules of the models around this one say of a parameter, the outermost first; else its own initializer. */
    private Initializer ruled(String name, TensorShape shape, Initializer initializer) {
        return scopes.stream()
                .map(scope -> scope.initializer(owner, prefix + name, shape))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(initializer);
    }

    private <T> ModelStorage open(String name, TensorType<T> type, T tensor, TensorShape shape) {
        ModelStorage storage;
        try {
            storage = type.open(tensor, shape);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(prefix + name + " " + shape + ": " + e.getMessage(), e);
        }
        if (storage.length() != shape.elements()) {
            throw new IllegalArgumentException(prefix + name + ": shape " + shape + " needs " + shape.elements()
                    + " elements, but its storage has " + storage.length());
        }
        return storage;
    }

    /** One of the things that a model declares. */
    @FunctionalInterface
    private interface Step {

        /** Takes it, and says what comes of it before the next. */
        List<Step> take(Collected collected);
    }

    /** What has been collected so far, of all models together. */
    private static final class Collected {
        private final List<Parameter> parameters = new ArrayList<>();
        private final IdentityHashMap<Object, StoredParameter> byTensor = new IdentityHashMap<>();
        private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());

        /** Adds a parameter, unless its storage is there under another name. */
        private List<Step> add(StoredParameter parameter, Object tensor) {
            StoredParameter tied = byTensor.putIfAbsent(tensor, parameter);
            if (tied == null) {
                parameters.add(parameter);
            } else if (!tied.fill().equals(parameter.fill()) || !tied.shape().equals(parameter.shape())) {
                throw new IllegalArgumentException(parameter.name() + ": the same storage as " + tied.name()
                        + ", which starts as " + tied.fill() + ", not as " + parameter.fill()
                        + "; @Skip the one that is only another name");
            }
            return List.of();
        }
    }
}
