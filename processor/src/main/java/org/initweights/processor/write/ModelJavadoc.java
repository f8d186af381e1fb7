package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.model.SubModelSpec.Holder;
import org.initweights.rule.Rule;

/** The Javadoc of a generated class: the table of the parameters. */
final class ModelJavadoc {

    private ModelJavadoc() {}

    static CodeBlock of(ModelSpec model) {
        CodeBlock.Builder doc = CodeBlock.builder().add("Initialises the weights of {@link $T}.\n", model.name());
        List<Member> members = inheritedFirst(model);
        if (!model.alternatives().isEmpty()) {
            doc.add("\nIts parameters are those of the class that it is: $L.\n", alternatives(model));
        }
        if (members.isEmpty()) {
            return !model.alternatives().isEmpty()
                    ? doc.build()
                    : doc.add("\nIt has no parameter.\n").build();
        }
        doc.add("\n<table>\n<caption>$L</caption>\n", caption(members));
        doc.add(
                "<tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>\n");
        for (Member member : members) {
            doc.add("$L\n", member instanceof ParameterSpec parameter ? row(parameter) : row((SubModelSpec) member));
        }
        return doc.add("</table>\n").add(signals(model)).build();
    }

    /** How the layers with a declared activation scale the signal, and all of a sequence together. */
    private static CodeBlock signals(ModelSpec model) {
        CodeBlock.Builder doc = CodeBlock.builder();
        for (ParameterSpec parameter : model.parameters()) {
            if (parameter.activation().isPresent() && parameter.signal().isPresent()) {
                doc.add(
                        "<li>$L, after $L: $L\n",
                        parameter.name(),
                        parameter.activation().get(),
                        parameter.signal().get());
            }
        }
        model.sequenceSignal()
                .ifPresent(signal -> doc.add(
                        "<li>$L: $L\n",
                        String.join(" → ", model.sequence().orElseThrow().weights()),
                        signal));
        return doc.isEmpty()
                ? doc.build()
                : CodeBlock.of("\n<p>What the layers do to the variance of the signal:\n<ul>\n$L</ul>\n", doc.build());
    }

    private static CodeBlock alternatives(ModelSpec model) {
        return model.alternatives().stream()
                .map(alternative -> CodeBlock.of("{@link $T}", alternative.name()))
                .collect(CodeBlock.joining(", "));
    }

    private static List<Member> inheritedFirst(ModelSpec model) {
        List<Member> members = new ArrayList<>();
        model.parent().ifPresent(parent -> members.addAll(inheritedFirst(parent)));
        members.addAll(model.members());
        return members;
    }

    /** The total, if the sizes of all parameters are known. */
    private static String caption(List<Member> members) {
        boolean known = members.stream()
                .allMatch(member -> member instanceof ParameterSpec parameter
                        && parameter.shape().isKnown());
        if (!known) {
            return "Parameters";
        }
        long total = members.stream()
                .mapToLong(member -> elements((ParameterSpec) member))
                .sum();
        return "Parameters: " + grouped(total) + " elements in total";
    }

    private static CodeBlock row(SubModelSpec member) {
        String name = member.holder() == Holder.FIELD ? member.name() : member.name() + ".*";
        return CodeBlock.of(
                "<tr><td>$L</td><td colspan=\"4\">those of {@link $T}</td></tr>", name + ".*", member.model());
    }

    private static CodeBlock row(ParameterSpec parameter) {
        return CodeBlock.of(
                "$L",
                "<tr><td>"
                        + String.join(
                                "</td><td>",
                                parameter.name(),
                                parameter.shape().toString(),
                                title(parameter),
                                distribution(parameter),
                                parameter.shape().isKnown() ? grouped(elements(parameter)) : product(parameter))
                        + "</td></tr>");
    }

    private static String title(ParameterSpec parameter) {
        return parameter.initializers().stream()
                .map(ModelJavadoc::title)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String title(InitializerSpec initializer) {
        return initializer.composed() || initializer.rule().isEmpty()
                ? "{@code " + initializer.display() + "}"
                : ((Rule) initializer.rule().get()).title();
    }

    private static String distribution(ParameterSpec parameter) {
        return parameter.fill().map(Fill::toString).orElse("when built");
    }

    private static String product(ParameterSpec parameter) {
        return parameter.shape().dimensions().stream()
                .map(dimension -> dimension.text().contains(" ") ? "(" + dimension.text() + ")" : dimension.text())
                .reduce((a, b) -> a + " · " + b)
                .orElse("1");
    }

    private static long elements(ParameterSpec parameter) {
        return parameter.shape().known().map(TensorShape::elements).orElse(0L);
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
