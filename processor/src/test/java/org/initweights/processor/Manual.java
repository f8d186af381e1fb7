package org.initweights.processor;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The Javadoc of a public annotation.
 *
 * @param name the simple name of the annotation
 * @param text its Javadoc, without the stars
 * @param members the Javadoc of each member
 */
record Manual(String name, String text, Map<String, String> members) {

    private static final Path SOURCES = Path.of("../runtime/core/src/main/java/org/initweights");
    private static final Pattern CODE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n *}</pre>", Pattern.DOTALL);

    /** The manuals of all annotations that users write; the old name of one needs no manual. */
    static List<Manual> all() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            task.parse();
            Elements elements = task.getElements();
            List<Element> analyzed = new ArrayList<>();
            task.analyze().forEach(analyzed::add);
            return ElementFilter.typesIn(analyzed).stream()
                    .filter(type -> type.getKind() == ElementKind.ANNOTATION_TYPE)
                    .map(type -> of(type, elements))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> annotations = Files.list(SOURCES.resolve("annotation"));
                Stream<Path> recipes = Files.list(SOURCES.resolve("recipe"))) {
            return Stream.concat(annotations, recipes)
                    .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("Sequence.java"))
                    .sorted()
                    .toList();
        }
    }

    private static Manual of(TypeElement type, Elements elements) {
        Map<String, String> members = new TreeMap<>();
        for (Element member : ElementFilter.methodsIn(type.getEnclosedElements())) {
            members.put(member.getSimpleName().toString(), comment(member, elements));
        }
        return new Manual(type.getSimpleName().toString(), comment(type, elements), members);
    }

    private static String comment(Element element, Elements elements) {
        return Optional.ofNullable(elements.getDocComment(element)).orElse("");
    }

    /** The blocks of code, in order. */
    List<Example> examples() {
        Matcher code = CODE.matcher(text);
        return code.results()
                .map(block -> Example.of(name, text.substring(0, block.start()), block.group(1)))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
