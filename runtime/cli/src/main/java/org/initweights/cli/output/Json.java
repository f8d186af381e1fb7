package org.initweights.cli.output;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.internal.files.json.JsonArray;
import org.initweights.internal.files.json.JsonNumber;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.files.json.JsonValue.JsonBoolean;
import org.initweights.internal.files.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON: members in the order of their record, those that are null left out, NaN and infinities as the strings
 * {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
final class Json {

    private Json() {}

    static String text(Record data) {
        return JsonWriter.indented(value(data));
    }

    private static JsonValue value(Object data) {
        if (data instanceof Record record) {
            return object(record);
        }
        if (data instanceof List<?> list) {
            return new JsonArray(list.stream().map(Json::value).toList());
        }
        if (data instanceof Map<?, ?> map) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put((String) name, value(member)));
            return new JsonObject(members);
        }
        if (data instanceof Boolean bool) {
            return bool ? JsonBoolean.TRUE : JsonBoolean.FALSE;
        }
        if (data instanceof Double number) {
            return Double.isFinite(number) ? JsonNumber.of(number) : new JsonString(number.toString());
        }
        if (data instanceof Long || data instanceof Integer) {
            return JsonNumber.of(((Number) data).longValue());
        }
        if (data instanceof Enum<?> constant) {
            return new JsonString(constant.name());
        }
        if (data instanceof String text) {
            return new JsonString(text);
        }
        throw new IllegalArgumentException(data.getClass() + " has no form in JSON");
    }

    private static JsonObject object(Record record) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object member = get(component.getAccessor(), record);
            if (member != null) {
                members.put(component.getName(), value(member));
            }
        }
        return new JsonObject(members);
    }

    private static @Nullable Object get(Method accessor, Record record) {
        try {
            // The records of commands are private.
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
