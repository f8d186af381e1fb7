package org.initweights.internal.files.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.initweights.internal.files.json.JsonReader;
import org.junit.jupiter.api.Test;

/** Headers of which NumPy itself decided: {@code numpy_headers.py} wrote {@code headers.txt} beside it. */
class NpyHeaderPeerTest {

    private static final int LEAST_HEADERS = 2000;

    @Test
    void takesWhatNumPyTakesAndRefusesWhatItRefuses() throws IOException {
        List<String> differences = new ArrayList<>();
        List<String> lines = lines();
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            String header = JsonReader.read(parts[1]).asString();
            String ours = judged(Integer.parseInt(parts[0]), header);
            // A type that nobody has is of the same kind as one that is not read.
            if (!ours.equals(parts[2]) && !(ours.equals("other") && parts[2].equals("refused"))) {
                differences.add(line + ": " + ours);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(lines).hasSizeGreaterThan(LEAST_HEADERS);
    }

    private static List<String> lines() throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(NpyHeaderPeerTest.class.getResourceAsStream("/numpy/headers.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String judged(int version, String text) throws IOException {
        try {
            NpyHeader header = read(NpyFiles.header(version, text));
            StringBuilder judged = new StringBuilder(header.type() + " "
                    + (header.byteOrder() == ByteOrder.BIG_ENDIAN ? "big" : "little") + " "
                    + (header.order() == NpyHeader.ElementOrder.COLUMN_MAJOR ? "columns" : "rows"));
            LongStream.of(header.shape().dims())
                    .forEach(size -> judged.append(' ').append(size));
            return judged.toString();
        } catch (UnknownElementsException e) {
            return "other";
        } catch (NpyException e) {
            return "refused";
        }
    }

    private static NpyHeader read(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        return NpyHeaderReader.read(target -> {
            if (rest.remaining() < target.remaining()) {
                throw new EOFException();
            }
            while (target.hasRemaining()) {
                target.put(rest.get());
            }
        });
    }
}
