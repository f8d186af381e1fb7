package org.initweights.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.stream.Collectors;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.resolve.Contents;
import org.initweights.processor.resolve.ResolvedModel;
import org.initweights.processor.resolve.ResolvedParameter;

/** The Javadoc of a generated class: what it initialises. It names classes in such a way that nothing is imported for it. */
final class ModelJavadoc {

    private final ResolvedModel model;
    private final Contents contents;
    private final ClassRef name;

    private ModelJavadoc(ResolvedModel model, Contents contents) {
        this.model = model;
        this.contents = contents;
        this.name = model.spec().name();
    }

    static CodeBlock of(ResolvedModel model, Contents contents) {
        return CodeBlock.of("$L", new ModelJavadoc(model, contents).text());
    }

    private String text() {
        StringBuilder doc = new StringBuilder("Initialises the weights of {@link " + name.nestedName() + "}.\n");
        boolean several =
                model.spec().isAbstract() || !model.spec().alternatives().isEmpty();
        if (several) {
            doc.append('\n')
                    .append(Lines.javadoc(
                            Lines.words("Its parameters are those of the class that it is" + alternatives() + ".")))
                    .append('\n');
        }
        if (contents.rows().isEmpty()) {
            return several
                    ? doc.toString()
                    : doc.append("\nIt has no parameter.\n").toString();
        }
        return doc.append('\n')
                .append(new JavadocTable(contents, name).html())
                .append(signals())
                .append(widths())
                .toString();
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
                            .ifPresent(signal ->
                                    doc.append(item(parameter.name() + ", after " + activation + ": " + signal))));
        }
        model.pathSignal()
                .ifPresent(signal -> doc.append(item(String.join(
                                " → ", model.spec().signalPath().orElseThrow().weights())
                        + ": " + signal)));
        return doc.isEmpty() ? "" : "\n<p>What the layers do to the variance of the signal:\n<ul>\n" + doc + "</ul>\n";
    }

    /** What belongs to the roles of the maximal update parametrization beside the numbers that are drawn. */
    private String widths() {
        List<String> lines = WidthText.of(contents);
        if (lines.isEmpty()) {
            return "";
        }
        return lines.stream()
                .map(line -> item(JavaText.javadoc(line)))
                .collect(Collectors.joining(
                        "", "\n<p>What width and depth do to learning rates and outputs (µP):\n<ul>\n", "</ul>\n"));
    }

    private static String item(String text) {
        return Lines.javadoc(Lines.words("<li>" + text)) + "\n";
    }

    private String alternatives() {
        return model.spec().alternatives().stream()
                .map(alternative -> link(alternative.type().name()))
                .reduce((all, next) -> all + ", " + next)
                .map(all -> ": " + all)
                .orElse("");
    }

    private String link(ClassRef type) {
        return JavaText.javadocLink(type, name);
    }
}
