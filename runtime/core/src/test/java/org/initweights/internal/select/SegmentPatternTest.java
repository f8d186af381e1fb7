package org.initweights.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SegmentPatternTest {

    /** All patterns of four letters or stars, with all names of five letters, as Java's regular expressions match them. */
    @Test
    void matchesAsRegularExpressionsDo() {
        List<String> names = words("ab", 5);
        for (String text : words("ab*", 4)) {
            Pattern regex = Pattern.compile(text.replace("*", ".*"));
            SegmentPattern pattern = new SegmentPattern(text);
            for (String name : names) {
                assertThat(pattern.matches(name))
                        .as("%s matches %s", text, name)
                        .isEqualTo(regex.matcher(name).matches());
            }
        }
    }

    @Test
    void matchesSomeIndexIfANumberFits() {
        List<String> indices = words("0189", 4);
        for (String text : words("09a/:*", 4)) {
            Pattern regex = Pattern.compile(text.replace("*", ".*"));
            boolean expected = indices.stream()
                    .anyMatch(index -> !index.isEmpty() && regex.matcher(index).matches());

            assertThat(new SegmentPattern(text).matchesSomeIndex()).as(text).isEqualTo(expected);
        }
    }

    @Test
    void isAnyIfOnlyOfStars() {
        assertThat(words("a*", 3))
                .filteredOn(text -> new SegmentPattern(text).isAny())
                .containsExactlyInAnyOrder("*", "**", "***");
    }

    private static List<String> words(String letters, int longest) {
        List<String> words = new ArrayList<>(List.of(""));
        for (int i = 0, first = 0; i < longest; i++) {
            int end = words.size();
            for (String word : List.copyOf(words.subList(first, end))) {
                letters.chars().forEach(letter -> words.add(word + (char) letter));
            }
            first = end;
        }
        return words;
    }
}
