package org.initweights.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that is initialised by itself is in no list. */
class OutermostModelTest {

    @TempDir
    private Path folder;

    @Test
    void isToldWhereItNeedsItsIndex() throws IOException {
        String ofNet =
                "index is the position of Net in a list, but Main initialises Net by itself, and then no list holds it; give Net"
                        + " a field index, or initialise the model that holds it [IndexOfOutermost]";
        assertThat(Sources.diagnostics(folder, """
                // a/Net.java
                package a;
                @InitWeights
                @InitRule(param = "head.w", use = Net.ByIndex.class)
                public class Net {
                    @Normal @Formula(std = "1 / (index + 1)") @interface ByIndex {}
                    static class Lin { @Shape(3) @Normal float[] w; }
                    static class Listed { @Shape(dims = "index") @Ones float[] w; }
                    static class Own { final int index = 2; @Shape(dims = "index") @Ones float[] w; }
                    static class Maybe {
                        boolean has;
                        @Shape(dims = "index", onlyIf = "has") @Ones float[] w;
                    }
                    final Lin head = new Lin();
                    final Listed[] listed = {new Listed()};
                    @Shape(dims = "index + 1") @Ones float[] grows;
                    @Shape(3) @ByIndex float[] scaled;
                }
                // b/Main.java
                package b;
                import a.NetInit;
                class Main {
                    void run(java.util.function.Function<Object, Object> f) { NetInit.initWeights(null, 42); }
                }
                // a/Other.java
                package a;
                class Other {
                    Object own() { return Net_OwnInit.plan(null); }
                    Object maybe() { return a.Net_MaybeInit.parameters(null); }
                    Class<?> listed() { return Net_ListedInit.class; }
                }
                """))
                .containsExactly(
                        "@InitRule(param = \"head.w\", use = ByIndex.class): " + ofNet,
                        "grows: " + ofNet,
                        "scaled: " + ofNet);
        assertThat(Sources.diagnostics(folder, """
                // a/Listed.java
                package a;
                class Listed { @Shape(dims = "index") @Ones float[] w; }
                // a/Main.java
                package a;
                class Main { java.util.function.Function<Listed, Object> f = ListedInit::parameters; }
                """))
                .containsExactly(
                        "w: index is the position of Listed in a list, but Main initialises Listed by itself, and then no"
                                + " list holds it; give Listed a field index, or initialise the model that holds it [IndexOfOutermost]");
    }
}
