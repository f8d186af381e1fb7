package org.initweights.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Messages of the library in the words of the command line: its options instead of Java's methods. */
public final class CommandWords {

    /** How the line begins in which the library says what may help. */
    private static final String CURE = "LoadOptions may help: ";

    private static final Map<String, String> OPTIONS = options();

    private CommandWords() {}

    private static Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(CURE, "try ");
        options.put("withoutPrefix\\(\"(.*?)\"\\)", "--without-prefix '$1'");
        options.put("withPrefix\\(\"(.*?)\"\\)", "--prefix '$1'");
        options.put("renamed\\(\"(.*?)\", \"(.*?)\"\\)", "--rename '$1=$2'");
        options.put("ignoring\\(\"(.*?)\"\\)", "--ignore '$1'");
        options.put("transposed\\(\"(.*?)\"\\)", "--transpose '$1'");
        options.put("permuted\\(\"(.*?)\", ([\\d, ]+)\\)", "--permute '$1=$2'");
        options.put("converted\\(\\)", "--convert");
        options.put("skippingUnreadable\\(\\)", "--skip-unreadable");
        options.put("initializingRest\\(source\\)", "--rest seeded");
        options.put("InitializeOptions\\.startOver\\(\\)", "--restart");
        options.put("^renamed: ", "--rename: ");
        return options;
    }

    /** What may help, as a message of several lines says; nothing if it does not. */
    public static String cure(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(CURE))
                .map(line -> "; " + of(line))
                .collect(Collectors.joining());
    }

    /** The message, with the command line's options. */
    public static String of(String message) {
        String words = message;
        for (Map.Entry<String, String> option : OPTIONS.entrySet()) {
            words = words.replaceAll(option.getKey(), option.getValue());
        }
        return words;
    }
}
