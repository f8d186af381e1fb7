package org.initweights.internal.files.plan;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.internal.fill.UsualValue;
import org.initweights.internal.rule.Rule;
import org.initweights.internal.rule.TableFunctionRule;
import org.initweights.internal.values.TableFunctionFill;
import org.jspecify.annotations.Nullable;

/** The kinds of fills and rules, by the names that they have in JSON. */
public final class RecordTypes {

    /** What the names of these records end with. */
    private static final List<String> ENDINGS = List.of("Fill", "Rule");

    /** Those that are code of users, which no text says. */
    private static final Set<Class<?>> CODE = Set.of(TableFunctionFill.class, TableFunctionRule.class);

    static final Map<String, Class<?>> FILLS = byName(Arrays.stream(Fill.class.getPermittedSubclasses()));

    static final Map<String, Class<?>> RULES = byName(Arrays.stream(Rule.class.getPermittedSubclasses()));

    private RecordTypes() {}

    private static Map<String, Class<?>> byName(Stream<Class<?>> types) {
        Map<String, Class<?>> byName = new TreeMap<>();
        types.filter(type -> !CODE.contains(type)).forEach(type -> byName.put(name(type), type));
        return byName;
    }

    /** {@code TruncatedNormalFill} is {@code truncatedNormal}, {@code KaimingRule} {@code kaiming}. */
    static String name(Class<?> type) {
        String name = type.getSimpleName();
        for (String ending : ENDINGS) {
            if (name.endsWith(ending)) {
                name = name.substring(0, name.length() - ending.length());
            }
        }
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** Whether an initializer is a rule of this library, and so are all that it is made of. */
    public static boolean isRule(Initializer initializer) {
        return RULES.containsValue(initializer.getClass())
                && components((Record) initializer).values().stream().allMatch(RecordTypes::isData);
    }

    private static boolean isData(@Nullable Object component) {
        if (component instanceof Initializer initializer) {
            return isRule(initializer);
        }
        if (component instanceof List<?> list) {
            return list.stream().allMatch(RecordTypes::isData);
        }
        return !(component instanceof Record record)
                || components(record).values().stream().allMatch(RecordTypes::isData);
    }

    /** The components that a plan says, in their order: all but those that have their {@link UsualValue}. */
    static Map<String, @Nullable Object> said(Record record) {
        Map<String, @Nullable Object> said = components(record);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            UsualValue usual = component.getAnnotation(UsualValue.class);
            if (usual != null
                    && said.get(component.getName()) instanceof Number number
                    && number.longValue() == usual.value()) {
                said.remove(component.getName());
            }
        }
        return said;
    }

    /** The components of a record, in their order. */
    static Map<String, @Nullable Object> components(Record record) {
        Map<String, @Nullable Object> components = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                components.put(component.getName(), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return components;
    }
}
