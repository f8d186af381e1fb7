package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What generated code cannot name or call is refused where the user named it, and the rest compiles without a warning. */
class AccessTest {

    private static final String ADAPTER = """
                @Override public T allocate(TensorShape shape) { return new T(); }
                @Override public long elements(T t) { return 3; }
                @Override public double get(T t, long i) { return 0; }
                @Override public void put(T t, long offset, float[] values, int count) {}
            """;

    @TempDir
    private Path folder;

    @Test
    void refusesASizeInAPrivateClass() throws IOException {
        assertThat(errors("""
                // a/Net.java
                package a;
                class Net {
                    private record Config(int width) {}
                    private final Config config = new Config(3);
                    Config config() { return config; }
                    @Shape(dims = "config.width, config.width") @Normal float[] w;
                }
                """))
                .containsExactly(
                        "w: config.width is in Net.Config, which is private, so generated code cannot reach it;"
                                + " make Config package-private [Unreachable]");
    }

    @Test
    void refusesASizeInAClassWithinAPrivateOne() throws IOException {
        assertThat(errors("""
                // a/Net.java
                package a;
                class Net {
                    private static class Outer { static class Config { int n = 3; } }
                    final Outer.Config config = new Outer.Config();
                    @Shape(dims = "config.n") @Ones float[] w;
                }
                """))
                .containsExactly("w: config.n is in Net.Outer.Config, and Outer is private, so generated code cannot"
                        + " reach it; make Outer package-private [Unreachable]");
    }

    @Test
    void refusesAProtectedParentOfAnotherPackage() throws IOException {
        assertThat(errors("""
                // a/Outer.java
                package a;
                public class Outer {
                    protected static class Base { @Shape(3) @Ones protected float[] w; protected Base() {} }
                }
                // b/Child.java
                package b;
                public class Child extends a.Outer {
                    public static class Net extends Base { @Shape(3) @Ones float[] v; public Net() {} }
                }
                """))
                .containsExactly("Net: it extends Outer.Base, which is protected, so generated code cannot reach it;"
                        + " make Base public [Unreachable]");
    }

    @Test
    void refusesAProtectedSubModelOfAnotherPackage() throws IOException {
        assertThat(errors("""
                // a/Outer.java
                package a;
                public class Outer {
                    protected static class Part { @Shape(3) @Ones protected float[] w; public Part() {} }
                }
                // b/Net.java
                package b;
                @InitWeights public class Net extends a.Outer {
                    final Part part = new Part();
                }
                """))
                .containsExactly("part: it holds Outer.Part, which is protected, so generated code cannot reach it;"
                        + " make Part public [Unreachable]");
    }

    @Test
    void namesNothingForJavadocAlone() throws IOException {
        assertThat(errors("""
                // a/Hidden.java
                package a;
                class Hidden { @Shape({3, 4}) @Normal float[] weight; }
                // a/Pub.java
                package a;
                public class Pub { public final Hidden h = new Hidden(); @Shape(1) @Ones public float[] x; }
                // b/Sub.java
                package b;
                public class Sub extends a.Pub { @Shape(1) @Ones float[] y; }
                """)).isEmpty();
    }

    @Test
    void refusesWhatThrowsACheckedException() throws IOException {
        assertThat(errors("""
                // a/Net.java
                package a;
                class Net {
                    int size() throws java.io.IOException { return 3; }
                    @Shape(dims = "size(), 2") @Normal float[] w;
                    private float[] v;
                    @Shape(3) @Ones float[] x;
                    float[] getV() throws Exception { return v; }
                    static class Own implements Initializer {
                        Own() throws InterruptedException {}
                        @Override public Fill resolve(TensorShape shape) { throw new IllegalStateException(); }
                    }
                    @Shape(3) @InitWith(Own.class) float[] y;
                }
                """.replace("private float[] v", "@Shape(3) @Ones private float[] v")))
                .containsExactly(
                        "w: size() throws IOException, which generated code cannot handle; add a method that does not, or"
                                + " keep the size in a field [CheckedException]",
                        "v: getV() throws Exception, which generated code cannot handle; add a getter that does not"
                                + " [CheckedException]",
                        "y: @InitWith(Own.class): the constructor Own() throws InterruptedException, which generated code"
                                + " cannot handle; throw an unchecked exception instead [InitWithClass]");
    }

