package org.initweights.processor.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceEncodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32", "GB18030"})
    void keepsEveryCharacterOfUnicode(String encoding) {
        assertThat(encodable(encoding, "√2 → σ² ±1 größe 𝑛")).isEqualTo("√2 → σ² ±1 größe 𝑛");
    }

    @Test
    void escapesWhatTheEncodingDoesNotHave() {
        assertThat(encodable("US-ASCII", "√2 ä 𝑛 {}")).isEqualTo("\\u221a2 \\u00e4 \\ud835\\udc5b {}");
        assertThat(encodable("ISO-8859-1", "√2 ± ² ä")).isEqualTo("\\u221a2 ± ² ä");
        assertThat(encodable("windows-1252", "√2 ± € ä")).isEqualTo("\\u221a2 ± € ä");
        assertThat(encodable("Shift_JIS", "√2 σ ä")).isEqualTo("√2 σ \\u00e4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "UTF-8"})
    void changesNothingInAscii(String encoding) {
        String ascii = "class A { String s = \"\\u0041\\n\"; } // 100 %";
        assertThat(encodable(encoding, ascii)).isSameAs(ascii);
    }

    private static String encodable(String encoding, String text) {
        return new SourceEncoding(Charset.forName(encoding)).encodable(text);
    }
}
