package org.initweights.internal.plan;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.internal.rule.BilinearUpsampling;
import org.initweights.internal.rule.Constant;
import org.initweights.internal.rule.DeltaOrthogonal;
import org.initweights.internal.rule.Dirac;
import org.initweights.internal.rule.Eye;
import org.initweights.internal.rule.HippoLegs;
import org.initweights.internal.rule.Icnr;
import org.initweights.internal.rule.InverseSoftplusLogUniform;
import org.initweights.internal.rule.Kaiming;
import org.initweights.internal.rule.LogRange;
import org.initweights.internal.rule.Normal;
import org.initweights.internal.rule.Orthogonal;
import org.initweights.internal.rule.Sliced;
import org.initweights.internal.rule.Sparse;
import org.initweights.internal.rule.TruncNormal;
import org.initweights.internal.rule.Uniform;
import org.initweights.internal.rule.VarianceScaling;
import org.initweights.internal.rule.Xavier;
import org.initweights.internal.rule.torch.TorchDefault;
import org.jspecify.annotations.Nullable;

/** The kinds of fills and rules, by the names that they have in JSON. */
public final class RecordTypes {

    private static final String FILL = "Fill";

    static final Map<String, Class<?>> FILLS = byName(Arrays.stream(Fill.class.getPermittedSubclasses()));

    static final Map<String, Class<?>> RULES = byName(Stream.of(
            BilinearUpsampling.class,
            Constant.class,
            DeltaOrthogonal.class,
            Dirac.class,
            Eye.class,
            HippoLegs.class,
            Icnr.class,
            InverseSoftplusLogUniform.class,
            Kaiming.class,
            LogRange.class,
            Normal.class,
            Orthogonal.class,
            Sliced.class,
            Sparse.class,
            TorchDefault.class,
            TruncNormal.class,
            Uniform.class,
            VarianceScaling.class,
            Xavier.class));

    private RecordTypes() {}

    private static Map<String, Class<?>> byName(Stream<Class<?>> types) {
        Map<String, Class<?>> byName = new TreeMap<>();
        types.forEach(type -> byName.put(name(type), type));
        return byName;
    }

    /** {@code TruncatedNormalFill} is {@code truncatedNormal}. */
    static String name(Class<?> type) {
        String name = type.getSimpleName();
        int end = name.endsWith(FILL) ? name.length() - FILL.length() : name.length();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1, end);
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
