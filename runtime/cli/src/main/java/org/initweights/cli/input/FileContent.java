package org.initweights.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.initweights.internal.files.plan.PlanKeys;
import org.initweights.internal.files.safetensors.CheckpointFiles;

/** What a file holds, as far as its name and its first bytes say. */
enum FileContent {
    /** No file is there, or one without bytes. */
    NOTHING("an empty file"),
    WEIGHTS("a file of weights"),
    ARCHIVE("an archive"),
    PLAN("a plan"),
    JSON("a file of JSON"),
    OTHER("no file of this library");

    private static final int FIRST_BYTES = 256;
    private static final List<String> NAMES_OF_WEIGHTS =
            List.of(".safetensors", ".npz", ".npy", ".gguf", ".safetensors.journal", ".safetensors.partial");

    /** How zip files start, among them jars. */
    private static final String ZIP = "PK";

    /** How files of NumPy and of llama.cpp start. */
    private static final List<String> STARTS_OF_WEIGHTS = List.of("\u0093NUMPY", "GGUF");

    private final String words;

    FileContent(String words) {
        this.words = words;
    }

    /** The content of what a path leads to. A name of a file of weights counts even if nothing is there, or if it is damaged. */
    static FileContent of(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (CheckpointFiles.isIndex(file) || NAMES_OF_WEIGHTS.stream().anyMatch(name::endsWith)) {
            return WEIGHTS;
        }
        return Files.isRegularFile(file) ? ofBytes(file) : NOTHING;
    }

    private static FileContent ofBytes(Path file) throws IOException {
        byte[] first;
        try (InputStream stream = Files.newInputStream(file)) {
            first = stream.readNBytes(FIRST_BYTES);
        }
        String text = new String(first, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return NOTHING;
        }
        if (STARTS_OF_WEIGHTS.stream().anyMatch(text::startsWith) || isSafetensors(first, Files.size(file))) {
            return WEIGHTS;
        }
        if (text.startsWith(ZIP)) {
            return ARCHIVE;
        }
        if (text.stripLeading().startsWith("{")) {
            return text.contains("\"" + PlanKeys.PLAN_VERSION + "\"") ? PLAN : JSON;
        }
        return OTHER;
    }

    /** A length of eight bytes, and then as many of JSON. */
    private static boolean isSafetensors(byte[] first, long size) {
        if (first.length <= Long.BYTES || first[Long.BYTES] != '{') {
            return false;
        }
        long header = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return header > 0 && header <= size - Long.BYTES;
    }

    /** For messages: "a plan". */
    @Override
    public String toString() {
        return words;
    }
}
