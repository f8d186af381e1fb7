package org.initweights.processor.read;

import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.initweights.annotation.Shape;
import org.initweights.processor.report.Findings;
import org.initweights.processor.report.Places;

/**
 * Finds Kotlin properties that keep weights or models under names that Java does not have: {@code final}, {@code weight of}. kapt leaves
 * them out of what it shows to processors, so nothing would initialise them; the metadata of the class still have them.
 */
public final class DroppedProperties {

    private static final Set<String> TENSORS = Set.of(
            "kotlin.FloatArray",
            "kotlin.DoubleArray",
            "java.nio.FloatBuffer",
            "java.nio.DoubleBuffer",
            "java.nio.ShortBuffer");

    private final Elements elements;
    private final AnnotationFinder annotations;
    private final Findings findings;

    public DroppedProperties(ProcessingEnvironment environment, Places places, Findings findings) {
        this.elements = environment.getElementUtils();
        this.annotations = new AnnotationFinder(elements, places);
        this.findings = findings;
    }

    /** Reports those of the classes of a round. */
    public void check(RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements()).forEach(this::check);
    }

    private void check(TypeElement type) {
        for (KotlinProperty property : KotlinMetadata.properties(type)) {
            if (property.hasField() && !SourceVersion.isName(property.name()) && isMeant(property, type)) {
                findings.error(
                        annotations.place(shown(property, type)),
                        "DroppedProperty",
                        property.name() + ": " + problem(property.name())
                                + ", so kapt does not show the property, and nothing would initialise it; rename it");
            }
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::check);
    }

    private static String problem(String name) {
        return SourceVersion.isKeyword(name) ? "a keyword of Java" : "no name in Java";
    }

    private boolean isMeant(KotlinProperty property, TypeElement type) {
        boolean keeps = property.classes().stream().anyMatch(name -> TENSORS.contains(name) || isModel(name));
        if (keeps && annotations.isModel(type)) {
            return true;
        }
        return property.isAnnotated() && KotlinMetadata.described(type).stream().anyMatch(this::isOurs);
    }

    private boolean isModel(String name) {
        TypeElement type = elements.getTypeElement(name);
        return type != null && annotations.isModel(type);
    }

    private boolean isOurs(String name) {
        TypeElement type = elements.getTypeElement(name);
        return type != null
                && (type.getQualifiedName().contentEquals(Shape.class.getCanonicalName())
                        || annotations.isInitializer(type));
    }

    /** What kapt shows of a property: its getter, if Java has such a name, and else the class. */
    private static Element shown(KotlinProperty property, TypeElement type) {
        String getter = "get" + AccessReader.capitalized(property.name());
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(getter)) {
                return method;
            }
        }
        return type;
    }
}
