package org.initweights.internal.files.safetensors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.initweights.InitializationException;
import org.initweights.TensorShape;
import org.initweights.internal.files.json.JsonException;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonReader;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.message.Excerpt;
import org.initweights.io.CheckpointException;
import org.initweights.io.ElementType;

/** Reads the JSON of a header that cannot be trusted, and checks that it describes every byte of the data once. */
final class HeaderReader {

    private final Path file;
    private final long dataBytes;

    /**
     * Reads nothing yet.
     *
     * @param file for messages
     * @param dataBytes how many bytes follow the header
     */
    HeaderReader(Path file, long dataBytes) {
        this.file = file;
        this.dataBytes = dataBytes;
    }

    /** Reads a header, whose bytes are not changed any more. */
    Header read(byte[] json) throws CheckpointException {
        Map<String, String> metadata = Map.of();
        List<HeaderEntry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member : members(json).entrySet()) {
            if (member.getKey().equals(Header.METADATA)) {
                metadata = metadata(member.getValue());
            } else {
                entries.add(entry(member.getKey(), member.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(HeaderEntry::begin).thenComparingLong(HeaderEntry::end));
        checkCover(entries);
        return new Header(metadata, all(entries, TensorEntry.class), all(entries, UnknownEntry.class));
    }

    private static <T> List<T> all(List<HeaderEntry> entries, Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Map<String, JsonValue> members(byte[] json) throws CheckpointException {
        try {
            return JsonReader.read(json).asObject().members();
        } catch (JsonException e) {
            throw new CheckpointException(file, "the header is no JSON that can be accepted: " + e.getMessage(), e);
        }
    }

    private Map<String, String> metadata(JsonValue value) throws CheckpointException {
        if (value == JsonValue.JsonNull.NULL) {
            return Map.of();
        }
        try {
            return value.asObject().texts();
        } catch (JsonException e) {
            throw new CheckpointException(file, Header.METADATA + ": " + e.getMessage(), e);
        }
    }

    private HeaderEntry entry(String name, JsonValue value) throws CheckpointException {
        try {
            JsonObject description = value.asObject();
            String typeName = description.get(Header.TYPE).asString();
            TensorShape shape =
                    TensorShape.of(description.get(Header.SHAPE).asArray().longs());
            long[] offsets = description.get(Header.OFFSETS).asArray().longs();
            if (offsets.length != 2) {
                throw new CheckpointException(
                        file, name, "data_offsets has " + offsets.length + " numbers instead of 2");
            }
            Optional<ElementType> type = ElementType.named(typeName);
            if (type.isEmpty()) {
                UnknownEntry unknown = new UnknownEntry(name, Excerpt.of(typeName), shape, offsets[0], offsets[1]);
                checkOffsets(unknown);
                return unknown;
            }
            TensorEntry entry = new TensorEntry(name, type.get(), shape, offsets[0], offsets[1]);
            checkOffsets(entry);
            checkSize(entry);
            return entry;
        } catch (JsonException | InitializationException | ArithmeticException e) {
            throw new CheckpointException(file, "tensor \"" + Excerpt.of(name) + "\": " + e.getMessage(), e);
        }
    }

    private void checkOffsets(HeaderEntry entry) throws CheckpointException {
        if (entry.begin() < 0 || entry.end() < entry.begin() || entry.end() > dataBytes) {
            throw new CheckpointException(
                    file,
                    entry.name(),
                    "its bytes go from " + entry.begin() + " to " + entry.end() + ", but the file has " + dataBytes
                            + " bytes of data");
        }
    }

    private void checkSize(TensorEntry entry) throws CheckpointException {
        long bytes = TensorEntry.bytes(entry.type(), entry.shape().elements());
        if (entry.bytes() != bytes) {
            throw new CheckpointException(
                    file,
                    entry.name(),
                    entry.type() + " " + entry.shape() + " takes " + bytes + " bytes, but its offsets " + entry.begin()
                            + " and " + entry.end() + " hold " + entry.bytes());
        }
    }

    private void checkCover(List<HeaderEntry> tensors) throws CheckpointException {
        long covered = 0;
        for (HeaderEntry tensor : tensors) {
            if (tensor.begin() != covered) {
                throw new CheckpointException(
                        file,
                        tensor.name(),
                        "its bytes begin at " + tensor.begin() + ", but those before it end at " + covered
                                + ": tensors " + (tensor.begin() < covered ? "overlap" : "leave a gap"));
            }
            covered = tensor.end();
        }
        if (covered != dataBytes) {
            throw new CheckpointException(
                    file, "the tensors end at byte " + covered + " of the data, which has " + dataBytes);
        }
    }
}
