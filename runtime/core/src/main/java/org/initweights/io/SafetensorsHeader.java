package org.initweights.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.initweights.Parameter;
import org.initweights.Parameters;

/** The beginning of a safetensors file. */
final class SafetensorsHeader {

    private static final int ALIGNMENT = 8;

    private SafetensorsHeader() {}

    /** Eight bytes of length, then the JSON, padded with spaces so that the elements begin at a multiple of eight. */
    static byte[] of(Parameters parameters, Map<String, String> metadata) {
        byte[] json = json(parameters, metadata).getBytes(StandardCharsets.UTF_8);
        int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(length).put(json);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.array();
    }

    private static String json(Parameters parameters, Map<String, String> metadata) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        if (!metadata.isEmpty()) {
            json.add("\"__metadata__\":"
                    + metadata.entrySet().stream()
                            .map(entry -> quoted(entry.getKey()) + ":" + quoted(entry.getValue()))
                            .collect(Collectors.joining(",", "{", "}")));
        }
        long offset = 0;
        for (Parameter parameter : parameters) {
            long end = offset + parameter.elements() * parameter.dtype().bytes();
            json.add(quoted(parameter.name()) + ":{\"dtype\":\"" + parameter.dtype() + "\",\"shape\":"
                    + Arrays.toString(parameter.shape().dims()).replace(" ", "") + ",\"data_offsets\":[" + offset + ","
                    + end + "]}");
            offset = end;
        }
        return json.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
