package org.initweights.spark;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a task leaves beside a piece that is complete, so that a later run need not trust a name.
 *
 * @param run the identity of the run
 * @param bytes how many bytes the piece has
 * @param checksum their CRC-32C
 */
record PieceReceipt(String run, long bytes, int checksum) {

    private static final String HEAD = "InitWeights receipt 1";

    /** The receipt that is written so; empty if it is none, as a file that was cut off. */
    static Optional<PieceReceipt> parse(byte[] text) {
        String[] lines = new String(text, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length != 5 || !lines[0].equals(HEAD)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PieceReceipt(lines[1], Long.parseLong(lines[2]), HexFormat.fromHexDigits(lines[3])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] text() {
        return String.join("\n", HEAD, run, Long.toString(bytes), HexFormat.of().toHexDigits(checksum), "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
