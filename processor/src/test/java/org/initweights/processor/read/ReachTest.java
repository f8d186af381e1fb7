package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code is in the package of the model, and reaches what such code reaches. */
class ReachTest {

    private final Compiled source = Compiled.of("a/Net.java", """
            package a;
            class Net {
                static class Open { class Deep {} }
                protected static class Guarded {}
                private static class Secret { public static class Deep {} }
                int open;
                private int secret;
                protected int guarded;
                public int shown;
            }
            """, "b/Other.java", """
            package b;
            public class Other {
                public static class Open {}
                protected static class Guarded { public static class Deep {} }
                static class Closed {}
                int closed;
                protected int guarded;
                public int shown;
            }
            """, "b/Hidden.java", """
            package b;
            class Hidden {
                public static class Open {}
            }
            """);

    private final Reach reach = new Reach(source.elements(), source.type("a.Net"));

    @ParameterizedTest
    @ValueSource(strings = {"a.Net", "a.Net.Open", "a.Net.Open.Deep", "a.Net.Guarded", "b.Other", "b.Other.Open"})
    void hasNoBarrierBefore(String type) {
        assertThat(reach.before(source.type(type))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.Net.Secret       | Net.Secret, which is private, so generated code cannot reach it; make Secret"
                        + " package-private",
                "a.Net.Secret.Deep  | Net.Secret.Deep, and Secret is private, so generated code cannot reach it; make"
                        + " Secret package-private",
                "b.Other.Guarded    | Other.Guarded, which is protected, so generated code cannot reach it; make Guarded"
                        + " public",
                "b.Other.Guarded.Deep | Other.Guarded.Deep, and Guarded is protected, so generated code cannot reach it;"
                        + " make Guarded public",
                "b.Other.Closed     | Other.Closed, which is package-private in b, so generated code cannot reach it;"
                        + " make Closed public",
                "b.Hidden.Open      | Hidden.Open, and Hidden is package-private in b, so generated code cannot reach it;"
                        + " make Hidden public",
            })
    void saysWhatStandsBefore(String type, String words) {
        assertThat(reach.before(source.type(type)).map(Reach.Barrier::words)).contains(words);
    }

    @Test
    void saysItInASentence() {
        Optional<Reach.Barrier> barrier = reach.before(source.type("b.Other.Closed"));
        assertThat(barrier.map(Reach.Barrier::sentence))
                .contains("Closed is package-private in b, so generated code cannot reach it; make Closed public");
        assertThat(reach.before(source.type("b.Hidden.Open")).map(Reach.Barrier::sentence))
                .contains(
                        "Hidden.Open, and Hidden is package-private in b, so generated code cannot reach it; make Hidden"
                                + " public");
    }

    @ParameterizedTest
    @CsvSource({
        "a.Net.open, true",
        "a.Net.guarded, true",
        "a.Net.shown, true",
        "a.Net.secret, false",
        "b.Other.shown, true",
        "b.Other.guarded, false",
        "b.Other.closed, false",
    })
    void admitsMembers(String field, boolean admitted) {
        assertThat(reach.admits(source.field(field))).isEqualTo(admitted);
    }

    @Test
    void isFromThePackageOfTheModel() {
        assertThat(reach.home()).hasToString("a");
    }
}
