package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Sources as a compiler sees them, without a processor and without a file.
 *
 * @param elements finds their classes
 * @param types relates their types
 * @param trees shows their sources
 */
record Compiled(Elements elements, Types types, Trees trees) {

    /** Sources, each after the path that it would have: {@code "a/Net.java", "package a; class Net {}"}. */
    static Compiled of(String... pathsAndSources) {
        List<JavaFileObject> files = new ArrayList<>();
        for (int i = 0; i < pathsAndSources.length; i += 2) {
            files.add(new Text(pathsAndSources[i], pathsAndSources[i + 1]));
        }
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none", "--release", "17"), null, files);
        try {
            assertThat(task.analyze()).isNotEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Compiled(task.getElements(), task.getTypes(), Trees.instance(task));
    }

    TypeElement type(String name) {
        return elements.getTypeElement(name);
    }

    /** A field by the name of its class and its own: {@code a.Net.weight}. */
    VariableElement field(String name) {
        return member(name, ElementFilter.fieldsIn(around(name).getEnclosedElements()));
    }

    TypeMirror typeOf(String field) {
        return field(field).asType();
    }

    ExecutableElement method(String name) {
        return member(name, ElementFilter.methodsIn(around(name).getEnclosedElements()));
    }

    private TypeElement around(String member) {
        return type(member.substring(0, member.lastIndexOf('.')));
    }

    private static <E extends Element> E member(String name, List<E> members) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return members.stream()
                .filter(member -> member.getSimpleName().contentEquals(simple))
                .findFirst()
                .orElseThrow();
    }

    /** A source that is only text. */
    private static final class Text extends SimpleJavaFileObject {

        private final String content;

        Text(String path, String content) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
