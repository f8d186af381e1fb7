package org.initweights.internal.files.numpy;

import org.initweights.internal.message.Excerpt;

/** Where a reader is in a text that is written in Python: white space, comments, and what comes next. */
final class PythonText {

    private final String text;
    private int at;

    PythonText(String text) {
        this.text = text;
    }

    /** Skips what may stand before an expression that takes a whole text; its line must not be indented, unless it is the first. */
    void skipToExpression() throws NpyException {
        skip(" \t\f");
        while (at < text.length() && "#\r\n".indexOf(text.charAt(at)) >= 0) {
            skipComment();
            skip("\r\n");
            int start = at;
            skip(" \t\f");
            if (at > start && at < text.length() && "#\r\n".indexOf(text.charAt(at)) < 0) {
                throw lacks("an expression without indentation");
            }
        }
    }

    /** Skips white space, ends of lines and comments, as within brackets. */
    void skipSpace() {
        int start;
        do {
            start = at;
            skip(" \t\f\r\n");
            skipComment();
            if (text.startsWith("\\\n", at)) {
                at += 2;
            }
        } while (at > start);
    }

    private void skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void skipComment() {
        if (peek() == '#') {
            while (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** The next character; NUL at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    /** The next character, which is passed; NUL at the end. */
    char next() {
        char next = peek();
        at = Math.min(at + 1, text.length());
        return next;
    }

    /** Passes a token if it comes next. */
    boolean accept(String token) {
        boolean comes = text.startsWith(token, at);
        if (comes) {
            at += token.length();
        }
        return comes;
    }

    void expect(String token) throws NpyException {
        if (!accept(token)) {
            throw lacks(token);
        }
    }

    /** Passes the letters, digits and underscores that come next. */
    String word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Goes back to where a word began. */
    void back(String word) {
        at -= word.length();
    }

    NpyException lacks(String expected) {
        return new NpyException(
                "its header lacks " + expected + " at character " + at + ": " + Excerpt.of(text.strip()));
    }
}
