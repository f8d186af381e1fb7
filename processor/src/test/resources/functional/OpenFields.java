package functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.Serializable;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Skip;

/** Fields whose types do not tell whether a model is in them. */
@SuppressWarnings({"rawtypes", "serial"})
public final class OpenFields {

    interface Unmarked {}

    static class Base {}

    static final class Dense extends Base
            implements UnaryOperator<float[]>, Serializable, Comparable<Object>, Runnable, Callable<Object>, AutoCloseable {
        @Shape(2) @Ones transient float[] w;

        public float[] apply(float[] x) {
            return x;
        }

        public int compareTo(Object other) {
            return 0;
        }

        public void run() {}

        public Object call() {
            return w;
        }

        public void close() {}
    }

    static class Net<T> {
        @Shape(2) @Ones float[] own;
        List<UnaryOperator<float[]>> operators;
        List<Object> objects;
        List<List<Object>> nested;
        List<?> wild;
        List<? extends Runnable> bounded;
        Map<String, Object> named;
        Map<Object, String> keys;
        Map<String, List<Object[]>> deep;
        Object[] array;
        Object[][] matrix;
        Object one;
        Optional<Object> maybe;
        List raw;
        ArrayList rawArrayList;
        Map rawMap;
        Serializable serializable;
        Comparable<Object> comparable;
        Runnable runnable;
        Callable<Object> callable;
        Function<float[], float[]> function;
        AutoCloseable closeable;
        private Object hidden;
        private List<Object> hiddenList;
        private T variable;
        private List<T> variables;

        T variable() {
            return variable;
        }
    }

    @InitWeights
    static class Quiet {
        @Shape(2) @Ones float[] own;
        final Dense dense = new Dense();
        final Object again = dense;
        final List<Object> around = new ArrayList<>();
        final Object lock = new Object();
        final Runnable callback = () -> {
            throw new AssertionError("called");
        };
        final Supplier<Object> supplier = () -> {
            throw new AssertionError("called");
        };
        final Iterable<Object> endless = () -> {
            throw new AssertionError("iterated over");
        };
        final Iterator<Object> iterator = Stream.<Object>generate(() -> {
                    throw new AssertionError("drawn");
                })
                .iterator();
        final Map<String, Object> options = new HashMap<>(Map.of("seed", 1, "names", Set.of("a", "b")));
        final Object numbers = new float[3];
        final Object nothing = null;
        final Object token = Token.EOS;
        @Skip final Object skipped = new Dense();
        @SuppressWarnings("initweights:Uninitialized") final Object known = new Dense();
        private final Object secret = new Object[] {1, "two", null};
        static final Object SHARED = new Dense();

        Quiet() {
            around.add(this);
            around.add(around);
            around.add(new Object[] {around, dense});
        }
    }

    enum Token {
        EOS
    }

    /** An interface of models, one of which has no weights. */
    @InitWeights
    interface Activation {}

    enum Known implements Activation {
        ABS
    }

    static class Weightless {
        @Shape(2) @Ones float[] own;
        Object activation = Known.ABS;
    }

    private static final Map<String, Object> HELD = held();

    private static Map<String, Object> held() {
        Dense dense = new Dense();
        Map<String, Object> held = new HashMap<>();
        held.put("operators", List.of(dense, (UnaryOperator<float[]>) x -> x));
        held.put("objects", List.of("text", dense));
        held.put("nested", List.of(List.of(), List.of(1, dense)));
        held.put("wild", List.of(dense));
        held.put("bounded", List.of(dense));
        held.put("named", Map.of("k", dense));
        held.put("keys", Map.of(dense, "k"));
        held.put("deep", Map.of("k", List.<Object[]>of(new Object[] {Optional.of(dense)})));
        held.put("array", new Object[] {null, dense});
        held.put("matrix", new Object[][] {{}, {dense}});
        held.put("one", dense);
        held.put("maybe", Optional.of(dense));
        held.put("raw", List.of(dense));
        held.put("rawArrayList", new ArrayList<>(List.of(dense)));
        held.put("rawMap", Map.of("k", dense));
        for (String name : List.of("serializable", "comparable", "runnable", "callable", "function", "closeable", "hidden")) {
            held.put(name, dense);
        }
        held.put("hiddenList", List.of(dense));
        held.put("variables", List.of(dense));
        return held;
    }

    public static void check() throws ReflectiveOperationException {
        for (Field field : Net.class.getDeclaredFields()) {
            if (field.getName().equals("own")) {
                continue;
            }
            Net<Object> net = new Net<>();
            if (field.getName().equals("variable")) {
                net.variable = new Dense();
                assertThat(OpenFields_NetInit.parameters(net).get("variable.w").elements()).isEqualTo(2);
                continue;
            }
            field.setAccessible(true);
            field.set(net, HELD.get(field.getName()));
            assertThatIllegalArgumentException()
                    .as(field.getName())
                    .isThrownBy(() -> OpenFields_NetInit.initWeights(net, 1))
                    .withMessage(field.getName() + ": holds a Dense, whose weights nothing initialises, since the type of the field"
                            + " does not tell that it is a model; declare the field with that class, or with an interface that is"
                            + " marked with @InitWeights, or @Skip the field");
        }
        OpenFields_NetInit.initWeights(new Net<>(), 1);
        Quiet quiet = new Quiet();
        OpenFields_QuietInit.initWeights(quiet, 1);
        assertThat(quiet.dense.w).containsOnly(1);
        assertThatCode(() -> OpenFields_WeightlessInit.initWeights(new Weightless(), 1))
                .doesNotThrowAnyException();
    }
}
