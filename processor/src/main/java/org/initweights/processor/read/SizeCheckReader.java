package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.initweights.annotation.Dim;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.DimensionReader;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Source;
import org.initweights.processor.model.SizeCheckSpec;
import org.initweights.processor.report.Findings;

/** Reads {@code @Dim}: checks the sizes that are known, and says how to check the others. */
final class SizeCheckReader {

    private final AnnotationFinder annotations;
    private final DimensionReader dimensions;
    private final Findings findings;

    SizeCheckReader(AnnotationFinder annotations, DimensionReader dimensions, Findings findings) {
        this.annotations = annotations;
        this.dimensions = dimensions;
        this.findings = findings;
    }

    /** What must be checked when there is a model. */
    List<SizeCheckSpec> read(TypeElement model) {
        List<SizeCheckSpec> checks = new ArrayList<>();
        for (Element member : model.getEnclosedElements()) {
            annotations.find(member, Dim.class).ifPresent(view -> {
                String name = member.getSimpleName() + (member.getKind() == ElementKind.METHOD ? "()" : "");
                try {
                    Dimension size = dimensions.read(new Source("@Dim", name, "DimensionSyntax"));
                    range(name, size, view, checks);
                    division(name, size, view, "divides", checks);
                    division(name, size, view, "multipleOf", checks);
                } catch (ExpressionException e) {
                    findings.error(view.place(), e.id(), e.getMessage() + "");
                }
            });
        }
        return checks;
    }

    private void range(String name, Dimension size, AnnotationView view, List<SizeCheckSpec> checks) {
        long min = view.wholeNumber("min");
        long max = view.wholeNumber("max");
        if (min > max) {
            findings.error(
                    view.place("max"), "DimRange", name + ": no size is at least " + min + " and at most " + max);
        } else if (size.size().isEmpty()) {
            checks.add(new SizeCheckSpec.Range(name, size, min, max));
        } else if (size.size().getAsLong() < min || size.size().getAsLong() > max) {
            findings.error(
                    view.place(size.size().getAsLong() < min ? "min" : "max"),
                    "DimRange",
                    name + ": " + size.size().getAsLong() + " is "
                            + (size.size().getAsLong() < min ? "less than " + min : "more than " + max));
        }
    }

    private void division(String name, Dimension size, AnnotationView view, String member, List<SizeCheckSpec> checks)
            throws ExpressionException {
        String text = view.string(member);
        if (text.isEmpty()) {
            return;
        }
        Dimension other = other(view, member, text);
        boolean divides = member.equals("divides");
        String divisorName = divides ? name : other.text();
        String multipleName = divides ? other.text() : name;
        Dimension divisor = divides ? size : other;
        Dimension multiple = divides ? other : size;
        if (divisor.size().isPresent() && multiple.size().isPresent()) {
            long by = divisor.size().getAsLong();
            if (by == 0 || multiple.size().getAsLong() % by != 0) {
                findings.error(
                        view.place(member),
                        "DimDivides",
                        name + ": " + divisorName + " = " + by + " does not divide " + multipleName + " = "
                                + multiple.size().getAsLong());
            }
            return;
        }
        checks.add(new SizeCheckSpec.Division(divisorName, divisor, multipleName, multiple));
    }

    private Dimension other(AnnotationView view, String member, String text) throws ExpressionException {
        try {
            return dimensions.read(new Source(member, text, "DimensionSyntax"));
        } catch (ExpressionException e) {
            findings.error(view.place(member), e.id(), e.getMessage() + "");
            return Dimension.of(1);
        }
    }
}
