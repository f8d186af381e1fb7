package org.initweights.processor.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A literal is what a file of any encoding can hold. */
class StringLiteralTest {

    @Test
    void quotesWhatIsPlain() {
        assertThat(StringLiteral.of("")).isEqualTo("\"\"");
        assertThat(StringLiteral.of("2 * (a + b) ~ x!")).isEqualTo("\"2 * (a + b) ~ x!\"");
        assertThat(StringLiteral.of("größe")).isEqualTo("\"größe\"");
    }

    @Test
    void escapesWhatWouldEndOrBreakIt() {
        assertThat(StringLiteral.of("say \"a\"")).isEqualTo("\"say \\\"a\\\"\"");
        assertThat(StringLiteral.of("a\\u0041")).isEqualTo("\"a\\\\u0041\"");
        assertThat(StringLiteral.of("1\n2\r3\t4")).isEqualTo("\"1\\n2\\r3\\t4\"");
    }

    @Test
    void escapesWhatIsNoLetter() {
        assertThat(StringLiteral.of("\u0000\u001f")).isEqualTo("\"\\u0000\\u001f\"");
        assertThat(StringLiteral.of("a → b…")).isEqualTo("\"a \\u2192 b\\u2026\"");
        assertThat(StringLiteral.of("\u007f")).isEqualTo("\"\\u007f\"");
        assertThat(StringLiteral.of("\uD83D\uDE00")).isEqualTo("\"\\ud83d\\ude00\"");
    }
}
