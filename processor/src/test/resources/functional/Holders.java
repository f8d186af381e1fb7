package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.initweights.Parameter;
import org.initweights.Parameters;
import org.initweights.annotation.Constant;
import org.initweights.annotation.InitRule;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;

/** Sub-models in holders of every kind, in hierarchies of every kind, against the graph of the objects as reflection sees it. */
public class Holders {
    static class Linear {
        @Shape(2) @Ones float[] w;
    }

    static class Lora extends Linear {
        @Shape(3) @Ones float[] a;
    }

    interface Named {}

    /** A model that can be iterated over is not taken apart. */
    static class Sequential implements Iterable<Linear> {
        final List<Linear> parts = List.of(new Linear());
        @Shape(4) @Ones float[] scale;

        @Override
        public Iterator<Linear> iterator() {
            return parts.iterator();
        }
    }

    /** A list of models that is no model. */
    static class Blocks extends AbstractList<Linear> {
        private final List<Linear> blocks = List.of(new Lora(), new Linear());

        @Override
        public Linear get(int index) {
            return blocks.get(index);
        }

        @Override
        public int size() {
            return blocks.size();
        }
    }

    @InitWeights
    static class Net<C extends List<Linear>, L extends Named & Iterable<Lora>> {
        final Linear plain = new Lora();
        final Optional<Linear> optional = Optional.of(new Linear());
        final Optional<List<Linear>> several = Optional.of(List.of(new Linear()));
        final Optional<Linear> none = Optional.empty();
        final List<List<Linear>> lists = List.of(List.of(new Linear(), new Lora()), List.of());
        final Linear[][] arrays = {{new Linear()}, {}};
        final List<Linear>[] arrayOfLists = arrayOfLists();
        final Map<String, List<Linear>> maps = Map.of("a", List.of(new Linear()));
        final Map<String, Map<Integer, Linear[]>> deep = Map.of("b", Map.of(7, new Linear[] {new Lora()}));
        final Collection<? extends Linear> wild = List.of(new Linear());
        final List<? extends Collection<? extends Linear>> wilder = List.of(List.of(new Linear()));
        final Deque<Linear> deque = new ArrayDeque<>(List.of(new Linear()));
        final Set<Set<Linear>> sets = new LinkedHashSet<>(List.of(new LinkedHashSet<>(List.of(new Linear()))));
        final Iterable<Optional<Linear>> iterable = List.of(Optional.empty(), Optional.of(new Linear()));
        final List<Sequential> sequentials = List.of(new Sequential());
        final Blocks blocks = new Blocks();
        final C container;
        final L intersection;
        final Linear shared = plain;

        Net(C container, L intersection) {
            this.container = container;
            this.intersection = intersection;
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static List<Linear>[] arrayOfLists() {
            return new List[] {List.of(new Linear())};
        }
    }

    static class Parts extends AbstractList<Lora> implements Named {
        private final Lora part = new Lora();

