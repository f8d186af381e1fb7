package org.initweights.processor.write;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private StaticImports() {}

    static JavaFile apply(String packageName, TypeSpec type) {
        JavaFile.Builder file =
                JavaFile.builder(packageName, type).indent("    ").skipJavaLangImports(true);
        String qualified = type.toString();
        for (Class<?> owner : TYPES) {
            for (String member : uses(owner, qualified)) {
                file.addStaticImport(owner, member);
            }
        }
        return file.build();
    }

    private static Set<String> uses(Class<?> owner, String code) {
        Set<String> members = new TreeSet<>();
        Matcher use = Pattern.compile(Pattern.quote(owner.getCanonicalName()) + "\\.(\\w+)")
                .matcher(code);
        while (use.find()) {
            members.add(use.group(1));
        }
        return members;
    }
}
