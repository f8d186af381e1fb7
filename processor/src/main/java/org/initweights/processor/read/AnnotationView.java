package org.initweights.processor.read;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.initweights.annotation.FromModel;
import org.initweights.annotation.Slice;
import org.initweights.annotation.Slices;
import org.initweights.processor.model.Place;
import org.initweights.processor.name.StringLiteral;
import org.initweights.processor.read.OmittedNumbers.FromModelView;
import org.initweights.processor.report.Places;
import org.initweights.processor.report.SourcePlace;

/** An annotation on a field or a class, with typed access to its members by name. */
final class AnnotationView {

    // Longer than other files: an annotation has members of a dozen types, with one short method each.

    private static final Set<String> SLICES = Set.of(Slice.class.getCanonicalName(), Slices.class.getCanonicalName());

    private final TypeElement type;
    private final String qualifiedName;
    private final SourcePlace place;
    private final Places places;
    private final Map<String, AnnotationValue> explicit;
    private final Supplier<Map<String, AnnotationValue>> values;

    AnnotationView(Element element, AnnotationMirror mirror, Elements elements, Places places) {
        this(
                (TypeElement) mirror.getAnnotationType().asElement(),
                SourcePlace.of(element, mirror),
                places,
                byName(mirror.getElementValues()),
                Suppliers.memoize(() -> byName(elements.getElementValuesWithDefaults(mirror))));
    }

    private AnnotationView(
            TypeElement type,
            SourcePlace place,
            Places places,
            Map<String, AnnotationValue> explicit,
            Supplier<Map<String, AnnotationValue>> values) {
        this.type = type;
        this.qualifiedName = type.getQualifiedName().toString();
        this.place = place;
        this.places = places;
        this.explicit = explicit;
        this.values = values;
    }

    /** This annotation as the one with this number of those of its type on the element. */
    AnnotationView repeated(int index) {
        return new AnnotationView(type, place.repeated(index), places, explicit, values);
    }

    /** An annotation that this one names in its member {@code use}: every member of it has its default. */
    AnnotationView named(TypeElement annotation) {
        Map<String, AnnotationValue> defaults = new LinkedHashMap<>();
        for (ExecutableElement member : ElementFilter.methodsIn(annotation.getEnclosedElements())) {
            if (member.getDefaultValue() != null) {
                defaults.put(nameOf(member), member.getDefaultValue());
            }
        }
        return new AnnotationView(annotation, at("use"), places, Map.of(), () -> defaults);
    }

    private static Map<String, AnnotationValue> byName(
            Map<? extends ExecutableElement, ? extends AnnotationValue> members) {
        Map<String, AnnotationValue> values = new LinkedHashMap<>();
        members.forEach((member, value) -> values.put(nameOf(member), value));
        return values;
    }

    private static String nameOf(ExecutableElement member) {
        return member.getSimpleName().toString();
    }

    TypeElement type() {
        return type;
    }

    String qualifiedName() {
        return qualifiedName;
    }

    boolean isExplicit(String member) {
        return explicit.containsKey(member);
    }

    boolean has(String member) {
        return values.get().containsKey(member);
    }

    /** The members that were given a value. */
    Set<String> explicitMembers() {
        return explicit.keySet();
    }

    /** All members that have a value or a default. */
    Set<String> members() {
        return values.get().keySet();
    }

    /** The members that have neither a value nor a default. */
    List<String> missing() {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .map(AnnotationView::nameOf)
                .filter(member -> !has(member))
                .toList();
    }

    /** Whether the annotation type has a member of this name, given or not. */
    boolean declares(String member) {
        return method(member).isPresent();
    }

    /** Whether it has a member of this name that is a number. */
    boolean declaresNumber(String member) {
        return method(member)
                .filter(method -> method.getReturnType().getKind().isPrimitive()
                        && method.getReturnType().getKind() != TypeKind.BOOLEAN)
                .isPresent();
    }

    /** Whether a member has a default: then a value that is given is meant. */
    boolean hasDefault(String member) {
        return method(member).filter(method -> method.getDefaultValue() != null).isPresent();
    }

    /** What says that a member is the model's number where it is left out, if something does. */
    Optional<FromModelView> fromModel(String member) {
        return method(member).stream()
                .flatMap(method -> method.getAnnotationMirrors().stream())
                .filter(mirror -> mirror.getAnnotationType().toString().equals(FromModel.class.getCanonicalName()))
                .map(AnnotationView::fromModel)
                .findFirst();
    }

    private static FromModelView fromModel(AnnotationMirror mirror) {
        Map<String, AnnotationValue> members = byName(mirror.getElementValues());
        return new FromModelView(
                members.containsKey("optional")
                        && Boolean.TRUE.equals(members.get("optional").getValue()),
                members.containsKey("meaning") ? (String) members.get("meaning").getValue() : "");
    }

    private Optional<ExecutableElement> method(String member) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals(member))
                .findFirst();
    }

    /** Whether a member is an {@code int}, given or not. */
    boolean isWhole(String member) {
        return method(member)
                .filter(method -> method.getReturnType().getKind() == TypeKind.INT)
                .isPresent();
    }

    /** Whether a slice on the annotation type names a member. */
    boolean slicesName(String member) {
        Pattern name = Pattern.compile("(?<![\\w$.])" + Pattern.quote(member) + "(?![\\w$])");
        return type.getAnnotationMirrors().stream()
                .filter(mirror -> SLICES.contains(mirror.getAnnotationType().toString()))
                .anyMatch(mirror -> name.matcher(
                                mirror.getElementValues().values().toString())
                        .find());
    }

    /** All members, given or not, in the order of the source. */
    List<String> declared() {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .map(AnnotationView::nameOf)
                .toList();
    }

    /** The value of a member if it is a number. */
    OptionalDouble numberIfAny(String member) {
        AnnotationValue value = values.get().get(member);
        return value != null && value.getValue() instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    double number(String member) {
        return ((Number) get(member)).doubleValue();
    }

    boolean flag(String member) {
        return (Boolean) get(member);
    }

    long wholeNumber(String member) {
        return ((Number) get(member)).longValue();
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

    /** Whether the value of a member is a constant of an enum. */
    boolean isConstant(String member) {
        return get(member) instanceof VariableElement;
    }

    /** The enum whose constant a member has. */
    TypeElement constantType(String member) {
        return SourceLanguage.typeAround((VariableElement) get(member)).orElseThrow();
    }

    /** Whether the value of a member is an {@code int}. */
    boolean isInteger(String member) {
        return get(member) instanceof Integer;
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
        AnnotationValue value = values.get().get(member);
        if (value == null) {
            throw new IllegalArgumentException("@" + type().getSimpleName() + " has no member " + member);
        }
        return value.getValue();
    }

    /** The annotation. */
    Place place() {
        return places.keep(place);
    }

    /** The value of a member if it was given, else the annotation. */
    Place place(String member) {
        return places.keep(at(member));
    }

    private SourcePlace at(String member) {
        AnnotationValue value = explicit.get(member);
        return value == null ? place : place.at(member, value);
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
            return StringLiteral.of(string);
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
