package org.initweights.internal.files.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.Fill;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TableFunction;
import org.initweights.TensorShape;
import org.initweights.internal.files.json.JsonArray;
import org.initweights.internal.files.json.JsonNumber;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.message.Notation;
import org.initweights.internal.values.ValuesFill;
import org.jspecify.annotations.Nullable;

/** Writes fills and rules as JSON: they are records, so that their components say all. {@link RecordReader} reads them. */
public final class RecordJson {

    private RecordJson() {}

    /**
     * A fill, with its kind as {@code type}.
     *
     * @throws InitializationException if no text can say it: it is code of a user, or too many numbers
     */
    public static JsonValue of(Fill fill) {
        return value(fill);
    }

    /** A rule, with its kind as {@code type}; only for rules that {@link RecordTypes#isRule} holds for. */
    public static JsonValue of(Initializer rule) {
        return value(rule);
    }

    /**
     * A rule that a plan must keep beside the fill.
     *
     * @throws InitializationException if it is made of code of a user
     */
    static JsonValue ofLasting(Initializer rule) {
        if (!RecordTypes.isRule(rule)) {
            throw new InitializationException(
                    "NotInPlan",
                    "its initializer",
                    null,
                    "has a role of µP beside an initializer of your own, which no plan can hold; give the rows initializers"
                            + " of this library");
        }
        return value(rule);
    }

    /** A number; infinities, which JSON lacks, are strings. */
    public static JsonValue of(double number) {
        return Double.isFinite(number) ? JsonNumber.of(number) : new JsonString(Double.toString(number));
    }

    private static JsonValue value(@Nullable Object value) {
        if (value == null) {
            return JsonValue.JsonNull.NULL;
        }
        if (value instanceof TableFunction) {
            throw new InitializationException(
                    "NotInPlan",
                    "table(…)",
                    null,
                    "is a function of Java, which no plan can hold; write its expression, as in"
                            + " table(\"i0 * n1 + i1\")");
        }
        if (value instanceof ValuesFill given && given.elements() > ValuesFill.MOST_IN_PLAN) {
            throw new InitializationException(
                    "NotInPlan",
                    "values",
                    null,
                    "gives " + Notation.count(given.elements()) + " numbers, and a plan holds up to "
                            + Notation.count(ValuesFill.MOST_IN_PLAN)
                            + "; save them to a file, and begin with that: Initializers.from(file).copy(name)");
        }
        if (value instanceof Double number) {
            return of(number.doubleValue());
        }
        if (value instanceof Number number) {
            return JsonNumber.of(number.longValue());
        }
        if (value instanceof TensorShape shape) {
            return ShapeJson.of(shape);
        }
        if (value instanceof List<?> list) {
            List<JsonValue> items = new ArrayList<>();
            list.forEach(item -> items.add(value(item)));
            return new JsonArray(items);
        }
        if (value instanceof Path path) {
            return new JsonString(PathText.of(path));
        }
        return value instanceof Record record ? object(record) : new JsonString(value.toString());
    }

    private static JsonObject object(Record record) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        if (record instanceof Fill || record instanceof Initializer) {
            members.put(PlanKeys.TYPE, new JsonString(RecordTypes.name(record.getClass())));
        }
        RecordTypes.said(record).forEach((name, component) -> members.put(name, value(component)));
        return new JsonObject(members);
    }
}
