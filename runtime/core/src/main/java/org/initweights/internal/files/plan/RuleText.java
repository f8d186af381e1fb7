package org.initweights.internal.files.plan;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.initweights.Initializer;
import org.initweights.internal.expression.Sizes;
import org.initweights.internal.files.json.JsonReader;
import org.initweights.internal.files.json.JsonWriter;

/** An initializer of this library as text, as plans have it, for configurations that frameworks keep as text. */
public final class RuleText {

    private static final RecordReader READER = new RecordReader(new Sizes(Map.of(), ""), Path.of(""));

    private RuleText() {}

    /** One line of JSON; empty for initializers that are code of users, or made of such. */
    public static Optional<String> of(Initializer initializer) {
        return RecordTypes.isRule(initializer)
                ? Optional.of(JsonWriter.compact(RecordJson.of(initializer)))
                : Optional.empty();
    }

    /**
     * The initializer, to the bit as it was written.
     *
     * @throws IllegalArgumentException if the text says none, or its arguments are refused
     */
    public static Initializer read(String text) {
        return READER.rule(JsonReader.read(text));
    }
}
