package org.initweights.internal.files.numpy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initweights.internal.files.numpy.PythonLiteral.Dictionary;
import org.initweights.internal.files.numpy.PythonLiteral.Nothing;
import org.initweights.internal.files.numpy.PythonLiteral.Sequence;
import org.initweights.internal.files.numpy.PythonLiteral.Text;
import org.initweights.internal.files.numpy.PythonLiteral.Truth;
import org.initweights.internal.files.numpy.PythonLiteral.Tuple;
import org.initweights.internal.files.numpy.PythonLiteral.Whole;

/** Reads a literal of Python, as {@code ast.literal_eval} does: strings, integers, truth values and what is made of them. */
final class PythonReader {

    private static final int DEPTH = 100;

    private static final Pattern NUMBER = Pattern.compile("(?<decimal>0(?:_?0)*|[1-9](?:_?\\d)*)"
            + "|0[xX](?<hex>(?:_?[0-9a-fA-F])+)|0[oO](?<octal>(?:_?[0-7])+)|0[bB](?<binary>(?:_?[01])+)");

    /** What an integer of Python 2 ended with if it was a {@code long}. */
    enum LongSuffix {
        ACCEPTED,
        REFUSED
    }

    private final PythonText text;
    private final LongSuffix suffix;
    private int depth;

    private PythonReader(String text, LongSuffix suffix) {
        this.text = new PythonText(text);
        this.suffix = suffix;
    }

    /**
     * The literal that takes a whole text.
     *
     * @throws NpyException if the text is none
     */
    static PythonLiteral read(String text, LongSuffix suffix) throws NpyException {
        PythonReader reader = new PythonReader(text, suffix);
        reader.text.skipToExpression();
        PythonLiteral literal = reader.value();
        reader.text.skipSpace();
        if (!reader.text.isAtEnd()) {
            throw reader.text.lacks("the end");
        }
        return literal;
    }

    private PythonLiteral value() throws NpyException {
        text.skipSpace();
        char next = text.peek();
        if (next == '(' || next == '[' || next == '{') {
            if (++depth > DEPTH) {
                throw text.lacks("an end of nesting");
            }
            PythonLiteral literal = next == '(' ? parenthesised() : next == '[' ? list() : dictionary();
            depth--;
            return literal;
        }
        Optional<String> string = PythonStrings.next(text);
        if (string.isPresent()) {
            return new Text(string.get());
        }
        return next == '+' || next == '-' || Character.isDigit(next) ? number() : constant();
    }

    private PythonLiteral constant() throws NpyException {
        String word = text.word();
        return switch (word) {
            case "True" -> new Truth(true);
            case "False" -> new Truth(false);
            case "None" -> new Nothing();
            default -> {
                text.back(word);
                throw text.lacks("a value");
            }
        };
    }

    /** A tuple, or a value in parentheses. */
    private PythonLiteral parenthesised() throws NpyException {
        text.expect("(");
        List<PythonLiteral> elements = new ArrayList<>();
        boolean isTuple = elements(")", elements) || elements.isEmpty();
        return isTuple ? new Tuple(elements) : elements.get(0);
    }

    private PythonLiteral list() throws NpyException {
        text.expect("[");
        List<PythonLiteral> elements = new ArrayList<>();
        elements("]", elements);
        return new Sequence(elements);
    }

    /** Reads elements; whether there was a comma. */
    private boolean elements(String end, List<PythonLiteral> elements) throws NpyException {
        boolean comma = false;
        while (!closes(end)) {
            elements.add(value());
            if (!continues(end)) {
                break;
            }
            comma = true;
        }
        return comma;
    }

    private PythonLiteral dictionary() throws NpyException {
        text.expect("{");
        Map<String, PythonLiteral> members = new LinkedHashMap<>();
        while (!closes("}")) {
            text.skipSpace();
            String key = PythonStrings.next(text).orElseThrow(() -> text.lacks("a name in quotes"));
            text.skipSpace();
            text.expect(":");
            members.put(key, value());
            if (!continues("}")) {
                break;
            }
        }
        return new Dictionary(members);
    }

    private boolean closes(String end) {
        text.skipSpace();
        return text.accept(end);
    }

    private boolean continues(String end) throws NpyException {
        text.skipSpace();
        if (text.accept(",")) {
            return true;
        }
        text.expect(end);
        return false;
    }

    private PythonLiteral number() throws NpyException {
        boolean negative = text.accept("-");
        if (negative || text.accept("+")) {
            text.skipSpace();
        }
        String word = text.word();
        String digits =
                suffix == LongSuffix.ACCEPTED && word.endsWith("L") ? word.substring(0, word.length() - 1) : word;
        Matcher number = NUMBER.matcher(digits);
        if (!number.matches()) {
            text.back(word);
            throw text.lacks("an integer");
        }
        if (suffix == LongSuffix.ACCEPTED && digits.length() == word.length()) {
            text.skipSpace();
            String separate = text.word();
            if (!separate.equals("L")) {
                text.back(separate);
            }
        }
        BigInteger value = value(number);
        return new Whole(negative ? value.negate() : value);
    }

    private static BigInteger value(Matcher number) {
        int radix = number.group("hex") != null
                ? 16
                : number.group("octal") != null ? 8 : number.group("binary") != null ? 2 : 10;
        String digits = number.group().replace("_", "");
        return new BigInteger(radix == 10 ? digits : digits.substring(2), radix);
    }
}
