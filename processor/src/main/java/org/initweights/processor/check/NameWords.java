package org.initweights.processor.check;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the name of a parameter says it is, word by word: {@code posEmbedding} and {@code pos_embedding} are two words. */
final class NameWords {

    private static final Pattern BOUNDARY = Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|_+");
    private static final Set<String> BIAS = Set.of("bias", "biases", "beta");
    private static final Map<String, String> SHORT = Map.of("b", "w", "B", "W");
    private static final Set<String> TABLE = Set.of(
            "embed",
            "embeds",
            "embedding",
            "embeddings",
            "emb",
            "table",
            "position",
            "positions",
            "positional",
            "pos",
            "wte",
            "wpe",
            "token",
            "tokens");

    private NameWords() {}

    /** Whether it is added, whatever its rank: one value for each head and channel, say. */
    static boolean isBias(String name) {
        return has(name, BIAS);
    }

    /** Whether two names differ in one letter alone, which says that one is the bias of the other: {@code b} and {@code w}, {@code bq} and {@code wq}. */
    static boolean isShortBiasOf(String bias, String weight) {
        for (int i = 0; i < bias.length(); i++) {
            String letter = bias.substring(i, i + 1);
            if (SHORT.containsKey(letter)
                    && weight.equals(bias.substring(0, i) + SHORT.get(letter) + bias.substring(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether its rows are looked up, so that each learns from other examples. */
    static boolean isTable(String name) {
        return has(name, TABLE);
    }

    /** Whether one of the words is in the name. */
    static boolean has(String name, Set<String> words) {
        return of(name).stream().anyMatch(words::contains);
    }

    private static Set<String> of(String name) {
        return BOUNDARY.splitAsStream(name)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
