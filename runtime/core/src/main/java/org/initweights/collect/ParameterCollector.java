package org.initweights.collect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.initweights.Initializer;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.TensorShape;
import org.initweights.collect.Collected.Step;
import org.initweights.collect.CollectedParameters.Origin;
import org.initweights.internal.files.plan.PlannedParameter;
import org.initweights.internal.select.Binding;
import org.initweights.internal.tensor.Memory;
import org.initweights.internal.tensor.ModelStorage;
import org.jspecify.annotations.Nullable;

/**
 * Walks a model and its sub-models, and collects their parameters: names them, allocates what is missing and checks the
 * length of what is there. It writes no element.
 *
 * <p>A collector is for one thread, inside the call that makes it; different threads may collect different models at the same time.
 */
@SuppressWarnings("exports") // JSpecify is there for tools, not for our users' modules to require.
public final class ParameterCollector {

    // Longer than other files: it is all that the collect methods of generated classes call, so that a reviewer has one
    // place to look.

    private final List<Step> steps;
    private final Object owner;
    private final String prefix;
    private final Visits visits;

    ParameterCollector(List<Step> steps, Object owner, String prefix, Visits visits) {
        this.steps = steps;
        this.owner = owner;
        this.prefix = prefix;
        this.visits = visits;
    }

    /**
     * The parameters of a model.
     *
     * @param walk the {@code collect} method that was generated for the model's class
     * @throws IllegalArgumentException if something is null that must not be, or has another size than its shape
     */
    public static <M> Parameters collect(M model, BiConsumer<? super M, ParameterCollector> walk) {
        return Collected.of(model, walk, Absent.ALLOCATED);
    }

    /**
     * The plan of a model: its parameters. Fields that are null stay null.
     *
     * @param walk the {@code collect} method that was generated for the model's class
     * @throws IllegalArgumentException as {@link #collect}
     */
    public static <M> Plan plan(M model, BiConsumer<? super M, ParameterCollector> walk) {
        return Plan.of(Collected.of(model, walk, Absent.PLANNED));
    }

    /** This collector, for a model whose rules hold for its sub-models. Those of the models around it win over them. */
    public ParameterCollector withRules(ModelRule... rules) {
        RuleScope scope = new RuleScope(owner, prefix, List.of(rules));
        steps.add(collected -> {
            collected.add(scope);
            return List.of();
        });
        return new ParameterCollector(steps, owner, prefix, visits.under(scope));
    }

    /**
     * This collector, for a model in which one field holds the tensor of another: what {@code @Tie} says. Nothing is tied before all are known.
     *
     * @param param the name of the parameter in this model that is tied
     * @param to the name of the one whose tensor, name and initializer both have
     */
    public ParameterCollector tie(String param, String to) {
        Binding tie = Binding.tie(prefix, param, to);
        steps.add(collected -> {
            collected.tie(tie);
            return List.of();
        });
        return new ParameterCollector(steps, owner, prefix, visits.tied());
    }

    /**
     * This collector, for a model in which some parameters begin as copies of others: what {@code @Copy} says.
     *
     * @param param the names in this model of the copies, with wildcards
     * @param from the names of what they are copies of, with the same wildcards
     */
    public ParameterCollector copy(String param, String from) {
        Binding copy = Binding.copy(prefix, param, from);
        steps.add(collected -> {
            collected.copy(copy);
            return List.of();
        });
        return new ParameterCollector(steps, owner, prefix, visits.copying(copy));
    }

    /** Gives a parameter that is added before or later one more name. */
    public void addName(String name, String other) {
        Origin origin = new Origin(owner.getClass(), prefix, name);
        steps.add(collected -> {
            collected.parameters().addName(prefix + name, prefix + other, origin);
            return List.of();
        });
    }

