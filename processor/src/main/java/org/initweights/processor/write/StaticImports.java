package org.initweights.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.Distribution;
import org.initweights.FanMode;
import org.initweights.Initializers;
import org.initweights.Layer;
import org.initweights.Layout;
import org.initweights.Nonlinearity;
import org.initweights.TorchVersion;
import org.initweights.collect.ModelRule;
import org.initweights.collect.TensorType;

/** Imports the members of our own types that a generated class uses, so that its calls read {@code normal(0, 0.02)}. */
final class StaticImports {

    static final List<Class<?>> TYPES = List.of(
            Distribution.class,
            FanMode.class,
            Initializers.class,
            Layer.class,
            Layout.class,
            ModelRule.class,
            Nonlinearity.class,
            TensorType.class,
            TorchVersion.class);

    /** The names of the constants, which a local variable of the same name would hide. */
    static final Set<String> NAMES = TYPES.stream()
            .flatMap(type -> Stream.of(type.getFields()))
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(Field::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Class<?>> BY_NAME =
            TYPES.stream().collect(Collectors.toMap(Class::getCanonicalName, type -> type));

    private static final Map<Class<?>, Set<String>> MEMBERS =
            TYPES.stream().collect(Collectors.toMap(type -> type, StaticImports::members));

    /** How the names of all those types begin. */
    private static final String OURS = "org.initweights.";

    private static final Pattern USE = Pattern.compile(
            BY_NAME.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(", ")")) + "\\.(\\w+)");

    private StaticImports() {}

    private static Set<String> members(Class<?> type) {
        return Stream.concat(Stream.of(type.getFields()), Stream.of(type.getMethods()))
                .map(Member::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The file of a class, with its imports.
     *
     * @param named the simple names of the classes that it names, which no imported constant may have: it would be meant instead
     */
    static JavaFile apply(String packageName, TypeSpec type, Set<String> named) {
        JavaFile.Builder file = JavaFile.builder(packageName, type).indent("    ");
        String qualified = type.methodSpecs().stream()
                .map(method -> method.code().toString())
                .collect(Collectors.joining());
        Map<String, Set<Class<?>>> owners = new LinkedHashMap<>();
        Matcher use = USE.matcher(qualified).useTransparentBounds(true);
        for (int start = qualified.indexOf(OURS); start >= 0; start = qualified.indexOf(OURS, start + 1)) {
            Class<?> owner = use.region(start, qualified.length()).lookingAt() ? BY_NAME.get(use.group(1)) : null;
            if (owner != null && hasMember(owner, use.group(2))) {
                owners.computeIfAbsent(use.group(2), name -> new TreeSet<>(Comparator.comparing(Class::getName)))
                        .add(owner);
            }
        }
        owners.forEach((member, classes) -> {
            // Two constants of one name would be ambiguous; they are written with their classes.
            if (classes.size() == 1 && !named.contains(member)) {
                file.addStaticImport(ClassName.get(classes.iterator().next()), member);
            }
        });
        return file.build();
    }

    /** Text that only looks like a use, such as a string, names no member. */
    private static boolean hasMember(Class<?> owner, String member) {
        return MEMBERS.getOrDefault(owner, Set.of()).contains(member);
    }
}
