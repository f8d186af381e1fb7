package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Which classes of a compilation extend or implement a type, known at once for all types; in the order in which the classes were given. */
final class Subclasses {

    private final Map<String, List<TypeElement>> direct = new HashMap<>();
    private final Map<String, List<TypeElement>> all = new HashMap<>();

    Subclasses(Collection<TypeElement> compiled) {
        for (TypeElement type : compiled) {
            AnnotationFinder.supertypes(type).forEach(above -> add(type, name(above), direct));
            Set<String> above = new LinkedHashSet<>();
            collect(type, above);
            above.forEach(name -> add(type, name, all));
        }
    }

    private static void add(TypeElement type, String above, Map<String, List<TypeElement>> index) {
        index.computeIfAbsent(above, name -> new ArrayList<>()).add(type);
    }

    private static void collect(TypeElement type, Set<String> names) {
        if (names.add(name(type))) {
            AnnotationFinder.supertypes(type).forEach(above -> collect(above, names));
        }
    }

    private static String name(TypeElement type) {
        return type.getQualifiedName().toString();
    }

    /** The classes that name a type themselves as what they extend or implement. */
    List<TypeElement> direct(TypeElement type) {
        return direct.getOrDefault(name(type), List.of());
    }

    /** The classes whose objects are of a type: itself, if it is compiled here, and all below it. */
    Stream<TypeElement> all(TypeElement type) {
        return all.getOrDefault(name(type), List.of()).stream();
    }
}
