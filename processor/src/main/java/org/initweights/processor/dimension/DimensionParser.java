package org.initweights.processor.dimension;

import java.util.ArrayList;
import java.util.List;

/** Parses expressions of {@code + - * / ( )} over integers and names, separated by commas. Recursive descent. */
final class DimensionParser {

    private final String text;
    private int position;

    private DimensionParser(String text) {
        this.text = text;
    }

    static List<Expression> parse(String text) throws DimensionException {
        DimensionParser parser = new DimensionParser(text);
        List<Expression> dimensions = new ArrayList<>();
        do {
            dimensions.add(parser.sum());
        } while (parser.accept(','));
        if (!parser.atEnd()) {
            throw parser.expected("an operator or a comma");
        }
        return dimensions;
    }

    private Expression sum() throws DimensionException {
        Expression left = product();
        while (true) {
            if (accept('+')) {
                left = new Expression.Binary('+', left, product());
            } else if (accept('-')) {
                left = new Expression.Binary('-', left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() throws DimensionException {
        Expression left = factor();
        while (true) {
            if (accept('*')) {
                left = new Expression.Binary('*', left, factor());
            } else if (accept('/')) {
                left = new Expression.Binary('/', left, factor());
            } else {
                return left;
            }
        }
    }

    private Expression factor() throws DimensionException {
        if (accept('-')) {
            return new Expression.Negation(factor());
        }
        if (accept('(')) {
            Expression inner = sum();
            if (!accept(')')) {
                throw expected("a closing parenthesis");
            }
            return inner;
        }
        if (!atEnd() && Character.isDigit(text.charAt(position))) {
            return number();
        }
        return path();
    }

    private Expression number() throws DimensionException {
        int start = position;
        while (position < text.length()
                && (Character.isLetterOrDigit(text.charAt(position)) || text.charAt(position) == '_')) {
            position++;
        }
        String digits = text.substring(start, position);
        try {
            return new Expression.Literal(Long.parseLong(digits.replace("_", "")));
        } catch (NumberFormatException e) {
            throw new DimensionException("DimensionSyntax", "\"" + digits + "\" in dims is not an integer");
        }
    }

    private Expression path() throws DimensionException {
        List<Expression.Segment> segments = new ArrayList<>();
        do {
            String name = name();
            boolean call = accept('(');
            if (call && !accept(')')) {
                throw expected("a closing parenthesis, since only methods without parameters can be called");
            }
            segments.add(new Expression.Segment(name, call));
        } while (accept('.'));
        return new Expression.Path(segments);
    }

    private String name() throws DimensionException {
        skipSpace();
        int start = position;
        while (position < text.length() && Character.isJavaIdentifierPart(text.charAt(position))) {
            position++;
        }
        if (start == position || !Character.isJavaIdentifierStart(text.charAt(start))) {
            position = start;
            throw expected("a number or a name");
        }
        return text.substring(start, position);
    }

    private boolean accept(char symbol) {
        if (!atEnd() && text.charAt(position) == symbol) {
            position++;
            return true;
        }
        return false;
    }

    private boolean atEnd() {
        skipSpace();
        return position == text.length();
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private DimensionException expected(String what) {
        String found = atEnd() ? "the end" : "'" + text.charAt(position) + "'";
        return new DimensionException(
                "DimensionSyntax",
                "dims = \"" + text + "\" should have " + what + " at position " + (position + 1) + ", not " + found);
    }
}
