package org.initweights.processor.report;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Messages in the words of those who write Kotlin. All stages speak of what they see, which is Java: kapt's stubs, and annotations and types
 * as Java writes them. What stands in a string is the user's own, and stays.
 */
final class KotlinWords {

    private static final String KOTLIN_CLASS = "kotlin.Metadata";

    /** In a string, or not. */
    private static final Pattern PIECE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[^\"]+|\"");

    private static final Pattern POSITIONAL = Pattern.compile("(@\\w+)\\(\\{([^{}]*)}");
    private static final Pattern LIST = Pattern.compile("(= ?)\\{([^{}]*)}");
    private static final Pattern EMPTY = Pattern.compile("(@\\w+)\\(\\)");
    private static final Pattern CLASS = Pattern.compile("\\b(\\w+)\\.class\\b");
    private static final Pattern PACKAGE =
            Pattern.compile("\\b(?:java\\.lang|java\\.util|java\\.nio|kotlin)\\.(?:[a-z]\\w*\\.)*(?=[A-Z])");
    private static final Pattern ARRAY = Pattern.compile("\\b(\\w+(?:<[^<>\\[\\]]*>)?)((?:\\[])+)");
    private static final Pattern NUMBER = Pattern.compile("(?<=\\b[Aa]n? )(int|long|float|double|boolean)\\b");
    private static final Pattern ARTICLE = Pattern.compile("\\b([Aa]) (?=(?:Int|IntArray|Array)\\b)");
    private static final Pattern BOX = Pattern.compile("\\bInteger\\b");
    private static final Pattern FUNCTION = Pattern.compile("\\bFunction0<([^<>]*)>");
    private static final Pattern HIDES =
            Pattern.compile("hides (\\S+), so two parameters would have one name; rename one of them");

    private static final Map<String, String> NAMES = Map.of(
            "byte", "Byte",
            "short", "Short",
            "int", "Int",
            "long", "Long",
            "float", "Float",
            "double", "Double",
            "boolean", "Boolean");

    private KotlinWords() {}

    /** Whether an element was written in Kotlin. */
    static boolean isFor(Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (around instanceof TypeElement) {
                return around.getAnnotationMirrors().stream()
                        .anyMatch(
                                mirror -> mirror.getAnnotationType().toString().equals(KOTLIN_CLASS));
            }
        }
        return false;
    }

    /** A message in Kotlin's words. */
    static String of(String message) {
        String annotations =
                LIST.matcher(POSITIONAL.matcher(message).replaceAll("$1($2")).replaceAll("$1[$2]");
        String overrides = HIDES.matcher(annotations)
                .replaceAll("overrides $1, so two parameters would have one name; remove the override, or rename it");
        return PIECE.matcher(overrides)
                .replaceAll(piece -> Matcher.quoteReplacement(
                        piece.group().startsWith("\"") ? piece.group() : plain(piece.group())));
    }

    private static String plain(String text) {
        String classes = CLASS.matcher(EMPTY.matcher(text).replaceAll("$1")).replaceAll("$1::class");
        String named = PACKAGE.matcher(classes).replaceAll("");
        String arrays = named;
        for (Matcher inner = ARRAY.matcher(arrays); inner.find(); inner = ARRAY.matcher(arrays)) {
            arrays = inner.replaceAll(KotlinWords::array);
        }
        String numbers = NUMBER.matcher(arrays).replaceAll(number -> NAMES.get(number.group(1)));
        String boxes = BOX.matcher(numbers).replaceAll("Int");
        return FUNCTION.matcher(ARTICLE.matcher(boxes).replaceAll("$1n ")).replaceAll("() -> $1");
    }

    /** {@code float[][]} is an {@code Array<FloatArray>}. */
    private static String array(MatchResult array) {
        String element = array.group(1);
        int levels = array.group(2).length() / 2;
        boolean primitive = NAMES.containsKey(element);
        String inner = primitive ? NAMES.get(element) + "Array" : element;
        int around = primitive ? levels - 1 : levels;
        return Matcher.quoteReplacement("Array<".repeat(around) + inner + ">".repeat(around));
    }
}
