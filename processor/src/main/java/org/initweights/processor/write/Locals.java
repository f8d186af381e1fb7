package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.name.MemberPath;
import org.initweights.processor.name.MemberPath.Step;

/**
 * The variables of one generated method. Their names hide nothing else that the method names; a number of the model gets its variable
 * when it is first used.
 */
final class Locals {

    private final NameAllocator names;
    private final Optional<Locals> outer;
    private final Map<String, String> ofLambdas;
    private final Map<SizeVariable, String> sizes = new LinkedHashMap<>();
    private final Map<Dimension, String> computed = new HashMap<>();
    private final CodeBlock.Builder computations = CodeBlock.builder();
    private final String model;
    private final String parameters;
    private final String collector;

    /**
     * @param taken the names that the method uses for something else
     * @param collector what it calls the collector of its members
     */
    Locals(Set<String> taken, String collector) {
        this.names = new NameAllocator();
        this.ofLambdas = new HashMap<>();
        this.outer = Optional.empty();
        // Each with itself as the tag: without one, JavaPoet makes up a random one.
        taken.forEach(name -> names.newName(name, name));
        this.model = names.newName("model");
        this.parameters = names.newName("parameters");
        this.collector = collector.equals("parameters") ? parameters : names.newName(collector);
    }

    private Locals(Locals outer) {
        this.names = outer.names;
        this.ofLambdas = outer.ofLambdas;
        this.outer = Optional.of(outer);
        this.model = outer.model;
        this.parameters = outer.parameters;
        this.collector = outer.collector;
    }

    /** The model. */
    String model() {
        return model;
    }

    /** The method's parameter that collects. */
    String parameters() {
        return parameters;
    }

    /** What collects the members: the parameter, or that with the model's rules. */
    String collector() {
        return collector;
    }

    /** The variable that holds a number of the model. */
    String of(SizeVariable size) {
        return outer.flatMap(around -> around.known(size))
                .orElseGet(() -> sizes.computeIfAbsent(size, added -> names.newName(suggested(added.written()))));
    }

    private Optional<String> known(SizeVariable size) {
        return Optional.ofNullable(sizes.get(size)).or(() -> outer.flatMap(around -> around.known(size)));
    }

    private Optional<String> known(Dimension size) {
        return Optional.ofNullable(computed.get(size)).or(() -> outer.flatMap(around -> around.known(size)));
    }

    /**
     * The variable that holds a computed size.
     *
     * @param name what the size is for first
     */
    String of(Dimension size, String name) {
        Optional<String> known = known(size);
        if (known.isPresent()) {
            return known.get();
        }
        String added = names.newName("size" + (computed.size() + 1));
        CodeBlock values = size.variables().stream()
                .map(variable -> CodeBlock.of(",$W$L, $L", Literals.of(variable.written()), of(variable)))
                .collect(CodeBlock.joining(""));
        computations.addStatement(
                "long $L = $L.size($L, $L,$W() -> $L$L)",
                added,
                parameters,
                Literals.of(name),
                Literals.of(size.text()),
                TermCode.exact(size.term(), this).code(),
                values);
        computed.put(size, added);
        return added;
    }

    /** The variables of a block inside the method: it may use those of the method, and has more of its own. */
    Locals inner() {
        return new Locals(this);
    }

    /** A variable of a lambda. All lambdas of the method may have it, and no variable around them has its name. */
    String named(String suggestion) {
        return ofLambdas.computeIfAbsent(suggestion, names::newName);
    }

    /** {@code config.hidden()} is kept in the variable {@code configHidden}. */
    private static String suggested(String written) {
        StringBuilder name = new StringBuilder();
        for (String part : written.replace("()", "").split("\\.", -1)) {
            int first = part.offsetByCodePoints(0, 1);
            name.append(
                    name.isEmpty() ? part : part.substring(0, first).toUpperCase(Locale.ROOT) + part.substring(first));
        }
        return name.toString();
    }

    /** The statements that read the numbers which were used, and compute sizes of them. */
    CodeBlock definitions() {
        CodeBlock.Builder code = CodeBlock.builder();
        sizes.forEach(
                (size, name) -> code.addStatement("$L $L = $L", size.isWhole() ? "long" : "double", name, read(size)));
        return code.add(computations.build()).build();
    }

    private CodeBlock read(SizeVariable size) {
        return size.source() instanceof MemberPath path ? read(path) : CodeBlock.of("$L.index()", parameters);
    }

    /** The expression that reads a member of the model. */
    CodeBlock read(MemberPath path) {
        CodeBlock read =
                path.owner().map(owner -> CodeBlock.of("$T", Types.of(owner))).orElse(CodeBlock.of("$L", model));
        StringBuilder written = new StringBuilder();
        for (Step step : path.steps()) {
            read = CodeBlock.of("$L.$L", read, step);
            written.append(written.isEmpty() ? "" : ".").append(step);
            if (step.isObject()) {
                read = CodeBlock.of("$L.present($L, $L)", parameters, Literals.of(written.toString()), read);
            }
        }
        return read;
    }
}
