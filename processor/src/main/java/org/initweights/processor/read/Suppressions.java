package org.initweights.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Lint;
import org.initweights.processor.report.Places;

/** Finds the names in {@code @SuppressWarnings} that are meant for lints of ours, but for none that there is. */
public final class Suppressions {

    private final Elements elements;
    private final Set<String> checked = new HashSet<>();

    public Suppressions(Elements elements) {
        this.elements = elements;
    }

    /** Checks a model, its fields, and the classes around it; each class once in a compilation. */
    public void check(TypeElement model, Places places, Findings findings) {
        AnnotationFinder annotations = new AnnotationFinder(elements, places);
        check(model, annotations, findings);
        ElementFilter.fieldsIn(model.getEnclosedElements()).forEach(field -> check(field, annotations, findings));
        for (Element around = model.getEnclosingElement();
                around instanceof TypeElement type;
                around = type.getEnclosingElement()) {
            check(type, annotations, findings);
        }
    }

    private void check(Element element, AnnotationFinder annotations, Findings findings) {
        if (element instanceof TypeElement type
                && !checked.add(type.getQualifiedName().toString())) {
            return;
        }
        annotations
                .find(element, SuppressWarnings.class)
                .ifPresent(view -> words(view)
                        .flatMap(word -> Lint.mistake(word).stream())
                        .forEach(mistake -> findings.lint(
                                Lint.UNKNOWN_LINT, view.place("value"), element.getSimpleName() + ": " + mistake)));
    }

    private static Stream<String> words(AnnotationView suppression) {
        List<AnnotationValue> values = suppression.list("value");
        return values.stream().map(AnnotationValue::getValue).map(Object::toString);
    }
}
