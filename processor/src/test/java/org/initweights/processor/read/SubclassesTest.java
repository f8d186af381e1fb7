package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** The index says what the compiler says when it is asked for each pair of classes. */
class SubclassesTest {

    private final Compiled source = Compiled.of("a/Net.java", """
            package a;
            interface Shown {}
            interface Named extends Shown {}
            abstract class Base<T> implements Named {}
            class Net extends Base<Net> {
                static class Inner extends Net {}
                record Pair(int a) implements Shown, java.io.Serializable {}
                enum Kind implements Named { ONE }
            }
            class Deep extends Net.Inner implements Shown, Comparable<Deep> {
                public int compareTo(Deep other) { return 0; }
            }
            class Alone {}
            """);

    private final List<TypeElement> compiled = Stream.of(
                    "a.Alone",
                    "a.Base",
                    "a.Deep",
                    "a.Named",
                    "a.Net",
                    "a.Net.Inner",
                    "a.Net.Kind",
                    "a.Net.Pair",
                    "a.Shown")
            .map(source::type)
            .toList();

    private final Subclasses subclasses = new Subclasses(compiled);

    @Test
    void findsTheClassesWhoseObjectsAreOfAType() {
        for (TypeElement type : withThoseOfJava()) {
            assertThat(subclasses.all(type))
                    .as("below %s", type)
                    .containsExactlyElementsOf(compiled.stream()
                            .filter(other -> source.types()
                                    .isSubtype(
                                            source.types().erasure(other.asType()),
                                            source.types().erasure(type.asType())))
                            .toList());
        }
    }

    @Test
    void findsTheClassesThatNameAType() {
        for (TypeElement type : withThoseOfJava()) {
            assertThat(subclasses.direct(type))
                    .as("directly below %s", type)
                    .containsExactlyElementsOf(compiled.stream()
                            .filter(other -> Stream.concat(
                                            Stream.of(other.getSuperclass()), other.getInterfaces().stream())
                                    .anyMatch(
                                            parent -> type.equals(source.types().asElement(parent))))
                            .toList());
        }
    }

    /** Everything is an Object, and nobody asks for those. */
    private List<TypeElement> withThoseOfJava() {
        return Stream.concat(
                        compiled.stream(),
                        Stream.of("java.io.Serializable", "java.lang.Comparable", "java.lang.Enum", "java.util.List")
                                .map(source::type))
                .toList();
    }
}
