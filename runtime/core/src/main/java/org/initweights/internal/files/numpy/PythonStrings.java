package org.initweights.internal.files.numpy;

import java.util.Locale;
import java.util.Optional;

/** Reads strings of Python: single, double or triple quotes, the prefixes u and r, escapes, and several in a row. */
final class PythonStrings {

    private static final String ESCAPES = "\\'\"abfnrtv";
    private static final String ESCAPED = "\\'\"\u0007\b\f\n\r\t\u000b";

    private PythonStrings() {}

    /** The string that comes next, if one does. */
    static Optional<String> next(PythonText text) throws NpyException {
        StringBuilder string = new StringBuilder();
        boolean isThere = false;
        while (appendNext(text, string)) {
            isThere = true;
            text.skipSpace();
        }
        return isThere ? Optional.of(string.toString()) : Optional.empty();
    }

    private static boolean appendNext(PythonText text, StringBuilder string) throws NpyException {
        String prefix = text.word();
        char quote = text.peek();
        String lower = prefix.toLowerCase(Locale.ROOT);
        if ((quote != '\'' && quote != '"') || !(lower.isEmpty() || lower.equals("u") || lower.equals("r"))) {
            text.back(prefix);
            return false;
        }
        String end = String.valueOf(quote).repeat(3);
        if (!text.accept(end)) {
            end = String.valueOf(quote);
            text.expect(end);
        }
        boolean isRaw = lower.equals("r");
        while (!text.accept(end)) {
            if (text.isAtEnd() || (end.length() == 1 && "\r\n".indexOf(text.peek()) >= 0)) {
                throw text.lacks("the end of a string");
            }
            char next = text.next();
            if (next != '\\') {
                string.append(next);
            } else if (isRaw) {
                string.append(next).append(text.next());
            } else {
                appendEscape(text, string);
            }
        }
        return true;
    }

    private static void appendEscape(PythonText text, StringBuilder string) throws NpyException {
        char kind = text.next();
        int known = ESCAPES.indexOf(kind);
        if (known >= 0) {
            string.append(ESCAPED.charAt(known));
        } else if (kind >= '0' && kind <= '7') {
            int value = kind - '0';
            for (int i = 0; i < 2 && text.peek() >= '0' && text.peek() <= '7'; i++) {
                value = value * 8 + text.next() - '0';
            }
            string.append((char) value);
        } else if (kind == 'x' || kind == 'u') {
            string.append((char) hexadecimal(text, kind == 'x' ? 2 : 4));
        } else if (kind == 'U' || kind == 'N') {
            throw text.lacks("an escape that headers have");
        } else if (kind != '\n') {
            string.append('\\').append(kind);
        }
    }

    private static int hexadecimal(PythonText text, int digits) throws NpyException {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(text.peek(), 16);
            if (digit < 0 || text.peek() > 'f') {
                throw text.lacks("a hexadecimal digit");
            }
            text.next();
            value = value * 16 + digit;
        }
        return value;
    }
}
