package org.initweights.processor.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ModelType;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.Visibility;

/** The Kotlin file beside a generated class: the same methods as extensions of the model. */
public final class KotlinExtensions {

    /** The option by which kapt says where Kotlin sources are to be generated. */
    public static final String FOLDER = "kapt.kotlin.generated";

    private static final Set<String> HARD_KEYWORDS = Set.of(
            "as",
            "break",
            "class",
            "continue",
            "do",
            "else",
            "false",
            "for",
            "fun",
            "if",
            "in",
            "interface",
            "is",
            "null",
            "object",
            "package",
            "return",
            "super",
            "this",
            "throw",
            "true",
            "try",
            "typealias",
            "typeof",
            "val",
            "var",
            "when",
            "while");

    private static final String FILE = """
            @file:Suppress("EXTENSION_SHADOWED_BY_MEMBER")

            package %1$s

            %6$simport org.initweights.Parameters
            import org.initweights.Plan
            import org.initweights.RandomSource

            /**
             * Initialises every parameter, as with [RandomSource.seeded].
            %2$s */
            %3$s fun %4$s.initWeights(seed: Long) {
                %5$s.initWeights(this, seed)
            }

            /**
             * Initialises every parameter. Before the first is written, those that are null are allocated and the lengths of the others
             * are checked.
             *
             * @throws IllegalArgumentException if a parameter's length does not fit its shape
             */
            %3$s fun %4$s.initWeights(random: RandomSource) {
                %5$s.initWeights(this, random)
            }

            /** Every parameter, named, with its shape and storage; null ones are allocated first. */
            %3$s val %4$s.parameters: Parameters
                get() = %5$s.parameters(this)

            /** What [parameters] would be, without memory: those that are null stay so. */
            %3$s fun %4$s.plan(): Plan = %5$s.plan(this)
            """;

    private static final String PATH = """

            /** The weights that a signal passes, one after the other. */
            %1$s fun %2$s.signalPath(): ForwardPath = %3$s.signalPath(this)
            """;

    private KotlinExtensions() {}

    /** The path of the file, relative to {@link #FOLDER}. */
    public static List<String> path(ModelSpec model) {
        Stream<String> folders =
                Stream.of(model.name().packageName().split("[.]")).filter(name -> !name.isEmpty());
        return Stream.concat(folders, Stream.of(model.init().simpleName() + ".kt"))
                .toList();
    }

    /** The text of the file. */
    public static String of(ModelSpec model) {
        String home = model.name().packageName();
        String visibility = model.visibility() == Visibility.INTERNAL ? "internal" : "public";
        String type = escaped(type(model.type()));
        String init = escaped(model.init().simpleName());
        boolean hasPath = model.signalPath().isPresent();
        String text = FILE.formatted(
                        escaped(home),
                        table(model),
                        visibility,
                        type,
                        init,
                        hasPath ? "import org.initweights.ForwardPath\n" : "")
                + (hasPath ? PATH.formatted(visibility, type, init) : "");
        return home.isEmpty() ? text.replace("package \n\n", "") : text;
    }

    /** The class, with a star for each type parameter. */
    private static String type(ModelType type) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < type.wildcards().size(); i++) {
            int count = type.wildcards().get(i);
            String stars = count == 0 ? "" : "<" + String.join(", ", Collections.nCopies(count, "*")) + ">";
            names.add(type.name().simpleNames().get(i) + stars);
        }
        return String.join(".", names);
    }

    private static String table(ModelSpec model) {
        if (model.parameters().isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder(" *\n * | parameter | shape | initializer |\n * | --- | --- | --- |\n");
        for (ParameterSpec parameter : model.parameters()) {
            table.append(" * | ")
                    .append(parameter.name())
                    .append(" | `")
                    .append(parameter.shape())
                    .append("` | `")
                    .append(parameter.initializer().display().replace("*/", "*&#47;"))
                    .append("` |\n");
        }
        return table.toString();
    }

    private static String escaped(String path) {
        return Stream.of(path.split("(?<=[.<])|(?=[.<])"))
                .map(name -> HARD_KEYWORDS.contains(name) ? "`" + name + "`" : name)
                .collect(Collectors.joining());
    }
}
