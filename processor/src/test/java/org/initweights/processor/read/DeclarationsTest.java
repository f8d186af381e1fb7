package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Declarations are found where javac itself finds them. */
class DeclarationsTest {

    private final Compiled source = Compiled.of("a/Net.java", """
            package a;
            @interface Size { int[] value() default {}; int groups() default 1; String name() default ""; }
            @interface Other { int value(); }
            class Net {
                static final int N = 3;
                int one, two = 2;
                float[][] three = new float[2][3];
                static class Inner { int one; record Pair(int one, long two) { static int three; } }
                enum Kind { ONE, TWO { int one; }; int one; }
                interface Constants { int ONE = 1; }

                @Size({1, 2}) int literals;
                @Size int omitted;
                @Size(value = 3, name = "a + b", groups = 4) int named;
                @a.Size({}) int qualified;
                @Size(3) @Other(N + 1) int besideAnother;
                @Size({1, N}) int constant;
                @Size(value = 1, groups = 2 * 3) int computed;
                @Size({-1}) int negative;
                @Size({(1), 2}) int inParentheses;
                @a.Size({1 << 4}) int qualifiedComputed;
            }
            """);

    private final Declarations declarations = new Declarations(source.trees());

    @Test
    void findsEveryFieldAndClassWhereJavacFindsIt() {
        List<Element> all = declared(source.type("a.Net")).toList();
        assertThat(all).hasSizeGreaterThan(25);
        for (Element element : all) {
            assertThat(declarations.tree(element))
                    .as("%s of %s", element, element.getEnclosingElement())
                    .isNotNull()
                    .isSameAs(source.trees().getPath(element).getLeaf());
            assertThat(declarations.path(element))
                    .containsExactlyElementsOf(source.trees().getPath(element));
        }
    }

    private static Stream<Element> declared(TypeElement type) {
        return Stream.concat(
                Stream.concat(Stream.of(type), ElementFilter.fieldsIn(type.getEnclosedElements()).stream()),
                ElementFilter.typesIn(type.getEnclosedElements()).stream().flatMap(DeclarationsTest::declared));
    }

    @Test
    void findsNothingInOtherCompilations() {
        TypeElement string = source.type("java.lang.String");
        assertThat(declarations.tree(string)).isNull();
        ElementFilter.fieldsIn(string.getEnclosedElements())
                .forEach(field -> assertThat(declarations.tree(field)).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"literals", "omitted", "named", "qualified", "besideAnother", "negative"})
    void nothingIsComputedInLiterals(String field) {
        assertThat(isLiteral(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"constant", "computed", "inParentheses", "qualifiedComputed"})
    void whatIsNoLiteralMayBeComputed(String field) {
        assertThat(isLiteral(field)).isFalse();
    }

    private boolean isLiteral(String name) {
        VariableElement field = source.field("a.Net." + name);
        return declarations.isLiteral(field, field.getAnnotationMirrors().get(0));
    }
}
