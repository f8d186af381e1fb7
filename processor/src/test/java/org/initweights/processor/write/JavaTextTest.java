package org.initweights.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initweights.processor.name.ClassRef;
import org.junit.jupiter.api.Test;

/** Text of the user means in a file what the user meant, and nothing to the compiler. */
class JavaTextTest {

    @Test
    void ofACommentIsOnOneLine() {
        assertThat(JavaText.comment("a\nb\r\nc\u2028d")).isEqualTo("a b c d");
        assertThat(JavaText.comment("C:\\temp \\x")).isEqualTo("C:\\temp \\x");
    }

    @Test
    void ofACommentHasNoUnicodeEscape() {
        assertThat(JavaText.comment("\\u000a")).isEqualTo("\\\\u000a");
        assertThat(JavaText.comment("C:\\users")).isEqualTo("C:\\\\users");
        // Behind an even number of backslashes there is none.
        assertThat(JavaText.comment("\\\\u000a")).isEqualTo("\\\\u000a");
        assertThat(JavaText.comment("\\\\\\u000a")).isEqualTo("\\\\\\\\u000a");
    }

    @Test
    void ofJavadocHasNoHtmlAndNoTags() {
        assertThat(JavaText.javadoc("a < b > c & d")).isEqualTo("a &lt; b &gt; c &amp; d");
        assertThat(JavaText.javadoc("@see {x}")).isEqualTo("&#64;see &#123;x&#125;");
        assertThat(JavaText.javadoc("\\u0041\n")).isEqualTo("&#92;u0041&#10;");
        assertThat(JavaText.javadoc("√2 \uD83D\uDE00")).isEqualTo("√2 \uD83D\uDE00");
    }

    @Test
    void ofCodeIsATagWhereItCanBe() {
        assertThat(JavaText.javadocCode("[out, in]")).isEqualTo("{@code [out, in]}");
        assertThat(JavaText.javadocCode("@Zeros")).isEqualTo("{@code @Zeros}");
        assertThat(JavaText.javadocCode("List<T>")).isEqualTo("<code>List&lt;T&gt;</code>");
        assertThat(JavaText.javadocCode("a */ b")).isEqualTo("<code>a *&#47; b</code>");
        assertThat(JavaText.javadocCode("{1}")).isEqualTo("<code>&#123;1&#125;</code>");
    }

    @Test
    void linksToClassesOfThePackageOnly() {
        ClassRef from = new ClassRef("home", List.of("Net"));
        assertThat(JavaText.javadocLink(new ClassRef("home", List.of("Outer", "Linear")), from))
                .isEqualTo("{@link Outer.Linear}");
        assertThat(JavaText.javadocLink(new ClassRef("other", List.of("Outer", "Linear")), from))
                .isEqualTo("{@code other.Outer.Linear}");
    }
}
