package org.initweights.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.Nonlinearity;
import org.initweights.TorchVersion;
import org.initweights.generated.ModelRule;
import org.initweights.generated.TensorType;

/** Imports the members of our own types that a generated class uses, so that its calls read {@code normal(0, 0.02)}. */
final class StaticImports {

    private static final List<Class<?>> TYPES = List.of(
            Distribution.class,
            FanMode.class,
            Initializers.class,
            Layer.class,
            Layout.class,
            ModelRule.class,
            Nonlinearity.class,
            TensorType.class,
            TorchVersion.class);

    private static final Pattern USE = Pattern.compile(TYPES.stream()
                    .map(Class::getCanonicalName)
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "\\b(", ")"))
            + "\\.(\\w+)");

    private StaticImports() {}

    static JavaFile apply(String packageName, TypeSpec type) {
        JavaFile.Builder file =
                JavaFile.builder(packageName, type).indent("    ").skipJavaLangImports(true);
        String qualified = type.methodSpecs().stream()
                .map(method -> method.code().toString())
                .collect(Collectors.joining());
        Set<String> imported = new TreeSet<>();
        Matcher use = USE.matcher(qualified);
        while (use.find()) {
            if (imported.add(use.group())) {
                file.addStaticImport(ClassName.bestGuess(use.group(1)), use.group(2));
            }
        }
        return file.build();
    }
}
