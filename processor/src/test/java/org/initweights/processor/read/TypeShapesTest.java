package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.initweights.processor.name.ClassRef;
import org.junit.jupiter.api.Test;

/** Types of every kind are taken apart. */
class TypeShapesTest {

    private final Compiled source = Compiled.of("a/Net.java", """
            package a;
            import java.util.*;
            class Net<T extends Number & Comparable<T>, U extends T, V> {
                static class Inner<X> { class Deep {} }
                static class Strings extends ArrayList<String> {}
                static class Layers<E> extends HashMap<Integer, E> {}
                Net<?, ?, ?> self;
                int number;
                float[][] nested;
                T bounded;
                U twice;
                V free;
                List<? extends Number> wild;
                List<? super Integer> lower;
                List<?> any;
                Map<String, List<int[]>> map;
                Strings strings;
                Layers<Long> layers;
                @SuppressWarnings("rawtypes") List raw;
            }
            """);

    @Test
    void findsTheClassOfAType() {
        assertThat(declared("strings")).containsExactly("a.Net.Strings");
        assertThat(declared("map")).containsExactly("java.util.Map");
        assertThat(declared("number")).isEmpty();
        assertThat(declared("nested")).isEmpty();
    }

    @Test
    void findsAllBoundsOfAVariable() {
        assertThat(declared("bounded")).containsExactly("java.lang.Number", "java.lang.Comparable");
        assertThat(declared("twice")).containsExactly("java.lang.Number", "java.lang.Comparable");
        assertThat(declared("free")).containsExactly("java.lang.Object");
        assertThat(TypeShapes.declared(type("bounded"))).contains(source.type("java.lang.Number"));
    }

    @Test
    void findsTheUpperBoundOfAWildcard() {
        assertThat(TypeShapes.declared(argument("wild", "java.util.List", 0)))
                .contains(source.type("java.lang.Number"));
        assertThat(TypeShapes.declared(argument("lower", "java.util.List", 0))).isEmpty();
        assertThat(TypeShapes.declared(argument("any", "java.util.List", 0))).isEmpty();
        assertThat(TypeShapes.declared(null)).isEmpty();
    }

    @Test
    void findsArgumentsOfASupertype() {
        assertThat(argument("strings", "java.util.Collection", 0)).hasToString("java.lang.String");
        assertThat(argument("layers", "java.util.Map", 0)).hasToString("java.lang.Integer");
        assertThat(argument("layers", "java.util.Map", 1)).hasToString("java.lang.Long");
        assertThat(TypeShapes.argument(type("layers"), "java.util.Map", 2, source.types()))
                .isEmpty();
        assertThat(TypeShapes.argument(type("raw"), "java.util.List", 0, source.types()))
                .isEmpty();
        assertThat(TypeShapes.argument(type("strings"), "java.util.Map", 0, source.types()))
                .isEmpty();
        assertThat(TypeShapes.argument(type("nested"), "java.util.List", 0, source.types()))
                .isEmpty();
    }

    @Test
    void writesTypesAsMessagesNameThem() {
        assertThat(TypeShapes.written(type("nested"))).isEqualTo("float[][]");
        assertThat(TypeShapes.written(type("number"))).isEqualTo("int");
        assertThat(TypeShapes.written(type("bounded"))).isEqualTo("T");
        assertThat(TypeShapes.written(type("map"))).isEqualTo("java.util.Map<java.lang.String, java.util.List<int[]>>");
        assertThat(TypeShapes.simple(type("map"))).isEqualTo("Map<String, List<int[]>>");
        assertThat(TypeShapes.simple(type("strings"))).isEqualTo("Strings");
    }

    @Test
    void namesNestedClassesByThoseAround() {
        assertThat(TypeShapes.name(source.type("a.Net.Inner.Deep")))
                .isEqualTo(new ClassRef("a", List.of("Net", "Inner", "Deep")));
        TypeElement unnamed = Compiled.of("Plain.java", "class Plain {}").type("Plain");
        assertThat(TypeShapes.name(unnamed)).isEqualTo(new ClassRef("", List.of("Plain")));
    }

    @Test
    void findsWhatAnArrayHolds() {
        assertThat(TypeShapes.component(type("nested")))
                .hasValueSatisfying(
                        inner -> assertThat(TypeShapes.written(inner)).isEqualTo("float[]"));
        assertThat(TypeShapes.component(type("number"))).isEmpty();
    }

    private List<String> declared(String field) {
        return TypeShapes.classes(type(field))
                .map(found ->
                        ((TypeElement) found.asElement()).getQualifiedName().toString())
                .toList();
    }

    private TypeMirror argument(String field, String generic, int index) {
        return TypeShapes.argument(type(field), generic, index, source.types()).orElseThrow();
    }

    private TypeMirror type(String field) {
        return source.typeOf("a.Net." + field);
    }
}
