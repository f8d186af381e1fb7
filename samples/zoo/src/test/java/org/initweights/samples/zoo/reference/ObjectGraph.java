package org.initweights.samples.zoo.reference;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every tensor that can be reached from a model by reflection, named as PyTorch names it: a parameter that the library forgot is
 * here all the same. It knows no annotation, so that skipped tables are here too.
 */
public final class ObjectGraph {

    private static final String ZOO = "org.initweights.samples.zoo.";

    private final List<String> tensors = new ArrayList<>();
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean countsEmptyFields;

    private ObjectGraph(boolean countsEmptyFields) {
        this.countsEmptyFields = countsEmptyFields;
    }

    /** The names of all arrays of numbers that an initialised model holds; one under several names has the first. */
    public static List<String> tensorsOf(Object model) {
        return tensors(model, false);
    }

    /** The names of all fields for arrays of numbers of a model whose arrays are not there yet. */
    public static List<String> tensorFieldsOf(Object model) {
        return tensors(model, true);
    }

    private static List<String> tensors(Object model, boolean countsEmptyFields) {
        ObjectGraph graph = new ObjectGraph(countsEmptyFields);
        graph.visit("", model);
        return graph.tensors;
    }

    private void visit(String name, Object value) {
        if (isTensor(value.getClass())) {
            if (visited.add(value)) {
                tensors.add(name);
            }
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> visit(name, inner));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> visit(join(name, key.toString()), inner));
        } else if (value instanceof Iterable<?> elements) {
            int index = 0;
            for (Object element : elements) {
                visit(join(name, String.valueOf(index++)), element);
            }
        } else if (value instanceof Object[] elements) {
            for (int index = 0; index < elements.length; index++) {
                visit(join(name, String.valueOf(index)), elements[index]);
            }
        } else if (value.getClass().getName().startsWith(ZOO) && visited.add(value)) {
            visitFields(name, value, value.getClass());
        }
    }

    private void visitFields(String name, Object owner, Class<?> type) {
        if (!type.getName().startsWith(ZOO)) {
            return;
        }
        visitFields(name, owner, type.getSuperclass());
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
                continue;
            }
            Object value = read(field, owner);
            if (value != null) {
                visit(join(name, field.getName()), value);
            } else if (countsEmptyFields && isTensor(field.getType())) {
                tensors.add(join(name, field.getName()));
            }
        }
    }

    private static Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isTensor(Class<?> type) {
        return type == float[].class || type == short[].class || type == long[].class;
    }

    private static String join(String name, String part) {
        return name.isEmpty() ? part : name + "." + part;
    }
}
