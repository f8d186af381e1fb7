package org.initweights.internal.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.InitializationException;
import org.initweights.Parameter;
import org.initweights.internal.message.Spelling;
import org.initweights.internal.rule.NamedResolution;
import org.initweights.internal.select.Way;

/** Which of some parameters start from which others. It does not change, and threads may share it. */
public final class Derivations {

    private final List<Parameter> parameters;
    private final IdentityHashMap<Parameter, Derivation> derivations = new IdentityHashMap<>();
    private final Map<String, Parameter> byName = new HashMap<>();

    private Derivations(Iterable<? extends Parameter> parameters) {
        List<Parameter> all = new ArrayList<>();
        parameters.forEach(all::add);
        this.parameters = List.copyOf(all);
        all.forEach(parameter -> Derivation.of(parameter).ifPresent(found -> derivations.put(parameter, found)));
        if (!derivations.isEmpty()) {
            all.forEach(parameter -> byName.putIfAbsent(parameter.name(), parameter));
            all.forEach(parameter -> parameter.names().forEach(name -> byName.putIfAbsent(name, parameter)));
        }
    }

    /** Those among some parameters. */
    public static Derivations among(Iterable<? extends Parameter> parameters) {
        return new Derivations(parameters);
    }

    /** How a parameter starts, if from another. */
    public Optional<Derivation> of(Parameter parameter) {
        Derivation known = derivations.get(parameter);
        // A member of a plan stands for one of the parameters without being it.
        return known == null ? Derivation.of(parameter) : Optional.of(known);
    }

    /** What a parameter starts from, if that is one of these. */
    public Optional<Parameter> source(Parameter parameter) {
        return of(parameter).map(Derivation::source).map(byName::get);
    }

    /** The parameters that start from nothing else. */
    public List<Parameter> independent() {
        return parameters.stream()
                .filter(parameter -> !derivations.containsKey(parameter))
                .toList();
    }

    /** Those that start from others, after these; else in their order. */
    public List<Parameter> derived() {
        if (derivations.isEmpty()) {
            return List.of();
        }
        IdentityHashMap<Parameter, Integer> steps = new IdentityHashMap<>();
        List<Parameter> derived = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (derivations.containsKey(parameter)) {
                steps.put(parameter, way(parameter).steps().size());
                derived.add(parameter);
            }
        }
        derived.sort(Comparator.comparing(steps::get));
        return derived;
    }

    /**
     * Those that random numbers are drawn for: all that start from none of the others. A copy of something else is drawn as that; what is
     * computed of something else cannot be.
     */
    public List<Parameter> drawn() {
        return parameters.stream()
                .filter(parameter ->
                        source(parameter).isEmpty() && !(derivations.get(parameter) instanceof Derivation.Computed))
                .toList();
    }

    /** The parameters, of which those that start from others follow what these start as now. */
    public List<Parameter> followed() {
        if (derivations.isEmpty()) {
            return parameters;
        }
        checkWhatIsThere();
        IdentityHashMap<Parameter, Parameter> followed = new IdentityHashMap<>();
        for (Parameter parameter : derived()) {
            Optional<Parameter> source = source(parameter);
            if (source.isPresent() && parameter instanceof Deriving deriving) {
                Parameter now = followed.getOrDefault(source.get(), source.get());
                followed.put(parameter, deriving.following(now));
            }
        }
        return parameters.stream()
                .map(parameter -> followed.getOrDefault(parameter, parameter))
                .toList();
    }

    /**
     * Checks what is computed of others, all of which must be here.
     *
     * @throws IllegalArgumentException if one is not, if a shape or type does not fit, or if they lead back to themselves
     */
    public void check() {
        derivations.forEach((parameter, derivation) -> {
            if (derivation instanceof Derivation.Computed computed && !byName.containsKey(computed.source())) {
                throw new IllegalArgumentException(parameter.name() + ": computed of " + computed.source()
                        + ", but there is no such parameter"
                        + Spelling.closest(computed.source(), byName.keySet())
                                .map(close -> "; did you mean " + close + "?")
                                .orElse("; name one beside it")
                        + " [UnknownParameter]");
            }
        });
        checkWhatIsThere();
    }

    /**
     * Checks what is computed of others, as far as these are here.
     *
     * @throws IllegalArgumentException if a shape or type does not fit, or if they lead back to themselves
     */
    public void checkWhatIsThere() {
        for (Parameter parameter : parameters) {
            Optional<Parameter> source = source(parameter);
            if (source.isPresent() && of(parameter).get() instanceof Derivation.Computed computed) {
                checkNoCircle(parameter);
                check(parameter, source.get(), computed);
            }
        }
    }

    private static void check(Parameter parameter, Parameter source, Derivation.Computed computed) {
        NamedResolution.naming(parameter.name(), () -> {
            if (source.dtype().isInteger()) {
                throw new InitializationException(
                        "DerivedType",
                        computed.how().toString(),
                        "of",
                        "is computed of floats, but " + source.name() + " holds integers, " + source.dtype()
                                + "; name a parameter of floats");
            }
            computed.how().checkFits(parameter.shape(), source.shape());
        });
    }

    private void checkNoCircle(Parameter parameter) {
        Way<String> way = way(parameter);
        if (!way.circle().isEmpty()) {
            throw new IllegalArgumentException(way.circle().get(0) + ": " + way.round(name -> name)
                    + " is a circle, so none of them has values to begin with; give one of them another initializer"
                    + " [DerivedCycle]");
        }
    }

    /** The names of a parameter, of what it starts from, of what that starts from, and so on, as far as these are here. */
    public List<String> path(Parameter parameter) {
        return way(parameter).steps();
    }

    private Way<String> way(Parameter parameter) {
        return derivations.containsKey(parameter)
                ? Way.from(
                        parameter.name(),
                        name -> Optional.ofNullable(byName.get(name))
                                .flatMap(this::source)
                                .map(Parameter::name))
                : new Way<>(List.of(parameter.name()), List.of());
    }
}
