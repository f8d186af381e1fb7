package org.initweights.processor.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.TensorShape;
import org.initweights.internal.message.Notation;
import org.initweights.internal.rule.Rule;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.InitializerCall;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.name.ClassRef;
import org.initweights.processor.resolve.Contents;
import org.initweights.processor.resolve.Contents.ModelRow;
import org.initweights.processor.resolve.Contents.OpenRow;
import org.initweights.processor.resolve.Contents.Own;
import org.initweights.processor.resolve.Contents.ParameterRow;
import org.initweights.processor.resolve.Contents.Row;
import org.initweights.processor.resolve.Contents.Ruled;
import org.initweights.processor.resolve.Contents.Ruling;

/** The table of a model's parameters in Javadoc. */
final class JavadocTable {

    private static final String HEADER =
            "<tr><th>parameter</th><th>shape</th><th>initializer</th><th>distribution</th><th>elements</th></tr>\n";

    private final Contents contents;
    private final ClassRef name;

    /** @param name the class that the table is for */
    JavadocTable(Contents contents, ClassRef name) {
        this.contents = contents;
        this.name = name;
    }

    String html() {
        String total = contents.total()
                .map(elements -> ": " + Notation.count(elements) + " elements in total"
                        + (contents.trained() == elements
                                ? ""
                                : ", " + Notation.count(contents.trained()) + " of them trained"))
                .orElse("");
        String rows = contents.rows().stream().map(this::row).collect(Collectors.joining());
        return "<table>\n<caption>Parameters" + total + "</caption>\n" + HEADER + rows + "</table>\n";
    }

    private String row(Row row) {
        if (row instanceof ModelRow model) {
            return row("<td>" + model.path() + "</td>", "<td colspan=\"4\">those of " + link(model.model()) + "</td>");
        }
        if (row instanceof OpenRow open) {
            return row("<td>" + open.path() + "</td>", "<td colspan=\"4\">those of the models that it holds</td>");
        }
        ParameterRow found = (ParameterRow) row;
        ParameterSpec parameter = found.parameter();
        return row(Stream.of(
                        found.path()
                                + found.owner()
                                        .map(owner -> " of " + link(owner))
                                        .orElse("")
                                + presence(parameter)
                                + (parameter.isTrained() ? "" : ", not trained"),
                        JavaText.javadoc(parameter.shape().toString()),
                        initializer(found),
                        JavaText.javadoc(distribution(found)),
                        JavaText.javadoc(elements(parameter)))
                .map(cell -> "<td>" + cell + "</td>")
                .toArray(String[]::new));
    }

    private static String presence(ParameterSpec parameter) {
        String words = parameter.presence().words();
        return words.isEmpty() ? "" : ", " + JavaText.javadoc(words);
    }

    private static String row(String... cells) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            String cell = (i == 0 ? "<tr>" : "") + cells[i] + (i == cells.length - 1 ? "</tr>" : "");
            pieces.addAll(Lines.fits(cell) ? List.of(cell) : Lines.words(cell));
        }
        return Lines.javadoc(pieces) + "\n";
    }

    private String link(ClassRef type) {
        return JavaText.javadocLink(type, name);
    }

    private static String initializer(ParameterRow row) {
        Ruling ruling = row.ruling();
        if (ruling instanceof Contents.Tied tied) {
            return JavaText.javadoc("tied to " + tied.to());
        }
        if (ruling instanceof Contents.Copied copied) {
            return JavaText.javadoc("copy of " + copied.from());
        }
        if (ruling instanceof Ruled ruled) {
            return title(ruled.rule().initializer()) + ", by rule";
        }
        return ruling instanceof Own
                ? row.parameter().initializers().stream()
                        .map(JavadocTable::title)
                        .distinct()
                        .collect(Collectors.joining(", "))
                : "by the rule that wins in the built model";
    }

    private static String distribution(ParameterRow row) {
        Ruling ruling = row.ruling();
        if (ruling instanceof Ruled ruled) {
            return DistributionText.of(
                    ruled.rule().initializer(), row.parameter().shape());
        }
        return ruling instanceof Own ? DistributionText.of(row.parameter()) : "";
    }

    private static String title(InitializerSpec initializer) {
        if (!initializer.composed()) {
            if (initializer.rule().orElse(null) instanceof Rule rule) {
                return rule.title();
            }
            if (initializer.call().untransformed() instanceof InitializerCall.Factory factory) {
                return factory.factory();
            }
        }
        return JavaText.javadocCode(initializer.display());
    }

    private static String elements(ParameterSpec parameter) {
        return parameter
                .shape()
                .known()
                .map(TensorShape::elements)
                .map(Notation::count)
                .orElseGet(() -> product(parameter));
    }

    private static String product(ParameterSpec parameter) {
        List<Dimension> dimensions = parameter.shape().dimensions();
        if (dimensions.size() == 1) {
            return dimensions.get(0).text();
        }
        return dimensions.stream()
                .map(dimension -> dimension.text().contains(" ") ? "(" + dimension.text() + ")" : dimension.text())
                .collect(Collectors.joining(" · "));
    }
}
