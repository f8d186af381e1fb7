package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.initweights.TensorShape;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.SubModelSpec;
import org.initweights.processor.model.SubModelSpec.Holder;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.ResolvedParameter;
import org.initweights.rule.Rule;

/** The Javadoc of a generated class: the table of the parameters. It names classes in such a way that nothing is imported for it. */
final class ModelJavadoc {

    private final ResolvedModel model;
    private final ClassRef name;
    private final List<String> rows = new ArrayList<>();
    private boolean known = true;
    private long total;

    private ModelJavadoc(ResolvedModel model) {
        this.model = model;
        this.name = model.spec().name();
        addRows(model);
    }

    static CodeBlock of(ResolvedModel model) {
        return CodeBlock.of("$L", new ModelJavadoc(model).text());
    }

    private String text() {
        StringBuilder doc = new StringBuilder("Initialises the weights of {@link " + name.nestedName() + "}.\n");
        boolean sealed = !model.spec().alternatives().isEmpty();
        if (sealed) {
            doc.append("\nIts parameters are those of the class that it is: ")
                    .append(alternatives())
                    .append(".\n");
        }
        if (rows.isEmpty()) {
            return sealed
                    ? doc.toString()
                    : doc.append("\nIt has no parameter.\n").toString();
        }
        doc.append("\n<table>\n<caption>Parameters")
                .append(known ? ": " + grouped(total) + " elements in total" : "")
                .append("</caption>\n")
                .append(
                        "<tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>\n");
        rows.forEach(row -> doc.append(row).append('\n'));
        return doc.append("</table>\n").append(signals()).toString();
    }

    /** How the layers with a declared activation scale the signal, and all of a sequence together. */
    private String signals() {
        StringBuilder doc = new StringBuilder();
        for (ResolvedParameter parameter : model.parameters()) {
            parameter
                    .spec()
                    .activation()
                    .ifPresent(activation -> parameter
                            .signal()
                            .ifPresent(signal -> doc.append(
                                    "<li>" + parameter.name() + ", after " + activation + ": " + signal + "\n")));
        }
        model.sequenceSignal()
                .ifPresent(signal -> doc.append("<li>"
                        + String.join(
                                " → ", model.spec().sequence().orElseThrow().weights()) + ": " + signal + "\n"));
        return doc.isEmpty() ? "" : "\n<p>What the layers do to the variance of the signal:\n<ul>\n" + doc + "</ul>\n";
    }

    private String alternatives() {
        return model.spec().alternatives().stream()
                .map(alternative -> link(alternative.type().name()))
                .collect(Collectors.joining(", "));
    }

    /** A class, with a link where it is certain that the class can be named here. */
    private String link(ClassRef type) {
        return type.packageName().equals(name.packageName())
                ? "{@link " + type.nestedName() + "}"
                : "{@code " + type.canonicalName() + "}";
    }

    private void addRows(ResolvedModel part) {
        part.parent().ifPresent(this::addRows);
        ModelSpec spec = part.spec();
        for (Member member : spec.members()) {
            if (member instanceof SubModelSpec subModel) {
                known = false;
                rows.add(row(subModel));
            } else {
                ResolvedParameter parameter = part.parameter(member.name()).orElseThrow();
                known &= parameter.shape().isPresent();
                total += elements(parameter);
                rows.add(row(parameter));
            }
        }
    }

    private String row(SubModelSpec member) {
        String path = member.holder() == Holder.FIELD ? member.name() : member.name() + ".*";
        return "<tr><td>" + path + ".*</td><td colspan=\"4\">those of " + link(member.model()) + "</td></tr>";
    }

    private static String row(ResolvedParameter parameter) {
        ParameterSpec spec = parameter.spec();
        return "<tr><td>"
                + String.join(
                        "</td><td>",
                        parameter.name(),
                        spec.shape().toString(),
                        title(spec),
                        JavaText.javadoc(parameter.distribution()),
                        parameter.shape().isPresent() ? grouped(elements(parameter)) : product(spec))
                + "</td></tr>";
    }

    private static String title(ParameterSpec parameter) {
        return parameter.initializers().stream()
                .map(ModelJavadoc::title)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String title(InitializerSpec initializer) {
        return !initializer.composed() && initializer.rule().orElse(null) instanceof Rule rule
                ? rule.title()
                : JavaText.javadocCode(initializer.display());
    }

    private static String product(ParameterSpec parameter) {
        return parameter.shape().dimensions().stream()
                .map(dimension -> dimension.text().contains(" ") ? "(" + dimension.text() + ")" : dimension.text())
                .reduce((a, b) -> a + " · " + b)
                .orElse("1");
    }

    private static long elements(ResolvedParameter parameter) {
        return parameter.shape().map(TensorShape::elements).orElse(0L);
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
