package org.initweights.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.initweights.processor.model.SuppressedWarning;
import org.junit.jupiter.api.Test;

/** The compiler warns of what generated code names, and of the classes around it. */
class MentionsTest {

    private final Compiled source = Compiled.of("a/Net.java", """
            package a;
            class Net {
                int fine;
                @Deprecated int old;
                @Deprecated(forRemoval = true) int doomed;
                @Deprecated(forRemoval = false) int kept;
                @Deprecated static class Outdated { int inside; }
            }
            """);

    private final Mentions mentions = new Mentions(source.elements());

    @Test
    void ofWhatIsFineNeedNoSuppression() {
        mentions.name(source.field("a.Net.fine"));
        mentions.export(source.type("a.Net"));
        assertThat(mentions.warnings()).isEmpty();
    }

    @Test
    void ofWhatIsDeprecatedWarn() {
        mentions.name(source.field("a.Net.old"));
        mentions.name(source.field("a.Net.kept"));
        assertThat(mentions.warnings()).isEqualTo(Set.of(SuppressedWarning.DEPRECATION));
        mentions.name(source.field("a.Net.doomed"));
        assertThat(mentions.warnings()).isEqualTo(Set.of(SuppressedWarning.DEPRECATION, SuppressedWarning.REMOVAL));
    }

    @Test
    void ofWhatIsInsideADeprecatedClassWarn() {
        mentions.name(source.field("a.Net.Outdated.inside"));
        assertThat(mentions.warnings()).isEqualTo(Set.of(SuppressedWarning.DEPRECATION));
    }
}
