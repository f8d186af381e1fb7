package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.initweights.processor.expression.SizeVariable;
import org.initweights.processor.name.MemberPath;
import org.initweights.processor.name.MemberPath.Step;

/**
 * The variables of one generated method. Their names hide nothing else that the method names; a number of the model gets its variable
 * when it is first used.
 */
final class Locals {

    private final NameAllocator names = new NameAllocator();
    private final Map<SizeVariable, String> sizes = new LinkedHashMap<>();
    private final String model;
    private final String parameters;
    private final String collector;

    /**
     * @param taken the names that the method uses for something else
     * @param collector what it calls the collector of its members
     */
    Locals(Set<String> taken, String collector) {
        taken.forEach(names::newName);
        this.model = names.newName("model");
        this.parameters = names.newName("parameters");
        this.collector = collector.equals("parameters") ? parameters : names.newName(collector);
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
        return sizes.computeIfAbsent(size, added -> names.newName(suggested(added.written())));
    }

    /** Another variable. */
    String named(String suggestion) {
        return names.clone().newName(suggestion);
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

    /** The statements that read the numbers which were used. */
    CodeBlock definitions() {
        CodeBlock.Builder code = CodeBlock.builder();
        sizes.forEach(
                (size, name) -> code.addStatement("$L $L = $L", size.isWhole() ? "long" : "double", name, read(size)));
        return code.build();
    }

    private CodeBlock read(SizeVariable size) {
        MemberPath path = size.path();
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
