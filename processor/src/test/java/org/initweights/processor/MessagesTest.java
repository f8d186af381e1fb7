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
    void sayThatLombokComesFirst() throws IOException {
        String hint = "; if Lombok makes the getter, name Lombok before InitWeights among the processors [Unreachable]";
        assertThat(diagnostics("""
                // lombok/Value.java
                package lombok;
                public @interface Value {}
                // a/Net.java
                package a;
                @lombok.Value class Net {
                    int size = Integer.parseInt("3");
                    @Shape(dims = "size, 2") @Normal public float[] w;
                    @Shape({3, 4}) @Normal float[] v;
                }
                // a/WithGetters.java
                package a;
                @lombok.Value class WithGetters {
                    int size = Integer.parseInt("3");
                    @Shape(dims = "size, 2") @Normal float[] w;
                    int getSize() { return size; }
                    float[] getW() { return w; }
                }
                """))
                .hasSize(2)
                .allMatch(message -> message.endsWith(hint))
                .anyMatch(message -> message.startsWith("w: dimension \"size\": size is private"))
                .anyMatch(message -> message.startsWith("v: private"));
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

    private List<String> diagnostics(String text) throws IOException {
        return Sources.diagnostics(folder, text);
    }
}
