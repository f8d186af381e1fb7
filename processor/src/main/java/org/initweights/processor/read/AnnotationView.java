package org.initweights.processor.read;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.initweights.processor.model.Literals;
import org.initweights.processor.report.Place;

/** An annotation on a field or a class, with typed access to its members by name. */
final class AnnotationView {

    private final Element element;
    private final AnnotationMirror mirror;
    private final Map<String, AnnotationValue> explicit = new LinkedHashMap<>();
    private final Map<String, AnnotationValue> values = new LinkedHashMap<>();

    AnnotationView(Element element, AnnotationMirror mirror, Elements elements) {
        this.element = element;
        this.mirror = mirror;
        mirror.getElementValues().forEach((member, value) -> explicit.put(nameOf(member), value));
        elements.getElementValuesWithDefaults(mirror).forEach((member, value) -> values.put(nameOf(member), value));
    }

    private static String nameOf(ExecutableElement member) {
        return member.getSimpleName().toString();
    }

    TypeElement type() {
        return (TypeElement) mirror.getAnnotationType().asElement();
    }

    String qualifiedName() {
        return type().getQualifiedName().toString();
    }

    boolean isExplicit(String member) {
        return explicit.containsKey(member);
    }

    double number(String member) {
        return ((Number) get(member)).doubleValue();
    }

    int integer(String member) {
        return (Integer) get(member);
    }

    String string(String member) {
        return (String) get(member);
    }

    <E extends Enum<E>> E constant(String member, Class<E> type) {
        return Enum.valueOf(type, constantName(member));
    }

    String constantName(String member) {
        return ((VariableElement) get(member)).getSimpleName().toString();
    }

    /** The value of a number or an enum constant, as generated code writes it. */
    CodeBlock literal(String member) {
        Object value = get(member);
        if (value instanceof VariableElement constant) {
            return Literals.member(
                    TypeName.get(constant.asType()), constant.getSimpleName().toString());
        }
        return value instanceof Integer integer ? Literals.of((int) integer) : Literals.of((double) value);
    }

    TypeMirror type(String member) {
        return (TypeMirror) get(member);
    }

    List<AnnotationValue> list(String member) {
        return listOf(get(member));
    }

    private static List<AnnotationValue> listOf(Object value) {
        return ((List<?>) value).stream().map(AnnotationValue.class::cast).toList();
    }

    private Object get(String member) {
        AnnotationValue value = values.get(member);
        if (value == null) {
            throw new IllegalArgumentException("@" + type().getSimpleName() + " has no member " + member);
        }
        return value.getValue();
    }

    /** The annotation. */
    Place place() {
        return Place.of(element, mirror);
    }

    /** The value of a member if it was given, else the annotation. */
    Place place(String member) {
        return new Place(element, mirror, explicit.get(member));
    }

    /** Where each member that was given was given. */
    Map<String, Place> places() {
        return explicit.keySet().stream().collect(Collectors.toMap(member -> member, this::place));
    }

    /** The annotation as the user would write it: {@code @Dirac(groups = 3)}. */
    String display() {
        String name = "@" + type().getSimpleName();
        if (explicit.isEmpty()) {
            return name;
        }
        if (explicit.keySet().equals(Set.of("value"))) {
            return name + "(" + display(get("value")) + ")";
        }
        return explicit.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + display(entry.getValue().getValue()))
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    private static String display(Object value) {
        if (value instanceof VariableElement constant) {
            return constant.getSimpleName().toString();
        }
        if (value instanceof String string) {
            return "\"" + string + "\"";
        }
        if (value instanceof List<?> list) {
            return listOf(list).stream()
                    .map(item -> display(item.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e7) {
            return Long.toString(number.longValue());
        }
        if (value instanceof TypeMirror type) {
            String name = type.toString();
            return name.substring(name.lastIndexOf('.') + 1) + ".class";
        }
        return value.toString();
    }
}
