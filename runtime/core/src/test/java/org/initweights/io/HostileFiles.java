package org.initweights.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import org.initweights.Initializers;
import org.initweights.Plan;
import org.initweights.Weights;
import org.initweights.internal.files.numpy.NpyFiles;

/**
 * A process of little heap that opens files of some ten megabytes whose contents would take many times as much, were each value an
 * object. It ends with 0 if every file was read or refused as it must be, in a message of one line.
 */
final class HostileFiles {

    private static final int LONGEST_MESSAGE = 5000;

    private final Path folder;

    private HostileFiles(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        HostileFiles files = new HostileFiles(Path.of(arguments[0]));
        files.headersThatAreJustLarge();
        files.headersThatAreNone();
        files.indices();
        files.plans();
        files.archives();
        files.ggufs();
    }

    /** Writes the repeated part of a text. */
    private interface Middle {

        String piece(int i);
    }

    private void headersThatAreJustLarge() throws IOException {
        int tensors = 150_000;
        Path many = header(
                "{",
                tensors,
                i -> (i == 0 ? "" : ",") + "\"layer." + String.format(Locale.ROOT, "%06d", i)
                        + ".w\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[" + i + "," + (i + 1) + "]}",
                "}",
                tensors);
        try (Checkpoint checkpoint = Checkpoint.open(many)) {
            check(checkpoint.tensors().size() == tensors, "tensors");
            check(checkpoint.get("layer.149999.w").bytes() == 1, "the last tensor");
        }
        int entries = 800_000;
        Path metadata = header(
                "{\"__metadata__\":{",
                entries,
                i -> (i == 0 ? "" : ",") + "\"k" + i + "\":\"" + i % 10 + "\"",
                "}}",
                0);
        try (Checkpoint checkpoint = Checkpoint.open(metadata)) {
            check(checkpoint.metadata().size() == entries, "entries of metadata");
            check("9".equals(checkpoint.metadata().get("k799999")), "the last entry of metadata");
        }
    }