        @Override
        public Lora get(int index) {
            return part;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    @InitWeights
    interface Layer {
        float[] forward(float[] x);
    }

    interface Identity extends Layer {
        @Override
        default float[] forward(float[] x) {
            return x;
        }
    }

    interface Activation extends Identity {}

    enum Function implements Activation {
        RELU {
            @Override
            public float[] forward(float[] x) {
                return x.clone();
            }
        },
        TANH
    }

    record Scale(@Shape(3) @Ones float[] scale) implements Identity {}

    static class Wrapper implements Identity {
        final Linear inner = new Lora();
    }

    @Skip
    static class Rotary implements Identity {
        final float[] table = new float[5];
    }

    private static class Hidden implements Identity {}

    abstract static class Unit implements Identity {
        @Shape(1) @Ones float[] unit;
    }

    static class Gated extends Unit {
        @Shape(1) @Ones float[] gate;
    }

    @InitWeights
    @InitRule(type = Gated.class, param = "gate", use = Two.class)
    static class Network {
        final List<Layer> layers =
                List.of(Function.RELU, Function.TANH, new Scale(new float[3]), new Wrapper(), new Rotary(), new Hidden(), x -> x, new Identity() {}, new Gated());
        final Unit unit = new Gated();
        final Activation activation = Function.RELU;
    }

    @Constant(2)
    @interface Two {}

    /** Bounds of which the first is no model. */
    @InitWeights
    static class Crossed<A extends Object & Identity> {
        final Set<? extends A> set;
        final A one;
        final Map<String, A> map;
        final A[] array;
        final List<Optional<A>> nested;

        Crossed(A[] all) {
            set = new LinkedHashSet<>(List.of(all[0]));
            one = all[1];
            map = Map.of("a", all[2]);
            array = all;
            nested = List.of(Optional.of(all[3]));
        }
    }

    /** Two levels of variables, bound in part by each subclass. */
    @InitWeights
    abstract static class Base<A, B> {
        A first;
        final List<B> blocks = new ArrayList<>();
        final Map<String, List<A>> table = new LinkedHashMap<>();
        @Shape(1) @Ones float[] own;
    }

    abstract static class Middle<X> extends Base<List<X>, X> {}

    static class Bound extends Middle<Linear> {
        Bound() {
            first = List.of(new Linear(), new Lora());
            blocks.add(new Lora());
            table.put("t", List.of(List.of(new Linear())));
        }
    }

    static class OfNames extends Base<String, Named> {
        OfNames() {
            first = "no model";
            blocks.add(new Named() {});
            table.put("t", List.of("still none"));
        }
    }

    /** What no model declares, the model that inherits it visits. */
    static class Stack<B> {
        protected final List<B> stack = new ArrayList<>();
        private final Linear hidden = new Lora();

        Linear getHidden() {
            return hidden;
        }
    }

    static class Deeper<B> extends Stack<B> {
        Optional<B> last = Optional.empty();
    }

    @InitWeights
    static class Stacked extends Deeper<Linear> {
        @Shape(1) @Ones float[] own;

        Stacked() {
            stack.add(new Linear());
            last = Optional.of(new Lora());
        }
    }

    static class Chain {
        Chain next;
        @Shape(1) @Ones float[] w;
    }

    @InitWeights
    static class Chained {
        List<Chain> chains = new ArrayList<>();
    }

    public static void check() throws ReflectiveOperationException {
        Net<Blocks, Parts> net = new Net<>(new Blocks(), new Parts());
        assertFinds(net, Holders_NetInit.parameters(net));
        assertThat(Holders_NetInit.parameters(net)).extracting(Parameter::name).containsExactly(
                "plain.w", "plain.a", "optional.w", "several.0.w", "lists.0.0.w", "lists.0.1.w", "lists.0.1.a", "arrays.0.0.w",
                "arrayOfLists.0.0.w", "maps.a.0.w", "deep.b.7.0.w", "deep.b.7.0.a", "wild.0.w", "wilder.0.0.w", "deque.0.w", "sets.0.0.w",
                "iterable.1.w", "sequentials.0.parts.0.w", "sequentials.0.scale", "blocks.0.w", "blocks.0.a", "blocks.1.w",
                "container.0.w", "container.0.a", "container.1.w", "intersection.0.w", "intersection.0.a");

        Network network = new Network();
        Holders_NetworkInit.initWeights(network, 1);
        assertFinds(network, Holders_NetworkInit.parameters(network));
        assertThat(Holders_NetworkInit.parameters(network)).extracting(Parameter::name).containsExactly(
                "layers.2.scale", "layers.3.inner.w", "layers.3.inner.a", "layers.8.unit", "layers.8.gate", "unit.unit", "unit.gate");
        assertThat(((Gated) network.unit).gate).as("a rule for a class that no field declares").containsOnly(2);

        Bound bound = new Bound();
        assertFinds(bound, Holders_BoundInit.parameters(bound));
        assertThat(Holders_BoundInit.parameters(bound)).extracting(Parameter::name).containsExactly(
                "first.0.w", "first.1.w", "first.1.a", "blocks.0.w", "blocks.0.a", "table.t.0.0.w", "own");
        assertThat(Holders_OfNamesInit.parameters(new OfNames())).extracting(Parameter::name).containsExactly("own");
        Stacked stacked = new Stacked();
        assertFinds(stacked, Holders_StackedInit.parameters(stacked));
        assertThat(Holders_StackedInit.parameters(stacked)).extracting(Parameter::name).containsExactly(
                "stack.0.w", "hidden.w", "hidden.a", "last.w", "last.a", "own");
        refusesWhatNothingInitialises();
        ordersWhatOnlyObjectsSay();
        Identity[] all = {new Wrapper(), new Gated(), new Wrapper(), new Gated(), new Wrapper()};
        assertThat(Holders_CrossedInit.parameters(new Crossed<Identity>(all))).extracting(Parameter::name).containsExactly(
                "set.0.inner.w", "set.0.inner.a", "one.unit", "one.gate", "map.a.inner.w", "map.a.inner.a", "array.3.unit", "array.3.gate",
                "array.4.inner.w", "array.4.inner.a");
        takesChainsOfAnyLength();
    }

    private static void refusesWhatNothingInitialises() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holders_LinearInit.initWeights(new Linear() { float[] more = new float[1]; }, 1))
                .withMessageMatching("the model is an anonymous class, functional\\.Holders\\$\\d+, whose float\\[] more nothing "
                        + "initialises; make it a class of its own, or @Skip more");
        class Local implements Identity {
            final List<Optional<Linear>> parts = List.of();
        }
        Base<Object, Layer> base = new Base<>() {};
        base.blocks.add(new Local());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holders_BaseInit.initWeights(base, 1))
                .withMessageStartingWith("blocks.0 is a class within a method, functional.Holders$1Local, whose List parts");
        Bound bound = new Bound();
        bound.blocks.add(null);
        Holders_BoundInit.initWeights(bound, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holders_NetInit.parameters(new Net<>(Collections.<Linear>singletonList(null), new Parts())))
                .withMessageStartingWith("container.0: null where a sub-model is expected");
    }

