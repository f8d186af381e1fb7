package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated code makes objects of classes that let it. */
class MakingTest {

    private final Compiled source = Compiled.of("a/Net.java", """
            package a;
            class Net {
                static class Plain {}
                static class Two { Two(double p, int... sizes) {} Two(float q) {} }
                static class Secret { private Secret() {} }
                static class Loud { Loud() throws java.io.IOException {} }
                static class Quiet { Quiet(int n) throws Exception {} Quiet(long n) {} }
                static abstract class Half {}
                interface Face {}
                enum Choice { ONE }
                class Inner {}
                record Row(double p) {}
                private static class Hidden {}
            }
            """, "b/Other.java", """
            package b;
            public class Other {
                Other() {}
                protected Other(int n) {}
            }
            """);

    private final Making making =
            new Making(source.elements(), source.types(), source.type("a.Net"), new Mentions(source.elements()));

    @ParameterizedTest
    @CsvSource({
        "a.Net.Plain, 0, Plain()",
        "a.Net.Two, 1, Two(float)",
        "a.Net.Two, 2, 'Two(double,int...)'",
        "a.Net.Quiet, 1, Quiet(long)",
        "a.Net.Row, 1, Row(double)",
    })
    void findsTheConstructor(String type, int arguments, String constructor) {
        assertThat(found(type, arguments))
                .isInstanceOfSatisfying(
                        Making.Constructor.class,
                        made -> assertThat(made.element()).hasToString(constructor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.Net.Face   | 0 | Face is an interface; name a class that implements it",
                "a.Net.Choice | 0 | Choice is an enum, which has its constants only; name a class",
                "a.Net.Half   | 0 | Half is abstract; name a class that extends it",
                "a.Net.Inner  | 0 | Inner is an inner class, which needs an object of Net; make it static",
                "a.Net.Hidden | 0 | Hidden is private, so generated code cannot reach it; make Hidden package-private",
                "a.Net.Secret | 0 | the constructor Secret() is not reachable from generated code; make it package-private",
                "b.Other      | 0 | the constructor Other() is not reachable from generated code; make it public",
                "b.Other      | 1 | the constructor Other(int n) is not reachable from generated code; make it public",
                "a.Net.Loud   | 0 | the constructor Loud() throws IOException, which generated code cannot handle; throw an"
                        + " unchecked exception instead",
                "a.Net.Plain  | 1 | Plain has no constructor of 1 parameters; give ()",
                "a.Net.Two    | 0 | Two has no constructor without parameters; give (double p, int[] sizes) or (float q)",
            })
    void saysWhyThereIsNone(String type, int arguments, String problem) {
        assertThat(found(type, arguments)).isEqualTo(new Making.Obstacle(problem));
    }

    @Test
    void remembersWhatItNamesForTheWarningsOfTheCompiler() {
        Compiled old = Compiled.of("a/Old.java", "package a; class Old { @Deprecated Old() {} Old(int n) {} }");
        Mentions mentions = new Mentions(old.elements());
        Making deprecated = new Making(old.elements(), old.types(), old.type("a.Old"), mentions);
        deprecated.constructor(old.type("a.Old"), 1, parameters -> parameters);
        assertThat(mentions.warnings()).isEmpty();
        deprecated.constructor(old.type("a.Old"), 0, parameters -> parameters);
        assertThat(mentions.warnings()).hasSize(1);
    }

    private Making.Found found(String type, int arguments) {
        return making.constructor(source.type(type), arguments, parameters -> "give " + parameters);
    }
}