    private void headersThatAreNone() throws IOException {
        String start = "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,0],\"shape\":[";
        refused(header(start, 1_000_001, i -> i == 0 ? "0" : ",0", "],\"x\":1.5e}}", 0));
        refused(header(start, 1_000_001, i -> i == 0 ? "1" : ",1", "]}}", 0));
        refused(header(start, 1_000_001, i -> i == 0 ? "2" : ",2", "]}}", 0));
        refused(header(start, 3_000_000, i -> i == 0 ? "{}" : ",{}", "]}}", 0));
        refused(header(start, 3_000_000, i -> i == 0 ? "[]" : ",[]", "]}}", 0));
        refused(header("{\"a\":[", 3_000_000, i -> i == 0 ? "{}" : ",{}", "]}", 0));
        refused(header("{\"a\":[", 2_000_000, i -> "{\"\":0},", "0]}", 0));
        refused(header("{", 1_500_000, i -> (i == 0 ? "" : ",") + "\"a" + i + "\":{}", "}", 0));
        refused(header("{\"a\":{", 1_500_000, i -> (i == 0 ? "" : ",") + "\"a" + i + "\":0", "}}", 0));
        refused(header("{\"", 800_000, i -> "long name ", "\":{}}", 0));
        refused(header("{\"a\":{\"dtype\":\"", 800_000, i -> "long type ", "\",\"shape\":[],\"data_offsets\":[]}}", 0));
        refused(header(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1", 800_000, i -> "0000000000", "],\"data_offsets\":[0,1]}}", 0));
        refused(header(
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1e",
                800_000,
                i -> "9999999999",
                "],\"data_offsets\":[0,1]}}",
                0));
        refused(header("{\"a\":", 20_000_000, i -> "[", "", 0));
        refused(header("{\"a\":", 20_000_000, i -> " ", "", 0));
        refused(header("{\"a\":\"", 6_000_000, i -> "\\ud83d", "\"}", 0));
    }

    private void indices() throws IOException {
        refused(text(
                "model.safetensors.index.json",
                "{\"weight_map\":{",
                250_000,
                i -> (i == 0 ? "" : ",") + "\"layer." + i + ".weight\":\"model-00001-of-00002.safetensors\"",
                "}}"));
        refused(text(
                "model.safetensors.index.json",
                "{\"weight_map\":{",
                1_000_000,
                i -> (i == 0 ? "" : ",") + "\"" + i + "\":{}",
                "}}"));
        refused(text("model.safetensors.index.json", "{\"weight_map\":{\"a\":\"", 4_000_000, i -> "ab", "\"}}"));
    }

    private void plans() throws IOException {
        String start = "{\"initweightsPlan\":1,\"parameters\":[";
        String fill = ",\"dtype\":\"F32\",\"fill\":{\"type\":\"constant\",\"value\":1}}";
        Path sound = text(
                "plan.json",
                start,
                120_000,
                i -> (i == 0 ? "" : ",") + "{\"name\":\"layer." + i + ".weight\",\"shape\":[3,4]" + fill,
                "]}");
        check(Plan.read(sound).parameters().size() == 120_000, "parameters");
        refused(text("plan.json", start, 3_000_000, i -> i == 0 ? "{}" : ",{}", "]}"));
        refused(text(
                "plan.json",
                start + "{\"name\":\"a\",\"shape\":[",
                1_000_001,
                i -> i == 0 ? "2" : ",2",
                "]" + fill + "]}"));
        refused(text("plan.json", start + "{\"name\":\"a\",\"shape\":[\"", 8_000_000, i -> "(", "\"]" + fill + "]}"));
        refused(text("plan.json", start + "{\"name\":\"", 8_000_000, i -> "n", "\",\"shape\":[-1]" + fill + "]}"));
        refused(text(
                "plan.json",
                start + "{\"name\":\"a\",\"shape\":[1],\"dtype\":\"F32\",\"fill\":",
                64,
                i -> "{\"type\":\"parts\",\"count\":1,\"elementsPerPart\":1,\"part\":",
                "0" + "}".repeat(64) + "}]}"));
        refused(text("plan.json", "{\"", 8_000_000, i -> "m", "\":1}"));
        refused(text("plan.json", "{", 1_500_000, i -> (i == 0 ? "" : ",") + "\"m" + i + "\":1", "}"));
    }

    /** A directory of very many entries, all of which claim the bytes of one small array. */
    private void archives() throws IOException {
        int count = 150_000;
        byte[] array = NpyFiles.header(1, "{'descr': '<f4', 'fortran_order': False, 'shape': (0,)}");
        CRC32 crc = new CRC32();
        crc.update(array);
        Path file = folder.resolve("a.npz");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            ByteBuffer local = littleEndian(30 + 10 + array.length);
            local.putInt(0x04034b50).position(26);
            local.putShort((short) 10).putShort((short) 0).put("000000.npy".getBytes(StandardCharsets.US_ASCII));
            out.write(bytes(local.put(array)));
            for (int i = 0; i < count; i++) {
                ByteBuffer entry = littleEndian(46 + 10);
                entry.putInt(0x02014b50).position(16);
                entry.putInt((int) crc.getValue())
                        .putInt(array.length)
                        .putInt(array.length)
                        .putShort((short) 10);
                entry.position(46);
                entry.put(String.format(Locale.ROOT, "%06d.npy", i).getBytes(StandardCharsets.US_ASCII));
                out.write(bytes(entry));
            }
            ByteBuffer end = littleEndian(22);
            end.putInt(0x06054b50).position(8);
            end.putShort((short) count)
                    .putShort((short) count)
                    .putInt(56 * count)
                    .putInt(40 + array.length);
            out.write(bytes(end));
        }
        Weights model = Weights.of(w -> w.tensor("000000", Initializers.zeros(), 0));
        LoadReport report = Npz.read(model.parameters(), file, LoadMode.LENIENT);
        check(report.loaded().equals(List.of("000000")), "the array of an archive");
        check(report.skipped().size() == count - 1, "the other entries of an archive");
    }

    private void ggufs() throws IOException {
        Path file = folder.resolve("a.gguf");
        int tokens = 1_200_000;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(bytes(gguf(0, 1).put((byte) 'k').putInt(9).putInt(8).putLong(tokens)));
            out.write(new byte[tokens * 8]);
        }
        try (Gguf open = Gguf.open(file)) {
            check(((List<?>) Objects.requireNonNull(open.metadata().get("k"))).size() == tokens, "tokens");
        }
        int numbers = 10_000_000;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(bytes(gguf(0, 1).put((byte) 'k').putInt(9).putInt(0).putLong(numbers)));
            out.write(new byte[numbers]);
        }
        try (Gguf open = Gguf.open(file)) {
            check(((List<?>) Objects.requireNonNull(open.metadata().get("k"))).size() == numbers, "numbers");
        }
        refused(gguf(file, 0, 400_000));
        refused(gguf(file, 400_000, 0));
        refused(gguf(file, 90_000, 0));
        refused(gguf(file, 0, 90_000));
    }

    /** Ten megabytes of nothing, which are said to be so many tensors and entries of metadata. */
    private static Path gguf(Path file, long tensors, long entries) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(bytes(gguf(tensors, entries)));
            out.write(new byte[10_000_000]);
        }
        return file;
    }

    private static ByteBuffer gguf(long tensors, long entries) {
        ByteBuffer start = littleEndian(24 + 8 + 1 + 4 + 4 + 8);
        return start.put("GGUF".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .putLong(tensors)
                .putLong(entries)
                .putLong(1);
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.get(0, bytes);
        return bytes;
    }

    private static void refused(Path file) throws IOException {
        try {
            if (file.endsWith("plan.json")) {
                Plan.read(file);
            } else if (file.endsWith("a.gguf")) {
                Gguf.open(file).close();
            } else {
                Checkpoint.open(file).close();
            }
        } catch (IOException | IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            check(
                    message.length() < LONGEST_MESSAGE && message.lines().count() == 1,
                    message.substring(0, Math.min(300, message.length())));
            return;
        }
        throw new AssertionError(file + " was not refused");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private Path header(String start, int times, Middle middle, String end, int dataBytes) throws IOException {
        Path json = text("header.json", start, times, middle, end);
        Path file = folder.resolve("model.safetensors");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(Files.size(json))
                    .array());
            Files.copy(json, out);
            out.write(new byte[dataBytes]);
        }
        return file;
    }

    private Path text(String name, String start, int times, Middle middle, String end) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < times; i++) {
                out.write(middle.piece(i).getBytes(StandardCharsets.UTF_8));
            }
            out.write(end.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
