package org.initweights.processor.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A message in the encoding of protocol buffers, as far as Kotlin's metadata need it. What cannot be read ends it.
 *
 * @param bytes the encoded fields
 */
record ProtobufMessage(ByteBuffer bytes) {

    /** The message at the position of a buffer, with its length before it; the buffer is then behind it. */
    static ProtobufMessage delimited(ByteBuffer bytes) {
        return new ProtobufMessage(part(bytes, varint(bytes)));
    }

    /** The first number of a field. */
    OptionalLong number(int field) {
        ByteBuffer rest = bytes.duplicate();
        for (Field next = next(rest); next != null; next = next(rest)) {
            if (next.number == field && next.content.isEmpty()) {
                return OptionalLong.of(next.value);
            }
        }
        return OptionalLong.empty();
    }

    /** The messages of a field, in their order. */
    List<ProtobufMessage> messages(int field) {
        List<ProtobufMessage> found = new ArrayList<>();
        ByteBuffer rest = bytes.duplicate();
        for (Field next = next(rest); next != null; next = next(rest)) {
            if (next.number == field) {
                next.content.map(ProtobufMessage::new).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The message of a field. */
    Optional<ProtobufMessage> message(int field) {
        return messages(field).stream().findFirst();
    }

    /** The text of a field. */
    Optional<String> text(int field) {
        return message(field)
                .map(message ->
                        StandardCharsets.UTF_8.decode(message.bytes.duplicate()).toString());
    }

    private static @Nullable Field next(ByteBuffer rest) {
        if (!rest.hasRemaining()) {
            return null;
        }
        long tag = varint(rest);
        int number = (int) (tag >>> 3);
        return switch ((int) (tag & 7)) {
            case 0 -> new Field(number, varint(rest), Optional.empty());
            case 1 -> new Field(number, 0, Optional.of(part(rest, Long.BYTES)));
            case 2 -> new Field(number, 0, Optional.of(part(rest, varint(rest))));
            case 5 -> new Field(number, 0, Optional.of(part(rest, Integer.BYTES)));
            default -> null;
        };
    }

    /** The next bytes of a buffer, which is then behind them. */
    private static ByteBuffer part(ByteBuffer bytes, long length) {
        int size = (int) Math.max(0, Math.min(length, bytes.remaining()));
        ByteBuffer part = bytes.slice().limit(size);
        bytes.position(bytes.position() + size);
        return part;
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; bytes.hasRemaining() && shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        return value;
    }

    private record Field(int number, long value, Optional<ByteBuffer> content) {}
}