    @Test
    void refusesAnAdapterThatCannotBeMade() throws IOException {
        assertThat(adapter("static class Ad implements TensorAdapter<T> { Ad(String manager) {}"))
                .containsExactly("adapters: Ad has no constructor without parameters; add one, since generated code has"
                        + " nothing to give to (String manager) [Adapter]");
        assertThat(adapter("static class Ad implements TensorAdapter<T> { private Ad() {}"))
                .containsExactly("adapters: the constructor Ad() is not reachable from generated code; make it"
                        + " package-private [Adapter]");
        assertThat(adapter("class Ad implements TensorAdapter<T> {"))
                .containsExactly(
                        "adapters: Ad is an inner class, which needs an object of Net; make it static [Adapter]");
        assertThat(adapter("abstract static class Ad implements TensorAdapter<T> {"))
                .containsExactly("adapters: Ad is abstract; name a class that extends it [Adapter]");
        assertThat(adapter("static class Ad implements TensorAdapter<T> {")).isEmpty();
    }

    private List<String> adapter(String head) throws IOException {
        return errors("""
                // a/Net.java
                package a;
                @InitWeights(adapters = Net.Ad.class)
                class Net {
                    static class T {}
                """ + head + ADAPTER + "    }\n    @Shape(3) @Ones T w;\n    @Shape(3) @Ones T v;\n}\n");
    }

    @Test
    void refusesAFieldThatTheTensorsOfItsAdapterDoNotFit() throws IOException {
        assertThat(errors("""
                // a/Net.java
                package a;
                @InitWeights(adapters = Net.Ad.class)
                class Net {
                    static class Box<E> {}
                    static class Ad implements TensorAdapter<Box<?>> {
                """ + ADAPTER.replace("new T()", "new Box<Object>()").replaceAll("\\bT\\b", "Box<?>") + """
                    }
                    @Shape(3) @Ones Box<?> any;
                    @Shape(3) @Ones final Box<Float> read = new Box<>();
                    @Shape(3) @Ones Box<Float> kept;
                }
                """))
                .containsExactly(
                        "kept: the adapter Ad is for fields of type Box<?>, and this is a Box<Float>; declare it as"
                                + " Box<?>, or name an adapter for its type [FieldType]");
    }

    @Test
    void readsASizeThroughWhatASubclassBinds() throws IOException {
        assertThat(errors("""
                // a/Base.java
                package a;
                @InitWeights
                abstract class Base<C extends Base.Config> {
                    static class Config { int common = 3; }
                    protected final C config;
                    Base(C config) { this.config = config; }
                    @Shape(dims = "config.common") @Ones float[] b;
                }
                // a/Net.java
                package a;
                class Net extends Base<Net.Mine> {
                    static class Mine extends Base.Config { int hidden = 4; }
                    Net() { super(new Mine()); }
                    @Shape(dims = "config.hidden, config.common") @Normal float[] w;
                }
                """)).isEmpty();
    }

    @Test
    void suppressesWarningsOfWhatIsDeprecated() throws IOException {
        assertThat(errors("""
                // a/Net.java
                package a;
                @InitRule(type = Net.Part.class, use = Zeros.class)
                class Net {
                    @Deprecated(forRemoval = true) @Shape(3) @Ones float[] w;
                    @Deprecated final int n = Integer.parseInt("3");
                    @Shape(dims = "n, 2") @Normal float[] v;
                    @Deprecated static class Part { @Shape(3) @Ones float[] w; }
                    final Part part = new Part();
                }
                // a/Old.java
                package a;
                @Deprecated
                class Old { @Shape(3) @Ones float[] w; }
                """)).isEmpty();
    }

    private List<String> errors(String text) throws IOException {
        return Sources.diagnostics(folder, text);
    }
}
