package org.initweights.internal.files.plan;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.initweights.Fill;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.initweights.internal.expression.Sizes;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonNumber;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.files.json.JsonValue.JsonNull;
import org.initweights.internal.fill.UsualValue;
import org.initweights.internal.message.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link RecordJson} wrote.
 *
 * @param sizes what the sizes in shapes are
 * @param folder what the paths of files are relative to
 */
record RecordReader(Sizes sizes, Path folder) {

    /** A reader of a plan in a file: paths are relative to its folder. */
    static RecordReader of(Path plan, Sizes sizes) {
        return new RecordReader(sizes, plan.resolveSibling(""));
    }

    /**
     * A fill, to the bit as it was written.
     *
     * @throws JsonException if it is none
     */
    Fill fill(JsonValue value) {
        return (Fill) record(value.asObject(), kind("fill", RecordTypes.FILLS, value));
    }

    /**
     * A rule.
     *
     * @throws JsonException if it is none
     * @throws org.initweights.InitializationException if its arguments are refused
     */
    Initializer rule(JsonValue value) {
        return (Initializer) record(value.asObject(), kind("rule", RecordTypes.RULES, value));
    }

    private static Class<?> kind(String what, Map<String, Class<?>> kinds, JsonValue value) {
        String name = value.asObject().get(PlanKeys.TYPE).asString();
        Class<?> kind = kinds.get(name);
        if (kind == null) {
            throw new JsonException(
                    "there is no " + what + " \"" + Excerpt.of(name) + "\"; there are " + kinds.keySet());
        }
        return kind;
    }

    private Object record(JsonObject object, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            JsonValue value = said(object, components[i]);
            // Only a rule's shape may be missing: the shape of the weight, where the rule is not for a bias.
            boolean isMissing = value == JsonNull.NULL && Initializer.class.isAssignableFrom(type);
            values[i] = isMissing && components[i].getType() == TensorShape.class
                    ? null
                    : value(value, components[i].getGenericType());
        }
        return construct(type, components, values);
    }

    private static JsonValue said(JsonObject object, RecordComponent component) {
        UsualValue usual = component.getAnnotation(UsualValue.class);
        return usual == null
                ? object.get(component.getName())
                : object.find(component.getName()).orElseGet(() -> JsonNumber.of(usual.value()));
    }

    private static Object construct(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(JsonValue value, Type type) {
        if (type instanceof ParameterizedType list) {
            return value.asArray().elements().stream()
                    .map(item -> value(item, list.getActualTypeArguments()[0]))
                    .toList();
        }
        Class<?> kind = (Class<?>) type;
        if (kind == double.class || kind == Double.class) {
            return real(value);
        }
        if (kind == long.class) {
            return value.asNumber().longValue();
        }
        if (kind == int.class) {
            return integer(value);
        }
        if (kind == String.class) {
            return value.asString();
        }
        if (kind == Path.class) {
            return PathText.read(value.asString(), folder);
        }
        if (kind == TensorShape.class) {
            return ShapeJson.read(value, sizes);
        }
        if (kind == Fill.class) {
            return fill(value);
        }
        if (kind == Initializer.class) {
            return rule(value);
        }
        return kind.isEnum() ? constant(value.asString(), kind) : record(value.asObject(), kind);
    }

    private static double real(JsonValue value) {
        if (value instanceof JsonString text) {
            for (double special : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN}) {
                if (text.text().equals(Double.toString(special))) {
                    return special;
                }
            }
        }
        double number = value.asNumber().doubleValue();
        if (Double.isInfinite(number)) {
            throw new JsonException(
                    Excerpt.of(value.asNumber().text()) + " is beyond the range of a double; infinity is \"Infinity\"");
        }
        return number;
    }

    static int integer(JsonValue value) {
        long number = value.asNumber().longValue();
        if (number != (int) number) {
            throw new JsonException(number + " is too large for an int");
        }
        return (int) number;
    }

    /**
     * The constant of an enum.
     *
     * @throws JsonException if there is none of this name
     */
    static <E> E constant(String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new JsonException("\"" + Excerpt.of(name) + "\" is none of " + Arrays.toString(type.getEnumConstants()));
    }
}
