package org.initweights.internal.files.safetensors;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonNumber;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonReader;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.files.json.JsonWriter;
import org.initweights.internal.message.Excerpt;
import org.initweights.io.CheckpointException;

/**
 * Which tensor is in which file, as Hugging Face writes it beside the files: {@code model.safetensors.index.json}.
 *
 * @param files the name of the file of each tensor
 * @param save the save that the files belong to, if the index says so
 */
public record ShardIndex(Map<String, String> files, Optional<SaveId> save) {

    /** What the name of an index ends with. */
    public static final String SUFFIX = ".index.json";

    private static final String METADATA = "metadata";
    private static final String WEIGHT_MAP = "weight_map";

    public ShardIndex {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /** Whether this system can have a file of this name; some take no colon, others no letters but their own. */
    private static boolean isName(String shard, Path file) {
        try {
            return file.resolveSibling(shard).endsWith(shard);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The index that belongs to a checkpoint of this name. */
    public static Path of(Path checkpoint) {
        return checkpoint.resolveSibling(checkpoint.getFileName() + SUFFIX);
    }

    /**
     * Reads an index.
     *
     * @throws CheckpointException if it is none, or names files outside of its folder
     */
    public static ShardIndex read(Path file) throws IOException {
        JsonObject index = parse(file);
        try {
            Map<String, String> files = files(index);
            for (String shard : new TreeSet<>(files.values())) {
                if (!isPlainName(shard) || !isName(shard, file)) {
                    throw new CheckpointException(
                            file, "\"" + Excerpt.of(shard) + "\" is not the name of a file beside the index");
                }
            }
            return new ShardIndex(files, save(index));
        } catch (JsonException e) {
            throw none(file, e);
        }
    }

    /** The files beside an index that it names, whatever else it names; empty if it is damaged, so that nobody knows. */
    static Optional<Set<String>> namesBeside(Path file) throws IOException {
        try {
            return Optional.of(files(parse(file)).values().stream()
                    .filter(ShardIndex::isPlainName)
                    .collect(Collectors.toSet()));
        } catch (CheckpointException | JsonException e) {
            return Optional.empty();
        }
    }

    private static JsonObject parse(Path file) throws IOException {
        CheckpointFiles.checkRegular(file);
        try {
            return JsonReader.read(file).asObject();
        } catch (JsonException e) {
            throw none(file, e);
        }
    }

    private static CheckpointException none(Path file, JsonException e) {
        return new CheckpointException(file, "it is no index of a checkpoint: " + e.getMessage(), e);
    }

    private static Map<String, String> files(JsonObject index) {
        Map<String, String> files = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        for (Map.Entry<String, JsonValue> entry :
                index.get(WEIGHT_MAP).asObject().members().entrySet()) {
            // Few files have the tensors, and so their names are kept once.
            String shard = entry.getValue().asString();
            files.put(entry.getKey(), names.computeIfAbsent(shard, name -> name));
        }
        return files;
    }

    private static Optional<SaveId> save(JsonObject index) {
        return index.find(METADATA)
                .flatMap(metadata -> metadata.asObject().find(SaveId.KEY))
                .map(id -> new SaveId(id.asString()));
    }

    private static boolean isPlainName(String shard) {
        return shard.endsWith(".safetensors")
                && shard.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ');
    }

    /** The names of the files, each once, in order. */
    public Set<String> shards() {
        return new TreeSet<>(files.values());
    }

    /** The text of the index, as Hugging Face writes it. */
    public String text(long totalBytes) {
        Map<String, JsonValue> map = new LinkedHashMap<>();
        new TreeMap<>(files).forEach((tensor, shard) -> map.put(tensor, new JsonString(shard)));
        Map<String, JsonValue> members = new LinkedHashMap<>();
        Map<String, JsonValue> metadata = new LinkedHashMap<>();
        save.ifPresent(id -> metadata.put(SaveId.KEY, new JsonString(id.text())));
        metadata.put("total_size", JsonNumber.of(totalBytes));
        members.put(METADATA, new JsonObject(metadata));
        members.put(WEIGHT_MAP, new JsonObject(map));
        return JsonWriter.indented(new JsonObject(members)) + "\n";
    }
}
