package org.initweights.processor.random;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.initweights.annotation.Skip;

/**
 * Every tensor of a model, by looking at the objects themselves: at all fields of all classes of the program, private ones too, and at what
 * arrays, collections, maps, optionals, suppliers and references hold. What is skipped is passed over, as are fields that somebody has
 * spoken of.
 */
final class ReachableTensors {

    private static final Set<Class<?>> NUMBERS = Set.of(float.class, double.class, short.class, int.class, long.class);
    private static final Set<Class<?>> BUFFERS = Set.of(FloatBuffer.class, DoubleBuffer.class, ShortBuffer.class);

    private final String program;
    private final Set<String> said;
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Reached> reached = new ArrayList<>();

    private ReachableTensors(String program, Set<String> said) {
        this.program = program;
        this.said = said;
    }

    /**
     * A field of a tensor.
     *
     * @param tensor null if there is none
     * @param index that of the nearest list or array; negative if there is none
     */
    record Reached(String path, Field field, Object owner, Optional<Object> tensor, int index) {}

    /**
     * The tensors of a model.
     *
     * @param program the package of its classes
     * @param said the fields that somebody has spoken of
     */
    static List<Reached> of(Object model, String program, Set<String> said) {
        ReachableTensors walk = new ReachableTensors(program, said);
        walk.content("", model, -1);
        return walk.reached;
    }

    private void content(String path, Object value, int index) {
        if (value == null || !visited.add(value)) {
            return;
        }
        if (value instanceof Supplier<?> supplier) {
            content(path + ".get", supplier.get(), index);
        } else if (value.getClass().getName().startsWith(program + ".")) {
            fields(path, value, value.getClass(), index);
        } else if (value instanceof Object[] array) {
            for (int i = 0; i < array.length; i++) {
                content(path + "." + i, array[i], i);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> content(path + ".key", key, index));
            sorted(map).forEach(entry -> content(path + "." + entry.getKey(), entry.getValue(), index));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(held -> content(path, held, index));
        } else if (value instanceof AtomicReference<?> reference) {
            content(path + ".get", reference.get(), index);
        } else if (value instanceof Iterable<?> iterable) {
            int i = 0;
            for (Object held : iterable) {
                content(path + "." + i, held, i);
                i++;
            }
        }
    }

    private static Stream<? extends Map.Entry<?, ?>> sorted(Map<?, ?> map) {
        boolean salted = map.getClass().getName().contains("ImmutableCollections");
        return salted
                ? map.entrySet().stream()
                        .sorted((a, b) ->
                                a.getKey().toString().compareTo(b.getKey().toString()))
                : map.entrySet().stream();
    }

    private void fields(String path, Object model, Class<?> type, int index) {
        if (type.isAnnotationPresent(Skip.class) || !type.getName().startsWith(program + ".")) {
            return;
        }
        fields(path, model, type.getSuperclass(), index);
        for (Field field : type.getDeclaredFields()) {
            boolean passed = Modifier.isStatic(field.getModifiers())
                    || field.isSynthetic()
                    || field.isAnnotationPresent(Skip.class)
                    || said.contains(field.getName());
            if (!passed) {
                field(path.isEmpty() ? field.getName() : path + "." + field.getName(), model, field, index);
            }
        }
    }

    private void field(String path, Object model, Field field, int index) {
        Object value;
        try {
            field.setAccessible(true);
            value = field.get(model);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        if (isTensor(field.getType())) {
            reached.add(new Reached(path, field, model, Optional.ofNullable(value), index));
        } else if (!field.getType().isPrimitive()) {
            content(path, value, index);
        }
    }

    private static boolean isTensor(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return (type.isArray() && NUMBERS.contains(element)) || BUFFERS.contains(type);
    }
}
