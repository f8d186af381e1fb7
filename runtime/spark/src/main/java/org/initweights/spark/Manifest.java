package org.initweights.spark;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The checksums of a checkpoint that is complete, in a file beside it, so that the same job that is run once more has nothing to write.
 *
 * @param run the identity of the run that wrote it
 */
record Manifest(String run, List<Line> lines) implements Serializable {

    private static final long serialVersionUID = 1;

    private static final String HEAD = "InitWeights manifest 1";

    /** A stretch of a file, and its CRC-32C. */
    record Line(String file, long from, long to, int checksum) implements Serializable {

        private static final long serialVersionUID = 1;

        private String text() {
            return HexFormat.of().toHexDigits(checksum) + " " + from + " " + to + " " + file;
        }

        private static Line parse(String text) {
            String[] parts = text.split(" ", 4);
            if (parts.length != 4) {
                throw new IllegalArgumentException("no line of a manifest: " + text);
            }
            return new Line(
                    parts[3], Long.parseLong(parts[1]), Long.parseLong(parts[2]), HexFormat.fromHexDigits(parts[0]));
        }
    }

    /** The manifest that is written so; empty if it is none, which only means that there is more to do. */
    static Optional<Manifest> parse(byte[] bytes) {
        List<String> text = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (text.size() < 3
                || !text.get(0).equals(HEAD)
                || !text.get(text.size() - 1).equals("end")) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        try {
            text.subList(2, text.size() - 1).forEach(line -> lines.add(Line.parse(line)));
            return Optional.of(new Manifest(text.get(1), lines));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] text() {
        StringBuilder text = new StringBuilder(HEAD + "\n" + run + "\n");
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.append("end\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