    /** The order of {@code Map.of}, and of sets by hash, is another in each run, also around lists of models. */
    private static void ordersWhatOnlyObjectsSay() {
        Base<Object, Object> base = new Base<>() {};
        base.blocks.add(Map.of(
                "f", List.of(new Linear()), "e", List.of(new Linear()), "d", List.of(new Linear()),
                "c", List.of(new Linear()), "b", List.of(new Linear()), "a", List.of(new Linear())));
        assertThat(Holders_BaseInit.parameters(base)).extracting(Parameter::name).containsExactly(
                "blocks.0.a.0.w", "blocks.0.b.0.w", "blocks.0.c.0.w", "blocks.0.d.0.w", "blocks.0.e.0.w", "blocks.0.f.0.w", "own");
        base.blocks.set(0, Set.of(List.of(new Linear()), List.of(new Linear())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holders_BaseInit.initWeights(base, 1))
                .withMessageStartingWith("blocks.0: a Set.of has another order in each run");
        base.blocks.set(0, new HashSet<>(List.of(List.of(new Linear()), List.of(new Linear()))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Holders_BaseInit.initWeights(base, 1))
                .withMessageStartingWith("blocks.0: a HashSet of List12, whose hashCode goes by what it holds, so order and names change");
    }

    private static void takesChainsOfAnyLength() {
        Chained chained = new Chained();
        Chain first = new Chain();
        chained.chains.add(first);
        Chain last = first;
        for (int i = 1; i < 5_000; i++) {
            last.next = new Chain();
            last = last.next;
        }
        last.next = first;
        assertThat(Holders_ChainedInit.parameters(chained)).hasSize(5_000);
        Base<Object, Object> base = new Base<>() {};
        Object nested = new Linear();
        for (int i = 0; i < 5_000; i++) {
            nested = List.of(nested);
        }
        base.first = nested;
        List<Object> cycle = new ArrayList<>();
        cycle.add(cycle);
        base.blocks.add(cycle);
        assertThat(Holders_BaseInit.parameters(base)).hasSize(2);
    }

    /** Every array of floats that is reachable and not skipped is a parameter, and no other. */
    private static void assertFinds(Object model, Parameters parameters) throws ReflectiveOperationException {
        Set<Object> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        walk(model, Collections.newSetFromMap(new IdentityHashMap<>()), arrays);
        parameters.forEach(parameter -> assertThat(parameter.elements()).isPositive());
        assertThat(parameters).hasSize(arrays.size());
    }

    private static void walk(Object value, Set<Object> seen, Set<Object> arrays) throws ReflectiveOperationException {
        if (value == null || !seen.add(value) || value.getClass().isAnnotationPresent(Skip.class)) {
            return;
        }
        if (value instanceof float[]) {
            arrays.add(value);
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                walk(Array.get(value, i), seen, arrays);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Object inner : map.values()) {
                walk(inner, seen, arrays);
            }
        } else if (value instanceof Optional<?> optional) {
            walk(optional.orElse(null), seen, arrays);
        } else if (value instanceof Collection<?> collection) {
            for (Object inner : collection) {
                walk(inner, seen, arrays);
            }
        } else if (value.getClass().getName().startsWith("functional.")) {
            for (Class<?> type = value.getClass(); type.getName().startsWith("functional."); type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                        field.setAccessible(true);
                        walk(field.get(value), seen, arrays);
                    }
                }
            }
        }
    }
}
