package org.initweights.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonReader;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.files.json.JsonWriter;

/** The text of an index of several files. */
final class ShardIndexText {

    private static final String FILES = "weight_map";

    private ShardIndexText() {}

    /** The names of the files that an index names, in order; none if it is no index. */
    static Set<String> files(String index) {
        try {
            Set<String> files = new TreeSet<>();
            JsonReader.read(index).asObject().get(FILES).asObject().members().values().stream()
                    .map(JsonValue::asString)
                    .forEach(files::add);
            return files;
        } catch (JsonException e) {
            return Set.of();
        }
    }

    /** The same index of files that have other names. */
    static String renamed(String index, Map<String, String> names) {
        Map<String, JsonValue> members =
                new LinkedHashMap<>(JsonReader.read(index).asObject().members());
        Map<String, JsonValue> files = new LinkedHashMap<>();
        new JsonObject(members).get(FILES).asObject().members().forEach((tensor, file) -> {
            String name = names.get(file.asString());
            files.put(tensor, name == null ? file : new JsonString(name));
        });
        members.put(FILES, new JsonObject(files));
        return JsonWriter.indented(new JsonObject(members)) + "\n";
    }
}
