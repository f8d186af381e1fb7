package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.initweights.processor.model.Access;
import org.initweights.processor.name.ClassRef;
import org.junit.jupiter.api.Test;

/** A field is reached itself if that is possible, else through its getter and setter. */
class AccessReaderTest {

    private final Compiled source = Compiled.of("a/Net.java", """
            package a;
            import java.util.List;
            class Net {
                float[] open;
                final float[] fixed = {};
                static float[] shared;
                private float[] plain;
                float[] plain() { return plain; }
                void plain(float[] value) {}
                private float[] bean;
                public float[] getBean() { return bean; }
                public void setBean(float[] value) {}
                private final float[] constant = {};
                float[] constant() { return constant; }
                void setConstant(float[] value) {}
                private float[] hidden;
                private float[] getHidden() { return hidden; }
                private float[] other;
                double[] getOther() { return null; }
                private float[] indexed;
                float[] getIndexed(int i) { return indexed; }
                private float[] loud;
                float[] getLoud() throws java.io.IOException, InterruptedException { return loud; }
                private float[] stat;
                static float[] stat() { return null; }
                private List<float[]> generic;
                List<float[]> generic() { return generic; }
            }
            """);

    private final AccessReader reader = new AccessReader(
            source.elements(),
            source.types(),
            new Reach(source.elements(), source.type("a.Net")),
            new Mentions(source.elements()));

    @Test
    void isTheFieldItself() {
        assertThat(read("open")).contains(new Access.Direct(Optional.empty(), "open", true));
        assertThat(read("fixed")).contains(new Access.Direct(Optional.empty(), "fixed", false));
        assertThat(read("shared"))
                .contains(new Access.Direct(Optional.of(new ClassRef("a", List.of("Net"))), "shared", true));
    }

    @Test
    void isAGetterAndASetter() {
        assertThat(read("plain")).contains(new Access.Accessors("plain", Optional.of("plain")));
        assertThat(read("bean")).contains(new Access.Accessors("getBean", Optional.of("setBean")));
        assertThat(read("generic")).contains(new Access.Accessors("generic", Optional.empty()));
    }

    @Test
    void setsNoFinalField() {
        assertThat(read("constant")).contains(new Access.Accessors("constant", Optional.empty()));
    }

    @Test
    void isNotWhatOnlyLooksLikeAGetter() {
        for (String field : new String[] {"hidden", "other", "indexed", "loud", "stat"}) {
            assertThat(read(field)).as(field).isEmpty();
        }
    }

    @Test
    void saysWhatTheOnlyGetterThrows() {
        assertThat(reader.throwing(source.field("a.Net.loud"), source.type("a.Net")))
                .contains(
                        "getLoud() throws IOException, InterruptedException, which generated code cannot handle; add a"
                                + " getter that does not");
        assertThat(reader.throwing(source.field("a.Net.hidden"), source.type("a.Net")))
                .isEmpty();
    }

    @Test
    void capitalizesLettersOfAnyScript() {
        assertThat(AccessReader.capitalized("weight")).isEqualTo("Weight");
        assertThat(AccessReader.capitalized("éa")).isEqualTo("Éa");
        assertThat(AccessReader.capitalized("\uD801\uDC28x")).isEqualTo("\uD801\uDC00x");
    }

    private Optional<Access> read(String field) {
        return reader.read(source.field("a.Net." + field), source.type("a.Net"));
    }
}