    /** This collector, for parameters and sub-models that nothing trains: what {@code @NonTrainable} says. */
    public ParameterCollector nonTrainable() {
        return new ParameterCollector(steps, owner, prefix, visits.notTrained());
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
     * The position of the model in the nearest list or array that holds it, or holds what it is part of, from 0.
     *
     * @throws IllegalArgumentException if none does
     */
    public long index() {
        return visits.position().index(prefix);
    }

    /**
     * Computes a size.
     *
     * @param name what it is for
     * @param expression how the model's source computes it
     * @param values the names and the values in it, by turns
     * @throws IllegalArgumentException if it exceeds a {@code long}, divides by zero, or leaves a remainder
     */
    public long size(String name, String expression, LongSupplier size, Object... values) {
        return numbers().size(name, expression, size, values);
    }

    /**
     * Makes a shape, whose roles may not fit its sizes.
     *
     * @param name what it is for
     * @throws IllegalArgumentException if there is no such shape
     */
    public TensorShape shape(String name, Supplier<TensorShape> shape) {
        return numbers().shape(name, shape);
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
        return numbers().number(name, expression, value, values);
    }

    private ModelNumbers numbers() {
        return new ModelNumbers(prefix);
    }

    /**
     * Checks a size of the model.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public void checkSize(String name, long size, long min, long max) {
        numbers().checkSize(name, size, min, max);
    }

    /**
     * Checks that a size of the model divides another.
     *
     * @throws IllegalArgumentException if it does not
     */
    public void checkDivides(String name, long size, String multipleName, long multiple) {
        numbers().checkDivides(name, size, multipleName, multiple);
    }

    /** Adds a parameter whose storage must be there, as {@link #add(String, TensorType, Object, TensorShape, Initializer)}. */
    public <T> void add(
            String name, TensorType<T> type, @Nullable T tensor, TensorShape shape, ModelInitializer initializer) {
        add(name, type, tensor, shape, made(name, initializer));
    }

    /** Adds a parameter whose storage must be there. */
    public <T> void add(
            String name, TensorType<T> type, @Nullable T tensor, TensorShape shape, Initializer initializer) {
        if (tensor == null) {
            throw new IllegalArgumentException(prefix + name + ": null, and final or without a setter, so it cannot be "
                    + "allocated; its shape is " + shape);
        }
        addStored(name, type, tensor, shape, initializer, false);
    }

    /**
     * Adds a tensor that somebody hands over.
     *
     * @param initializer null if nothing says how the tensor starts
     * @throws IllegalArgumentException if it is null
     */
    public <T> void addExisting(
            String name, TensorType<T> type, @Nullable T tensor, TensorShape shape, @Nullable Initializer initializer) {
        if (tensor == null) {
            throw new IllegalArgumentException(prefix + name + ": the tensor is null");
        }
        addStored(name, type, tensor, shape, initializer, false);
    }

    /**
     * A parameter that the model does not have.
     *
     * @param condition what is false
     * @throws IllegalArgumentException if there is a tensor all the same: its values would not be initialised
     */
    public void addNothing(String name, String condition, @Nullable Object tensor) {
        if (tensor != null) {
            throw new IllegalArgumentException(prefix + name + ": there is a tensor, but " + condition
                    + " is false, so it would not be initialised; leave the field null, or make " + condition
                    + " true");
        }
        steps.add(collected -> {
            collected.absent().add(prefix + name, condition);
            return List.of();
        });
    }

    /** The same, with an initializer that is made of numbers of the model. */
    public <T> @Nullable T addOrAllocate(
            String name, TensorType<T> type, @Nullable T tensor, TensorShape shape, ModelInitializer initializer) {
        return addOrAllocate(name, type, tensor, shape, made(name, initializer));
    }

    /** Adds a parameter and returns its storage, which is new if {@code tensor} is null. A plan has no storage then. */
    public <T> @Nullable T addOrAllocate(
            String name, TensorType<T> type, @Nullable T tensor, TensorShape shape, Initializer initializer) {
        T present = held(name, type, tensor, shape);
        if (present == null) {
            addPlanned(name, type, shape, initializer);
        } else {
            addStored(name, type, present, shape, initializer, true);
        }
        return present;
    }

    /** The same, with an initializer that is made of numbers of the model. */
    public <T> void addOrAllocate(
            String name,
            TensorType<T> type,
            Supplier<? extends @Nullable T> getter,
            Consumer<? super T> setter,
            TensorShape shape,
            ModelInitializer initializer) {
        addOrAllocate(name, type, getter, setter, shape, made(name, initializer));
    }

    /** Adds a parameter behind a getter; sets new storage first if there is none. */
    public <T> void addOrAllocate(
            String name,
            TensorType<T> type,
            Supplier<? extends @Nullable T> getter,
            Consumer<? super T> setter,
            TensorShape shape,
            Initializer initializer) {
        T present = getter.get();
        T held = held(name, type, present, shape);
        if (held == null) {
            addPlanned(name, type, shape, initializer);
            return;
        }
        if (present == null || !Memory.isSame(type.memory(present), type.memory(held))) {
            setter.accept(held);
        }
        addStored(name, type, sameAgain(name, type, getter), shape, initializer, true);
    }

    /** What a field that can be set is to hold; nothing if it stays null. */
    private <T> @Nullable T held(String name, TensorType<T> type, @Nullable T tensor, TensorShape shape) {
        Optional<SharedTensor> shared =
                visits.absent() == Absent.ALLOCATED ? visits.sharedTensor(prefix + name) : Optional.empty();
        if (shared.isPresent()) {
            // What is tied has one type.
            @SuppressWarnings("unchecked")
            T held = (T) shared.get().tensor(() -> visits.absent().tensor(prefix + name, type, shape));
            return held;
        }
        return tensor == null ? visits.absent().tensor(prefix + name, type, shape) : tensor;
    }

    /** What a getter returns that has returned something before. */
    private <T> T sameAgain(String name, TensorType<T> type, Supplier<? extends @Nullable T> getter) {
        T tensor = getter.get();
        T again = getter.get();
        if (tensor == null || again == null) {
            throw new IllegalArgumentException(
                    prefix + name + ": its getter returns null after its setter was called; return what was set");
        }
        SameRead.checkTensor(prefix + name, type.memory(tensor), type.memory(again));
        return tensor;
    }

    /** The same, with an initializer that is made of numbers of the model. */
    public <T> void addBehind(
            String name,
            TensorType<T> type,
            Supplier<? extends @Nullable T> getter,
            TensorShape shape,
            ModelInitializer initializer) {
        addBehind(name, type, getter, shape, made(name, initializer));
    }

    /**
     * Adds a parameter behind a getter, which must be there.
     *
     * @throws IllegalArgumentException if it is null, or if the getter returns a copy: nothing would reach the model
     */
    public <T> void addBehind(
            String name,
            TensorType<T> type,
            Supplier<? extends @Nullable T> getter,
            TensorShape shape,
            Initializer initializer) {
        T tensor = getter.get();
        if (tensor != null) {
            T again = getter.get();
            SameRead.checkTensor(prefix + name, type.memory(tensor), again == null ? null : type.memory(again));
        }
        add(name, type, tensor, shape, initializer);
    }

    /**
     * What a getter returns for a sub-model, or for what holds some.
     *
     * @param first what it has returned
     * @param second what it has returned when it was asked again
     * @throws IllegalArgumentException if the getter returns copies of sub-models: nothing would reach the model
     */
    public <T> @Nullable T same(String name, @Nullable T first, @Nullable T second) {
        SameRead.checkModels(prefix + name, first, second);
        return second;
    }

    /**
     * A shape, some of whose sizes the model gives.
     *
     * @param dims the expressions of the dimensions as the model's source has them: {@code "out, 2 * in"}
     * @throws IllegalArgumentException if a size that is no number in the text is 0, as a field is that was never set, or if there is no
     *     such shape
     */
    public TensorShape dims(String name, String dims, long... sizes) {
        return numbers().dims(name, dims, sizes);
    }

    /**
     * Collects the parameters of a sub-model, which must be there, under {@code name}: those of the class that it is. One that was
     * visited before is not visited again.
     *
     * <p>The type of what the field holds says nothing of {@code M} here and below: were it a type variable with several bounds, javac
     * would take a reference to a method for one that takes the first of them.
     *
     * @param walk the {@code collect} method of the class that the field declares
     */
    public <M> void visit(String name, @Nullable Object model, BiConsumer<? super M, ParameterCollector> walk) {
        steps.add(visits.model(prefix + name, model, walk));
    }

    /**
     * Collects the parameters of each sub-model of an array or a list, under its index, or of a map, under its key: in the map's order, but
     * those of {@link Map#of}, which has none, in the order of their keys' text.
     *
     * @param walk the {@code collect} method of the class that the field declares
     */
    public <M> void visitEach(String name, @Nullable Object models, BiConsumer<? super M, ParameterCollector> walk) {
        visitEach(name, 1, models, walk);
    }

    /**
     * Collects the parameters of each sub-model of nested arrays, lists and maps, {@code stages.0.1}, and of optionals, which add nothing
     * to the name.
     *
     * @param depth how many there are around a sub-model; one that is a model itself, such as a block that can be iterated over, is
     *     visited as such
     */
    public <M> void visitEach(
            String name, int depth, @Nullable Object models, BiConsumer<? super M, ParameterCollector> walk) {
        steps.addAll(visits.held(prefix + name, depth, models, walk));
    }

    /**
     * Looks at what a field holds whose type does not tell whether a model is in it.
     *
     * @throws IllegalArgumentException when all models have been visited, if it holds one that was not
     */
    public void lookAt(String name, @Nullable Object value) {
        if (value != null && !UnseenModels.isOpaque(value)) {
            steps.add(collected -> {
                collected.unseen().add(prefix + name, value);
                return List.of();
            });
        }
    }

    /** Looks at what such a field holds that only its class can name. */
    public void lookAtPrivate(String name, Class<?> model) {
        lookAt(name, PrivateField.value(model, name, owner));
    }

    /** Collects the parameters of an object of unknown type, if it turns out to be a model or to hold models. */
    public void visitAny(String name, @Nullable Object value) {
        visitAny(name, 0, value);
    }

    /**
     * Collects the parameters of what arrays, lists, maps and optionals hold, if that turns out to be models.
     *
     * @param depth how many of them there are at least around a sub-model
     */
    public void visitAny(String name, int depth, @Nullable Object values) {
        steps.add(visits.any(prefix + name, depth, values));
    }

    private Initializer made(String name, ModelInitializer initializer) {
        return ModelInitializer.of(prefix + name, initializer);
    }

    private <T> void addStored(
            String name,
            TensorType<T> type,
            T tensor,
            TensorShape shape,
            @Nullable Initializer initializer,
            boolean isSettable) {
        Origin origin = new Origin(owner.getClass(), prefix, name);
        if (isTied(name, type, tensor, shape, isSettable, origin)) {
            return;
        }
        ModelStorage storage = type.open(prefix + name, tensor, shape);
        StoredParameter parameter = StoredParameter.of(
                prefix + name, model(), shape, ruled(name, shape).orElse(initializer), storage);
        StoredParameter added = visits.isTrained() ? parameter : parameter.notTrained();
        steps.add(collected -> {
            collected.parameters().add(added, type.memory(tensor), origin);
            return List.of();
        });
    }

    private void addPlanned(String name, TensorType<?> type, TensorShape shape, Initializer initializer) {
        Origin origin = new Origin(owner.getClass(), prefix, name);
        if (isTied(name, type, null, shape, true, origin)) {
            return;
        }
        PlannedParameter parameter = PlannedParameter.of(
                        prefix + name, shape, type.dtype(), ruled(name, shape).orElse(initializer))
                .declaredBy(model());
        PlannedParameter added = visits.isTrained() ? parameter : parameter.notTrained();
        steps.add(collected -> {
            collected.parameters().add(added, origin);
            return List.of();
        });
    }

    /** Whether a field is only surveyed, or only another name of the tensor that it is tied to. */
    private <T> boolean isTied(
            String name, TensorType<T> type, @Nullable T tensor, TensorShape shape, boolean isSettable, Origin origin) {
        String path = prefix + name;
        if (visits.absent() == Absent.SURVEYED) {
            boolean isTrained = visits.isTrained() && !type.dtype().isInteger();
            Survey.Field field = new Survey.Field(
                    path, type, tensor, tensor == null ? null : type.memory(tensor), shape, isTrained, isSettable);
            steps.add(collected -> {
                collected.survey().add(field);
                return List.of();
            });
            return true;
        }
        Optional<SharedTensor> shared = visits.sharedTensor(path);
        shared.ifPresent(tied -> tied.add(new TiedPlace(owner, prefix, name, visits.scopes())));
        Optional<String> root = shared.map(SharedTensor::root).filter(other -> !other.equals(path));
        root.ifPresent(other -> steps.add(collected -> {
            collected.parameters().addName(path, other, origin);
            return List.of();
        }));
        return root.isPresent();
    }

    /** The class of the model, if it is one: tensors may be declared without any. */
    private Optional<Class<?>> model() {
        Class<?> type = owner.getClass();
        return Models.of(type).isModel() ? Optional.of(type) : Optional.empty();
    }

    /** The initializer that the rules of the models around this one give a parameter, the outermost first. */
    private Optional<Initializer> ruled(String name, TensorShape shape) {
        if (visits.isCopied(prefix + name) || visits.sharedTensor(prefix + name).isPresent()) {
            return Optional.empty();
        }
        // All are asked, also those that do not decide: each is told what its rules are for.
        List<Initializer> ruling = visits.scopes().stream()
                .map(scope -> scope.initializer(owner, prefix, name, shape))
                .flatMap(Optional::stream)
                .toList();
        return ruling.stream().findFirst();
    }
}
