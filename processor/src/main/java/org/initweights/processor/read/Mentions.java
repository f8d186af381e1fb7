package org.initweights.processor.read;

import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.initweights.annotation.InitWeights;
import org.initweights.processor.model.SuppressedWarning;

/** What the code that is generated for a model names, as far as the compiler warns of it. */
final class Mentions {

    private final Elements elements;
    private final Set<SuppressedWarning> warnings = EnumSet.noneOf(SuppressedWarning.class);

    Mentions(Elements elements) {
        this.elements = elements;
    }

    /** The warnings of all that was named so far. */
    Set<SuppressedWarning> warnings() {
        return warnings.isEmpty() ? Set.of() : Set.copyOf(warnings);
    }

    /** Generated code names an element, and so the classes around it. */
    void name(Element element) {
        for (Element around = element;
                around != null && !(around instanceof PackageElement);
                around = around.getEnclosingElement()) {
            if (elements.isDeprecated(around)) {
                warnings.add(isForRemoval(around) ? SuppressedWarning.REMOVAL : SuppressedWarning.DEPRECATION);
            }
        }
    }

    private boolean isForRemoval(Element element) {
        return element.getAnnotationMirrors().stream()
                .filter(annotation -> annotation.getAnnotationType().toString().equals("java.lang.Deprecated"))
                .anyMatch(this::isForRemoval);
    }

    private boolean isForRemoval(AnnotationMirror deprecated) {
        return elements.getElementValuesWithDefaults(deprecated).entrySet().stream()
                .anyMatch(member -> member.getKey().getSimpleName().contentEquals("forRemoval")
                        && Boolean.TRUE.equals(member.getValue().getValue()));
    }

    /** A generated class is for all modules that use the model's module. */
    void export(TypeElement model) {
        ModuleElement module = elements.getModuleOf(model);
        TypeElement ours = elements.getTypeElement(InitWeights.class.getCanonicalName());
        if (module == null || module.isUnnamed() || ours == null) {
            return;
        }
        boolean exported = ElementFilter.exportsIn(module.getDirectives()).stream()
                .anyMatch(export -> export.getPackage().equals(elements.getPackageOf(model)));
        boolean passedOn = ElementFilter.requiresIn(module.getDirectives()).stream()
                .anyMatch(required ->
                        required.isTransitive() && required.getDependency().equals(elements.getModuleOf(ours)));
        if (exported && !passedOn) {
            warnings.add(SuppressedWarning.EXPORTS);
        }
    }
}
