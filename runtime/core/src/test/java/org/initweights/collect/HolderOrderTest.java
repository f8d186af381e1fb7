package org.initweights.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.initweights.Initializers;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

/** The order and the names of sub-models that a set or a map holds. */
class HolderOrderTest {

    static final class Linear {}

    record Tensors(FloatBuffer w) {}

    record Named(String name) {}

    enum Part {
        HEAD,
        BODY
    }

    static final class Key {
        private final String text;

        Key(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static final class Hashed {
        @Override
        public int hashCode() {
            return 7;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Hashed;
        }
    }

    private static void refused(String message, Iterable<?> models) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolderOrder.check("set", models))
                .withMessage(message);
    }

    private static void refused(String message, Map<?, ?> models) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HolderOrder.entries("map", models))
                .withMessageStartingWith(message);
    }

    private static <K> Map<K, Linear> filled(Map<K, Linear> map, List<K> keys) {
        keys.forEach(key -> map.put(key, new Linear()));
        return map;
    }

    @Test
    void refusesSetsInTheOrderOfIdentityHashes() {
        Set<Linear> set = new HashSet<>(List.of(new Linear(), new Linear()));
        String rest = " of Linear, which has Object's hashCode, so order and names change from run to run; "
                + "use a List or LinkedHashSet";
        refused("set: a HashSet" + rest, set);
        refused("set: an UnmodifiableSet" + rest, Collections.unmodifiableSet(set));
        refused("set: a SetFromMap" + rest, filledSet(Collections.newSetFromMap(new IdentityHashMap<>())));
        refused("set: a KeySetView" + rest, filledSet(ConcurrentHashMap.newKeySet()));
        refused(
                "set: a Set.of has another order in each run, and names go by position; use a List or LinkedHashSet",
                Set.copyOf(set));
        refused(
                "set: a HashSet of Tensors, whose hashCode goes by its tensors, so order and names change from run to "
                        + "run; use a List or LinkedHashSet",
                new HashSet<>(List.of(new Tensors(FloatBuffer.allocate(1)), new Tensors(FloatBuffer.allocate(2)))));
    }

    private static Set<Linear> filledSet(Set<Linear> set) {
        set.add(new Linear());
        set.add(new Linear());
        return set;
    }

    @Test
    void setsWithAnOrderAreRight() {
        Set<Linear> linked = new LinkedHashSet<>(List.of(new Linear(), new Linear()));
        for (Iterable<?> models : List.of(
                linked,
                Collections.unmodifiableSet(linked),
                List.copyOf(linked),
                Set.of(new Linear()),
                new HashSet<>(List.of(new Linear())),
                new HashSet<>(),
                EnumSet.allOf(Part.class),
                Collections.unmodifiableSet(EnumSet.allOf(Part.class)),
                new HashSet<>(List.of("a", "b")))) {
            assertThatCode(() -> HolderOrder.check("set", models)).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesMapsInTheOrderOfIdentityHashes() {
        refused(
                "map: a HashMap with keys of Key, which has Object's hashCode, so the order changes from run to run; "
                        + "use a LinkedHashMap",
                filled(new HashMap<>(), List.of(new Key("a"), new Key("b"))));
        refused(
                "map: a HashMap with keys of Part, which has an enum's hashCode, so the order changes from run to run; "
                        + "use an EnumMap or LinkedHashMap",
                filled(new HashMap<>(), List.of(Part.HEAD, Part.BODY)));
        refused("map: a HashMap with keys of Class", filled(new HashMap<>(), List.of(Key.class, Part.class)));
        refused(
                "map: an UnmodifiableMap with keys of Key",
                Collections.unmodifiableMap(filled(new HashMap<>(), List.of(new Key("a"), new Key("b")))));
    }

    @Test
    void refusesKeysThatNameNothing() {
        refused("map: its keys are Linear, which has Object's toString", Map.of(new Linear(), 1));
        refused("map: its keys are int[], which has Object's toString", Map.of(new int[0], 1));
        refused("map: its keys are Hashed, which has Object's toString", new LinkedHashMap<>(Map.of(new Hashed(), 1)));
        Map<Object, Integer> twice = new LinkedHashMap<>();
        twice.put(1, 1);
        twice.put("1", 2);
        refused("map: two keys have the text 1, so their parameters would have one name", twice);
    }

    @Test
    void mapsWithAnOrderAreRight() {
        List<Key> keys = List.of(new Key("b"), new Key("a"));
        assertThat(HolderOrder.entries("map", filled(new LinkedHashMap<>(), keys))
                        .keySet())
                .containsExactly("b", "a");
        assertThat(HolderOrder.entries("map", filled(new HashMap<>(), List.of("x", "y", "z"))))
                .hasSize(3);
        assertThat(HolderOrder.entries("map", filled(new HashMap<>(), List.of(new Named("x"), new Named("y")))))
                .hasSize(2);
        assertThat(HolderOrder.entries("map", filled(new TreeMap<>(), List.of("y", "x")))
                        .keySet())
                .containsExactly("x", "y");
        Map<Part, Linear> parts = filled(new EnumMap<>(Part.class), List.of(Part.BODY, Part.HEAD));
        assertThat(HolderOrder.entries("map", parts).keySet()).containsExactly("HEAD", "BODY");
        assertThat(HolderOrder.entries("map", Collections.unmodifiableMap(parts))
                        .keySet())
                .containsExactly("HEAD", "BODY");
    }

    @Test
    void aMapWithoutAnyOrderIsVisitedByTheTextOfItsKeys() {
        assertThat(HolderOrder.entries("map", Map.of("c", 1, "a", 2, "b", 3)).keySet())
                .containsExactly("a", "b", "c");
        assertThat(HolderOrder.entries("map", Map.of(Part.HEAD, 1, Part.BODY, 2))
                        .keySet())
                .containsExactly("BODY", "HEAD");
    }

    @Test
    void aNameThatTwoParametersHaveIsRefusedWithWhereBothAre() {
        Object root = new Object();
        Linear dotted = new Linear();
        Tensors nested = new Tensors(FloatBuffer.allocate(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterCollector.collect(root, (model, p) -> {
                    p.visitEach("m", Map.of("a.b", dotted), HolderOrderTest::parameter);
                    p.visit("m.a", nested, (inner, q) -> q.visit("b", new Linear(), HolderOrderTest::parameter));
                }))
                .withMessageStartingWith("two parameters are named m.a.b.w");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterCollector.collect(root, (model, p) -> {
                    p.visitEach("m", Map.of("a.b", dotted), HolderOrderTest::parameter);
                    p.visit(
                            "m",
                            nested,
                            (Tensors inner, ParameterCollector q) -> q.add(
                                    "a.b.w",
                                    TensorType.FLOAT_BUFFER,
                                    inner.w(),
                                    TensorShape.of(1),
                                    Initializers.ones()));
                }))
                .withMessage(
                        "two parameters are named m.a.b.w: w of the Linear at m.a.b, and a.b.w of the Tensors at m; "
                                + "rename one, or use keys without dots");
    }

    private static void parameter(Object model, ParameterCollector parameters) {
        parameters.add("w", TensorType.FLOATS, new float[1], TensorShape.of(1), Initializers.ones());
    }
}
