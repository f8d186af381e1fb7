package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One message a mistake, in the order of the source, and none where the compiler itself has one. */
class MessagesTest {

    @TempDir
    private Path folder;

    @Test
    void comeInTheOrderOfTheSource() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                class Net {
                    @Shape({3, 4}) @Normal(std = -1) float[] a;
                    @Shape(dims = "x") @Ones float[] b;
                    float[] c;
                    @Shape(3) @KaimingNormal float[] d;
                }
                """))
                .extracting(message -> message.substring(0, 2))
                .startsWith("a:", "b:", "c:", "d:");
    }

    @Test
    void areNoneWhereAnAnnotationDoesNotExist() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                class Net {
                    @Typo float[] w;
                    @Shape({3, 4}) @Normal float[] v;
                }
                """)).singleElement().asString().startsWith("cannot find symbol");
    }

    @Test
    void areNoneWhereAnAnnotationIsAmbiguous() throws IOException {
        assertThat(diagnostics("""
                // b/Shape.java
                package b;
                public @interface Shape { int[] value(); }
                // a/Net.java
                package a;
                import b.*;
                class Net { @Shape({3, 4}) @Normal float[] w; }
                """)).singleElement().asString().startsWith("reference to Shape is ambiguous");
    }

    @Test
    void areOneForAParameterOfAnInterface() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                @InitWeights interface Net { @Shape({3, 4}) @Normal float[] w = new float[12]; }
                """))
                .containsExactly(
                        "w: static, so it is no part of a model; remove static or the initializer [StaticField]");
    }

    @Test
    void nameTheClassThatHasTheNameOfTheGenerated() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                class Net { @Shape({3, 4}) @Normal float[] w; }
                // a/NetInit.java
                package a;
                class NetInit {}
                // a/Outer.java
                package a;
                class Outer { static class In { @Shape({3, 4}) @Normal float[] w; } }
                // a/Outer_In.java
                package a;
                class Outer_In { @Shape({3, 4}) @Normal float[] w; }
                """))
                .containsExactly(
                        "Net: there is a class NetInit already; rename it, or the model [NameTaken]",
                        "Outer_In: a.Outer.In has the generated class Outer_InInit too; rename one of them [NameTaken]");
    }

    @Test
    void suggestTheWholeNameOfAParameter() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                @InitRule(param = "head.wieght", use = Zeros.class)
                @InitWeights class Net {
                    static class Part { @Shape({3, 4}) @Normal float[] weight; }
                    final Part head = new Part();
                }
                """)).singleElement().asString().contains("did you mean \"head.weight\"?");
    }

    @Test
    void refuseWhatMayHoldAnything() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                @InitWeights class Net {
                    static class Part { @Shape({3, 4}) @Normal float[] w; }
                    final java.util.List<? super Part> parts = new java.util.ArrayList<>();
                }
                """))
                .containsExactly("parts: a List<? super Part> may hold anything, not only Part; name that class without"
                        + " super, or @Skip the field [SubModelType]");
    }

    @Test
    void sayThatASetterIsMissing() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                class Net {
                    @Shape(3) @Ones private float[] none;
                    float[] none() { return none; }
                    @Shape(3) @Ones private float[] ofAnotherType = null;
                    float[] ofAnotherType() { return ofAnotherType; }
                    void setOfAnotherType(double[] values) {}
                    @Shape(3) @Ones private float[] throwing;
                    float[] throwing() { return throwing; }
                    void setThrowing(float[] values) throws java.io.IOException { throwing = values; }
                }
                """))
                .containsExactly(
                        "none: null, private and without setter, so it cannot be allocated; add setNone(float[]), or allocate"
                                + " it where it is declared [NoSetter]",
                        "ofAnotherType: null, private and without setter, so it cannot be allocated; add"
                                + " setOfAnotherType(float[]), or allocate it where it is declared [NoSetter]",
                        "throwing: null, and setThrowing() throws IOException, which generated code cannot handle, so it"
                                + " cannot be allocated; add a setter that does not [NoSetter]");
    }

    @Test
    void areNoneOfAFieldThatMayHoldAValue() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                class Net {
                    @interface Inject {}
                    @interface Nullable {}
                    @Shape(3) @Ones private float[] declared = new float[3];
                    float[] declared() { return declared; }
                    @Shape(3) @Ones private float[] constructed;
                    float[] constructed() { return constructed; }
                    @Shape(3) @Ones private float[] loaded;
                    float[] loaded() { return loaded; }
                    @Shape(3) @Ones private float[] fluent;
                    float[] fluent() { return fluent; }
                    Net fluent(float[] values) { fluent = values; return this; }
                    @Shape(3) @Ones private float[] throwing;
                    float[] throwing() { return throwing; }
                    void setThrowing(float[] values) throws java.io.IOException { throwing = values; }
                    @Shape(3) @Ones private float[] fromOutside;
                    float[] fromOutside() { return fromOutside; }
                    Net() { this.constructed = new float[3]; throwing = new float[3]; }
                    void load() { if (loaded == null) { loaded = new float[3]; } }
                    static class Builder { Net build() { Net net = new Net(); net.fromOutside = new float[3]; return net; } }
                }
                """)).isEmpty();
    }

    @Test
    void suggestAFunctionOnlyWhereItMayBeMeant() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                class Net {
                    @Shape({3, 3}) @Normal @Formula(std = "sin(1)") float[] a;
                    @Shape({3, 3}) @Normal @Formula(std = "tan(1)") float[] b;
                    @Shape({3, 3}) @Normal @Formula(std = "sqr(1)") float[] c;
                    @Shape({3, 3}) @Normal @Formula(std = "Exp(1)") float[] d;
                }
                """))
                .containsExactly(
                        "a: \"sin(1)\": there is no such function; use sqrt, abs, min, max, exp, log or pow [UnknownFunction]",
                        "b: \"tan(1)\": there is no such function; use sqrt, abs, min, max, exp, log or pow [UnknownFunction]",
                        "c: \"sqr(1)\": there is no such function; did you mean \"sqrt\"? [UnknownFunction]",
                        "d: \"Exp(1)\": there is no such function; did you mean \"exp\"? [UnknownFunction]");
    }

    @Test
    void areNoneWhereAModelNamesWhatIsGenerated() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                public class Net {
                    @Shape(3) @Ones float[] w;
                    final NetInit self = null;
                    static NetInit all(java.util.List<? extends a.NetInit[]> inits) { return null; }
                    static <T extends Other_PartInit> void of(T init) {}
                    record Rec(@Shape(3) @Ones float[] w, Net_RecInit init) {}
                }
                // a/Other.java
                package a;
                class Other {
                    static class Part {
                        @Shape(3) @Ones float[] w;
                        static java.util.Map<String, NetInit> all() { return null; }
                    }
                }
                """)).isEmpty();
    }

    @Test
    void sayWhichClassIsToBeAnnotated() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                class Net {
                    static class Lin { @Shape(3) @Ones float[] w; }
                    final Lin lin = new Lin();
                    void init() { NetInit.initWeights(this, 1); }
                }
                // a/Other.java
                package a;
                class Other {
                    static class Part { java.util.Map<String, java.util.List<Net.Lin[]>> layers; }
                    static class Trainer { Net.Lin lin; Object TrainerInit; Object other() { return TrainerInit; } }
                    static class NeverNamed { Net.Lin lin; }
                    Object all() { return a.Other_PartInit.parameters(null); }
                }
                """))
                .containsExactly(
                        "Net: there is no NetInit, since a class that has sub-models, and no parameters of its own, is a model"
                                + " only with @InitWeights; annotate it [UnmarkedModel]",
                        "Part: there is no Other_PartInit, since a class that has sub-models, and no parameters of its own, is a"
                                + " model only with @InitWeights; annotate it [UnmarkedModel]");
    }

    /** What is said of a model would be ignored in a class that is none. */
    @Test
    void sayWhereAnnotationsOfModelsDoNothing() throws IOException {
        assertThat(diagnostics("""
                // a/Net.java
                package a;
                @InitRule(param = "lin.w", use = Zeros.class)
                @Copy(param = "b.w", from = "lin.w")
                @Copy(param = "c.w", from = "lin.w")
                class Net {
                    static class Lin { @Shape(3) @Ones float[] w; @Shape(3) @NonTrainable @Zeros float[] mean; }
                    static class Empty { @NonTrainable final float[] statistics = {}; }
                    static class Sub extends Lin { @NonTrainable Lin lin; }
                    @Skip @InitRule(param = "w", use = Zeros.class) static class Skipped {}
                    @NonTrainable Lin lin;
                    Lin b;
                }
                """))
                .containsExactly(
                        "Net: @InitRule(param = \"lin.w\", use = Zeros.class) says something of a model, and Net is none: a class"
                                + " without parameters of its own is one only with @InitWeights; annotate it, or remove this"
                                + " [UnmarkedModel]",
                        "Net: @Copy(param = \"b.w\", from = \"lin.w\") says something of a model, and Net is none: a class"
                                + " without parameters of its own is one only with @InitWeights; annotate it, or remove this"
                                + " [UnmarkedModel]",
                        "Net: @Copy(param = \"c.w\", from = \"lin.w\") says something of a model, and Net is none: a class"
                                + " without parameters of its own is one only with @InitWeights; annotate it, or remove this"
                                + " [UnmarkedModel]",
                        "statistics: @NonTrainable is for parameters and sub-models of a model, and Empty is none; give the field"
                                + " @Shape and an initializer, such as @Zeros, annotate the class with @InitWeights, or remove"
                                + " @NonTrainable [NonTrainable]",
                        "lin: @NonTrainable is for parameters and sub-models of a model, and Net is none; give the field"
                                + " @Shape and an initializer, such as @Zeros, annotate the class with @InitWeights, or remove"
                                + " @NonTrainable [NonTrainable]");
    }

    private List<String> diagnostics(String text) throws IOException {
        return Sources.diagnostics(folder, text);
    }
}
