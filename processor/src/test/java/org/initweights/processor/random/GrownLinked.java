package org.initweights.processor.random;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.processor.random.GrownNotes.Link;
import org.initweights.processor.random.ReachableTensors.Reached;

/** The tensors of a model, with those that are one and those that begin as others, as the program's notes say. */
final class GrownLinked {

    private final GrownNotes notes;
    private final Map<String, Reached> byPath;
    private final List<Reached> own;

    GrownLinked(GrownNotes notes, List<Reached> tensors) {
        this.notes = notes;
        this.byPath = tensors.stream().collect(Collectors.toMap(Reached::path, Function.identity()));
        this.own = tensors.stream()
                .filter(tensor -> first(tensor.path()).equals(tensor.path()))
                .toList();
    }

    /** Those that are no second name of another. */
    List<Reached> own() {
        return own;
    }

    /** Those of them that begin as nothing else does. */
    List<Reached> drawn() {
        return own.stream().filter(tensor -> source(tensor).isEmpty()).toList();
    }

    /** What is wrong with what is one tensor, begins as another, or is not trained. */
    Optional<String> problem(Parameters parameters) {
        for (Reached tensor : byPath.values()) {
            String path = tensor.path();
            Parameter parameter = parameters.get(path);
            Reached first = byPath.get(first(path));
            if (first.tensor().orElseThrow() != tensor.tensor().orElseThrow()) {
                return Optional.of(path + " is not the tensor of " + first.path());
            }
            if (!parameter.name().equals(first.path()) || !parameter.names().contains(path)) {
                return Optional.of(path + " is 1 " + parameter.names() + " instead of " + first.path());
            }
            boolean trained = List.of(first.path().split("[.]")).stream().noneMatch(notes.nonTrainable()::contains);
            if (parameter.isTrainable() != trained) {
                return Optional.of(path + " is trained: 1 " + parameter.isTrainable());
            }
            Optional<Reached> source = source(first);
            Optional<String> copied = source.flatMap(from -> copyProblem(first, from, parameter));
            if (copied.isPresent()) {
                return copied;
            }
            if (source.isEmpty() && parameter.copyOf().isPresent()) {
                return Optional.of(path + " is a copy of 1 " + parameter.copyOf());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> copyProblem(Reached copy, Reached source, Parameter parameter) {
        List<Double> elements = TensorElements.of(copy.tensor().orElseThrow());
        List<Double> begun = TensorElements.of(source.tensor().orElseThrow());
        if (copy.tensor().orElseThrow() == source.tensor().orElseThrow()) {
            return Optional.of(copy.path() + " is the tensor of " + source.path());
        }
        if (!elements.equals(begun)) {
            return Optional.of(copy.path() + " is 1 " + elements + " instead of " + begun);
        }
        String named = parameter.copyOf().orElse("nothing");
        return named.equals(source.path())
                ? Optional.empty()
                : Optional.of(copy.path() + " is a copy of 1 " + named + " instead of " + source.path());
    }

    /** What a tensor begins as. */
    private Optional<Reached> source(Reached tensor) {
        for (Link copy : notes.copies()) {
            String from = ("." + tensor.path()).replace("." + copy.name() + ".", "." + copy.to() + ".");
            if (!from.equals("." + tensor.path())) {
                return Optional.ofNullable(byPath.get(first(from.substring(1))));
            }
        }
        return Optional.empty();
    }

    /** The first name of what is one tensor. */
    private String first(String path) {
        for (Link tie : notes.ties()) {
            if (("." + path).endsWith("." + tie.name())) {
                return first(path.substring(0, path.length() - tie.name().length()) + tie.to());
            }
        }
        return path;
    }
}
