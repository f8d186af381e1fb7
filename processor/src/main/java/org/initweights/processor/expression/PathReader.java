package org.initweights.processor.expression;

import java.util.List;

/** Reads what is a name of the model, or a path of names, and nothing else: {@code config.bias}. */
public final class PathReader {

    private PathReader() {}

    /**
     * The names of a path.
     *
     * @throws ExpressionException if it is none
     */
    public static List<String> read(Source source) throws ExpressionException {
        if (ExpressionReader.read(source) instanceof Expression.Path path) {
            return path.names();
        }
        throw source.exception(
                source.member() + " = \"" + source.text()
                        + "\" should be one field or method of the model; compute what it depends on in a method, and name that");
    }
}
