package org.initweights.processor.random;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.initweights.DType;
import org.initweights.Optimizer;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.processor.random.GrownNotes.Role;
import org.initweights.processor.random.GrownNotes.Rule;
import org.initweights.processor.random.ReachableTensors.Reached;
import org.initweights.processor.random.Trial.Accepted;
import org.initweights.processor.random.Trial.Failed;
import org.initweights.processor.random.Trial.Outcome;
import org.initweights.processor.random.Trial.RefusedAtRunTime;

/** Initialises the model of a program, and compares its parameters with the tensors that there are. */
final class GrownRun {

    private final String program;
    private final GrownNotes notes;
    private final Set<String> said;
    private final ClassLoader loader;

    /**
     * @param program the package of the program
     * @param said the fields that the processor has spoken of
     */
    GrownRun(String program, GrownNotes notes, Set<String> said, ClassLoader loader) {
        this.program = program;
        this.notes = notes;
        this.said = said;
        this.loader = loader;
    }

    Outcome outcome() {
        try {
            Class<?> type = loader.loadClass(program + ".Net");
            Class<?> init = loader.loadClass(program + ".NetInit");
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object model = constructor.newInstance();
            try {
                call(init.getDeclaredMethod("initWeights", type, long.class), model, 42L);
            } catch (InvocationTargetException e) {
                return refused(e.getCause(), model);
            }
            Parameters parameters = (Parameters) call(init.getDeclaredMethod("parameters", type), model);
            return problem(model, parameters)
                    .<Outcome>map(problem -> new Failed(problem.replaceAll("[\\w.]*[fT]?\\d\\S*", "_"), problem))
                    .orElseGet(Accepted::new);
        } catch (InvocationTargetException e) {
            return new Failed("program " + e.getCause(), e.getCause().toString());
        } catch (ReflectiveOperationException | LinkageError e) {
            return new Failed("generated " + e.getClass(), e.toString());
        }
    }

    /** A refusal speaks of a field that is to be spoken of, and comes before anything is written. */
    private Outcome refused(Throwable thrown, Object model) {
        String message = String.valueOf(thrown.getMessage());
        boolean index = !notes.indexed().isEmpty() && message.contains("its index is asked for");
        boolean expected = notes.said().stream()
                .anyMatch(field ->
                        Pattern.compile("\\b" + field + "\\b").matcher(message).find());
        if (!(thrown instanceof IllegalArgumentException) || !(index || expected)) {
            String kind = message.replaceAll("\\S*\\d\\S*", "_");
            return new Failed("exception " + thrown.getClass().getSimpleName() + " " + kind, message);
        }
        return ReachableTensors.of(model, program, Set.of()).stream()
                .filter(tensor -> tensor.tensor().isPresent())
                .filter(tensor ->
                        TensorElements.of(tensor.tensor().get()).stream().anyMatch(value -> value != 0))
                .findFirst()
                .<Outcome>map(tensor -> new Failed("written", tensor.path() + " was written before: " + message))
                .orElseGet(RefusedAtRunTime::new);
    }

    private Optional<String> problem(Object model, Parameters parameters) {
        List<Reached> all = ReachableTensors.of(model, program, said);
        Optional<String> lost = all.stream()
                .filter(tensor -> tensor.tensor().isEmpty()
                        && !notes.absent().contains(tensor.field().getName()))
                .findFirst()
                .map(tensor -> tensor.path() + " is null and nobody says so");
        if (lost.isPresent()) {
            return lost;
        }
        GrownLinked tensors = new GrownLinked(
                notes,
                all.stream().filter(tensor -> tensor.tensor().isPresent()).toList());
        List<Parameter> found =
                StreamSupport.stream(parameters.spliterator(), false).toList();
        List<String> names = found.stream().map(Parameter::name).toList();
        List<String> expected = tensors.own().stream().map(Reached::path).toList();
        if (!names.equals(expected)) {
            return Optional.of(difference(expected, names));
        }
        Optional<String> apart = tensors.problem(parameters);
        if (apart.isPresent()) {
            return apart;
        }
        GrownLaw law = new GrownLaw(notes);
        List<Optional<String>> wrong = new ArrayList<>();
        tensors.drawn().forEach(tensor -> wrong.add(wrong(tensor, law)));
        for (int i = 0; i < found.size(); i++) {
            wrong.add(unlike(tensors.own().get(i), found.get(i), i));
        }
        return wrong.stream().flatMap(Optional::stream).findFirst();
    }

    private static String difference(List<String> expected, List<String> names) {
        return expected.stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .map(name -> name + " is no parameter, and nobody says so")
                .or(() -> names.stream()
                        .filter(name -> !expected.contains(name))
                        .findFirst()
                        .map(name -> name + " is a parameter, and no tensor is there"))
                .orElseGet(() -> "in another order: 1 " + names + " instead of " + expected);
    }

    /** What is wrong with the values of a tensor. */
    private Optional<String> wrong(Reached reached, GrownLaw law) {
        String field = reached.field().getName();
        Optional<Double> ruled = ruling(reached, field).map(rule -> (double) rule.value());
        if (ruled.isEmpty() && notes.valued().containsKey(field)) {
            return law.problem(reached, reached.path());
        }
        List<Double> elements = law.elements(reached);
        double value = ruled.orElseGet(() -> (double) notes.constants().getOrDefault(field, -1));
        if (elements.isEmpty() || elements.stream().anyMatch(element -> element != value)) {
            return Optional.of(reached.path() + " is 1 " + elements + " instead of " + value);
        }
        return notes.indexed().contains(field) && elements.size() != reached.index() + 1
                ? Optional.of(reached.path() + " has 1 elements " + elements + " at " + reached.index())
                : Optional.empty();
    }

    /** How a parameter differs from its tensor, which is written. */
    private Optional<String> unlike(Reached reached, Parameter parameter, int number) {
        Role role = notes.roles().getOrDefault(reached.field().getName(), new Role(1, 1, 1));
        Role found = new Role(
                parameter.learningRateScale(Optimizer.ADAM),
                parameter.learningRateScale(Optimizer.SGD),
                parameter.outputMultiplier());
        if (!found.equals(role)) {
            return Optional.of(reached.path() + " has 1 " + found + " instead of " + role);
        }
        Object tensor = reached.tensor().orElseThrow();
        TensorElements.set(tensor, 1000f + number);
        boolean half = List.of(DType.BF16, DType.F16).contains(parameter.dtype());
        return parameter.get(0) == (half ? 2 : 1000f + number)
                ? Optional.empty()
                : Optional.of(reached.path() + " is not the storage of its parameter");
    }

    private Optional<Rule> ruling(Reached reached, String field) {
        return notes.rules().stream()
                .filter(rule ->
                        rule.field().equals(field) && isA(reached.owner().getClass(), rule.type()))
                .max(Comparator.comparingInt(Rule::priority));
    }

    private static boolean isA(Class<?> type, String name) {
        for (Class<?> part = type; part != null; part = part.getSuperclass()) {
            if (part.getSimpleName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Object call(Method method, Object... arguments) throws ReflectiveOperationException {
        method.setAccessible(true);
        return method.invoke(null, arguments);
    }
}
