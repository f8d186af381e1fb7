package org.initweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against numbers of JAX's documentation, and of a prototype that reproduces them and Random123's known answers. */
class JaxKeyTest {

    private static final Pattern KNOWN =
            Pattern.compile("PROTO key\\((-?\\d+)\\)=(\\S+ \\S+) split3: (.*) fold_in7 (\\S+ \\S+) "
                    + "bits32: (.*) bits64: .* uniform: (.*)");

    static Stream<Matcher> known() {
        try (InputStream in = JaxKeyTest.class.getResourceAsStream("/golden/jax-known-answers.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(KNOWN::matcher).filter(Matcher::matches).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void givesTheKnownAnswers(Matcher known) {
        JaxKey key = JaxKey.of(Long.parseLong(known.group(1)));
        assertThat(words(key)).isEqualTo(known.group(2));
        assertThat(key.split(3).stream().map(JaxKeyTest::words))
                .containsExactly(known.group(3).split(",\\s*"));
        assertThat(words(key.foldIn(7))).isEqualTo(known.group(4));
        List<String> bits =
                IntStream.range(0, 6).mapToObj(i -> hex(key.bits(i))).toList();
        assertThat(bits).containsExactly(known.group(5).split(" "));
        List<String> uniforms = IntStream.range(0, 6)
                .mapToObj(i -> hex(Float.floatToRawIntBits(key.uniform(i))))
                .toList();
        assertThat(uniforms).containsExactly(known.group(6).split(" "));
    }

    @Test
    void allKnownAnswersAreRead() {
        assertThat(known()).hasSize(5);
    }

    @Test
    void givesTheNumbersOfTheDocumentation() {
        JaxKey key = JaxKey.of(0);
        assertThat(key.split(2))
                .containsExactly(new JaxKey(1797259609, (int) 2579123966L), new JaxKey(928981903, (int) 3453687069L));
        assertThat(key.foldIn(0)).isEqualTo(key.split(1).get(0));
        assertThat(key.foldIn(4)).isEqualTo(new JaxKey((int) 2285895361L, 433833334));
        assertThat(key.uniform(0)).isCloseTo(0.947667f, offset(5e-7f));
        assertThat(key.split(2).get(1).uniform(0)).isCloseTo(0.00729382f, offset(5e-8f));
    }

    @Test
    void aFoldedNumberIsUnsigned() {
        assertThat(JaxKey.of(1).foldIn(-1)).isNotEqualTo(JaxKey.of(1).foldIn(1));
        assertThat(JaxKey.of(-1)).isEqualTo(JaxKey.of(0xFFFF_FFFFL));
        assertThat(JaxKey.of(42)).hasToString("JaxKey[00000000 0000002a]");
    }

    @Test
    void cannotBeSplitIntoLessThanNone() {
        assertThat(JaxKey.of(1).split(0)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JaxKey.of(1).split(-1))
                .withMessage("a key cannot be split into -1 keys");
    }

    private static String words(JaxKey key) {
        return hex(key.high()) + " " + hex(key.low());
    }

    private static String hex(int word) {
        return HexFormat.of().toHexDigits(word);
    }
}
