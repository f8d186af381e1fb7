package org.initweights.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No line is longer than 140 columns, if there is a place to break it. */
class LinesTest {

    private static final String METHOD = " ".repeat(8);

    @Test
    void aShortCommentIsOneLine() {
        assertThat(Lines.comment("conv [64, 3]: ones")).isEqualTo("// conv [64, 3]: ones\n");
    }

    @Test
    void aCommentFillsItsLineToTheLastColumn() {
        String text = "x".repeat(100) + " " + "y".repeat(28);
        String full = Lines.comment(text);
        assertThat(full).isEqualTo("// " + text + "\n");
        assertThat((METHOD + full.stripTrailing()).length()).isEqualTo(140);
        assertThat(Lines.comment(text + "y")).isEqualTo("// " + "x".repeat(100) + "\n//   " + "y".repeat(29) + "\n");
    }

    @Test
    void everyLineOfACommentHasItsSlashesAndNoSpaceAtItsEnd() {
        assertThat(Lines.comment("word ".repeat(200).strip()).lines())
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> {
                    assertThat(line).startsWith("// ").doesNotEndWith(" ");
                    assertThat((METHOD + line).length()).isLessThanOrEqualTo(140);
                });
    }

    @Test
    void aWordThatIsTooLongStaysWhole() {
        String word = "w".repeat(200);
        assertThat(Lines.comment("a " + word + " b")).isEqualTo("// a\n//   " + word + "\n//   b\n");
        assertThat(Lines.comment(word)).isEqualTo("// " + word + "\n");
    }

    @Test
    void breaksAfterSpacesButNotInTags() {
        assertThat(Lines.words("a {@code b c} d")).containsExactly("a ", "{@code b c} ", "d");
        assertThat(Lines.words("a {x {y z} w} b")).containsExactly("a ", "{x {y z} w} ", "b");
        assertThat(Lines.words("a } b")).containsExactly("a ", "} ", "b");
        assertThat(Lines.words("")).containsExactly("");
    }

    @Test
    void piecesOfJavadocStayTogether() {
        String cell = "<td>" + "c".repeat(60) + " d</td>";
        assertThat(Lines.javadoc(List.of(cell, cell))).isEqualTo(cell + "\n    " + cell);
        assertThat(Lines.javadoc(List.of("a ", "b"))).isEqualTo("a b");
    }

    @Test
    void aPieceFitsIfItsLineDoes() {
        assertThat(Lines.fits("p".repeat(133))).isTrue();
        assertThat(Lines.fits("p".repeat(134))).isFalse();
    }
}
