package org.initweights.internal.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NameTemplateTest {

    private static final String[] PARTS = {"a", "b", "ab", "aba", "bb"};
    private static final String[] PATTERNS = {"a", "ab", "*", "**", "a*", "*b", "*b*", "a*b", "**", "b*a*b", "*b*b"};

    /** By Java's reluctant quantifiers, which also take as little as they can, from the left. */
    @Test
    void readsWhatARegularExpressionDoes() {
        Random random = new Random(7);
        int matches = 0;
        for (int i = 0; i < 20_000; i++) {
            String template = joined(random, PATTERNS, 4);
            String name = joined(random, PARTS, 5);
            Optional<List<List<String>>> expected = read(template, name);
            Optional<List<List<String>>> found = NameTemplate.of(template).read(name);
            assertThat(found).as("%s of %s", template, name).isEqualTo(expected);
            if (found.isPresent()) {
                matches++;
                assertThat(NameTemplate.of(template).with(found.get())).isEqualTo(name);
            }
        }
        assertThat(matches).isBetween(1000, 19_000);
    }

    private static String joined(Random random, String[] parts, int most) {
        List<String> chosen = new ArrayList<>();
        for (int i = random.nextInt(most); i >= 0; i--) {
            chosen.add(parts[random.nextInt(parts.length)]);
        }
        return String.join(".", chosen);
    }

    private static Optional<List<List<String>>> read(String template, String name) {
        StringBuilder expression = new StringBuilder();
        String[] parts = template.split("[.]");
        for (int i = 0; i < parts.length; i++) {
            boolean isLast = i == parts.length - 1;
            expression.append(
                    parts[i].equals("**")
                            ? "((?:[^.]+[.])" + (isLast ? "+?" : "*?") + ")"
                            : parts[i].replace("*", "([^.]*?)") + "[.]");
        }
        Matcher matcher = Pattern.compile(expression.toString()).matcher(name + ".");
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<List<String>> found = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String text = matcher.group(i);
            boolean whole = text.endsWith(".");
            boolean nothing = text.isEmpty() && wildcard(parts, i).equals("**");
            found.add(nothing ? List.of() : whole ? Arrays.asList(text.split("[.]")) : List.of(text));
        }
        return Optional.of(found);
    }

    private static String wildcard(String[] parts, int number) {
        return NameTemplate.of(String.join(".", parts)).wildcards().get(number - 1);
    }

    @Test
    void listsItsWildcards() {
        assertThat(NameTemplate.of("a.*.b*c*.**.d").wildcards()).containsExactly("*", "*", "*", "**");
        assertThat(NameTemplate.of("a.b").wildcards()).isEmpty();
        assertThat(NameTemplate.of("a.*")).hasToString("a.*");
    }

    @Test
    void putsWhatWildcardsStandForIntoAnother() {
        NameTemplate copy = NameTemplate.of("target.**.w*");
        NameTemplate from = NameTemplate.of("online.**.v*");
        assertThat(copy.read("target.a.b.w7").map(from::with)).contains("online.a.b.v7");
        assertThat(copy.read("target.w").map(from::with)).contains("online.v");
        assertThat(copy.read("online.w")).isEmpty();
    }

    /** A name that nearly matches in very many ways is refused at once. */
    @Test
    void doesNotTryEverything() {
        String template = "**.a.".repeat(25) + "c";
        String name = "a.".repeat(60) + "b";
        assertThat(NameTemplate.of(template).read(name)).isEmpty();
    }
}
