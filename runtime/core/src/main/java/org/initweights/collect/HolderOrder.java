package org.initweights.collect;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.initweights.internal.message.Article;
import org.jspecify.annotations.Nullable;

/**
 * Refuses sets and maps of sub-models whose order or keys change from run to run, since names or draws would change with them: those in
 * the order of identity hashes, and keys whose text has one. Whether a collection has an order, its spliterator says, also through
 * unmodifiable views.
 */
final class HolderOrder {

    /** Their order depends on a number that each run of the JVM picks. */
    private static final Set<Class<?>> SALTED = Set.of(
            Set.of(0, 1).getClass(),
            Set.of(0, 1, 2).getClass(),
            Map.of(0, 1, 2, 3).getClass());

    private HolderOrder() {}

    /**
     * A holder of sub-models, in an order and with names that are the same in each run.
     *
     * @param name the name of the field
     * @throws IllegalArgumentException if there is no such order
     */
    static Object settled(String name, Object holder) {
        if (holder instanceof Map<?, ?> map) {
            return entries(name, map);
        }
        if (holder instanceof Iterable<?> models) {
            check(name, models);
        }
        return holder;
    }

    /**
     * Checks the sub-models of a collection, which are named by their position.
     *
     * @param name the name of the field
     * @throws IllegalArgumentException if positions change from run to run
     */
    static void check(String name, Iterable<?> models) {
        if (!(models instanceof Set<?> set) || set.size() < 2 || hasOrder(set)) {
            return;
        }
        if (SALTED.contains(set.getClass())) {
            throw new IllegalArgumentException(
                    name + ": a Set.of has another order in each run, and names go by position; "
                            + "use a List or LinkedHashSet");
        }
        for (Object model : set) {
            if (model != null && goesByIdentity(model)) {
                throw new IllegalArgumentException(name + ": " + Article.with(type(set)) + " of " + type(model)
                        + reason(model) + ", so order and names change from run to run; use a List or LinkedHashSet");
            }
        }
    }

    /**
     * The entries of a map, whose sub-models are named by the text of their keys: in the map's order, but those of {@link Map#of} in the
     * order of that text, since their own is another in each run.
     *
     * @param name the name of the field
     * @throws IllegalArgumentException if the order or the text of keys changes from run to run, or two keys have one text
     */
    static <V extends @Nullable Object> Map<String, V> entries(String name, Map<?, ? extends V> models) {
        boolean unordered = models.size() > 1 && !hasOrder(models);
        boolean salted = SALTED.contains(models.getClass());
        Map<String, V> entries = new LinkedHashMap<>();
        for (Map.Entry<?, ? extends V> entry : models.entrySet()) {
            Object key = entry.getKey();
            String text = String.valueOf(key);
            if (key != null) {
                checkText(name, key, text);
                if (unordered && !salted && hasIdentityHash(key)) {
                    throw new IllegalArgumentException(
                            name + ": " + Article.with(type(models)) + " with keys of " + type(key)
                                    + identity(key) + ", so the order changes from run to run; use "
                                    + (key instanceof Enum ? "an EnumMap or" : "a") + " LinkedHashMap");
                }
            }
            if (entries.containsKey(text)) {
                throw new IllegalArgumentException(
                        name + ": two keys have the text " + text + ", so their parameters would have one name");
            }
            entries.put(text, entry.getValue());
        }
        return salted ? new TreeMap<>(entries) : entries;
    }

    private static void checkText(String name, Object key, String text) {
        if (text.equals(key.getClass().getName() + "@" + Integer.toHexString(key.hashCode()))) {
            throw new IllegalArgumentException(
                    name + ": its keys are " + type(key) + ", which has Object's toString, so "
                            + "its sub-models would be named " + text
                            + (hasIdentityHash(key) ? ", in each run otherwise" : "")
                            + "; give " + type(key) + " a toString, or use a String as key");
        }
    }

    private static boolean hasOrder(Set<?> set) {
        return set instanceof CopyOnWriteArraySet || isOrdered(set) || (!(set instanceof HashSet) && isByOrdinal(set));
    }

    private static boolean hasOrder(Map<?, ?> map) {
        return isOrdered(map.keySet()) || (!(map instanceof HashMap) && isByOrdinal(map.keySet()));
    }

    private static boolean isOrdered(Collection<?> elements) {
        return elements.spliterator().hasCharacteristics(Spliterator.ORDERED);
    }

    /** Whether these are the constants of an {@code EnumSet} or {@code EnumMap}. Those have an order, but do not say so. */
    @SuppressWarnings("EnumOrdinal") // That is the order of an EnumSet.
    private static boolean isByOrdinal(Set<?> elements) {
        int last = -1;
        for (Object element : elements) {
            if (!(element instanceof Enum<?> constant) || constant.ordinal() <= last) {
                return false;
            }
            last = constant.ordinal();
        }
        return true;
    }

    /** Whether something has another hash in each run, by itself or because of a model in it. */
    private static boolean goesByIdentity(Object object) {
        if (hasIdentityHash(object) || object instanceof Record) {
            return true;
        }
        AtomicBoolean found = new AtomicBoolean();
        if (Holders.isHolder(object)) {
            Holders.each("", Position.NONE, object, (name, at, held) -> {
                if (held != null && goesByIdentity(held)) {
                    found.set(true);
                }
            });
        }
        return found.get();
    }

    private static String reason(Object object) {
        if (hasIdentityHash(object)) {
            return identity(object);
        }
        return ", whose hashCode goes by " + (object instanceof Record ? "its tensors" : "what it holds");
    }

    private static boolean hasIdentityHash(Object object) {
        return object.hashCode() == System.identityHashCode(object);
    }

    private static String identity(Object object) {
        return object instanceof Enum ? ", which has an enum's hashCode" : ", which has Object's hashCode";
    }

    private static String type(Object object) {
        Class<?> type = object.getClass();
        if (object instanceof Enum<?> constant) {
            type = constant.getDeclaringClass();
        }
        return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
    }
}
