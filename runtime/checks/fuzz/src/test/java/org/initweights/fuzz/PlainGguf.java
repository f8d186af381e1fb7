package org.initweights.fuzz;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The format GGUF as its page describes it, read without anything of the library. */
final class PlainGguf {

    /** Elements and bytes of a block of some types, by their numbers; F32, F16, Q4_0, Q8_0, Q4_K, Q6_K, integers, F64 and BF16. */
    private static final Map<Integer, int[]> BLOCKS = Map.ofEntries(
            Map.entry(0, new int[] {1, 4}),
            Map.entry(1, new int[] {1, 2}),
            Map.entry(2, new int[] {32, 18}),
            Map.entry(8, new int[] {32, 34}),
            Map.entry(12, new int[] {256, 144}),
            Map.entry(14, new int[] {256, 210}),
            Map.entry(24, new int[] {1, 1}),
            Map.entry(25, new int[] {1, 2}),
            Map.entry(26, new int[] {1, 4}),
            Map.entry(27, new int[] {1, 8}),
            Map.entry(28, new int[] {1, 8}),
            Map.entry(30, new int[] {1, 2}));

    private static final int[] SIZES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
    private static final int TEXT = 8;
    private static final int LIST = 9;

    private final byte[] file;
    private final ByteBuffer bytes;

    private PlainGguf(byte[] file) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A tensor; its bytes in hexadecimal digits. */
    record Tensor(List<Long> shape, String bytes) {}

    private record Entry(String name, List<Long> shape, int type, long begin) {}

    /** That a file is none. */
    static final class NoGguf extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The tensors of a file, if it is sound; empty if it has types that are not known here.
     *
     * @throws NoGguf if it is not sound
     */
    static Optional<Map<String, Tensor>> read(byte[] file) throws NoGguf {
        try {
            return new PlainGguf(file).tensors();
        } catch (BufferUnderflowException e) {
            throw new NoGguf();
        }
    }

    private Optional<Map<String, Tensor>> tensors() throws NoGguf {
        check(bytes.getInt() == 0x46554747);
        int version = bytes.getInt();
        if ((version & 0xFFFF) == 0) {
            bytes.order(ByteOrder.BIG_ENDIAN);
            version = Integer.reverseBytes(version);
        }
        check(version == 2 || version == 3);
        long tensors = bytes.getLong();
        long values = bytes.getLong();
        check(tensors >= 0 && values >= 0);
        Map<String, Object> metadata = new HashMap<>();
        for (long i = 0; i < values; i++) {
            check(metadata.put(text(), value()) == null);
        }
        List<Entry> entries = new ArrayList<>();
        for (long i = 0; i < tensors; i++) {
            entries.add(entry());
        }
        check(entries.stream().map(Entry::name).distinct().count() == entries.size());
        Object alignment = metadata.getOrDefault("general.alignment", 32L);
        check(alignment instanceof Long power && power > 0 && power < 1L << 31 && Long.bitCount(power) == 1);
        return placed(entries, (long) alignment);
    }

    private Optional<Map<String, Tensor>> placed(List<Entry> entries, long alignment) throws NoGguf {
        long start = bytes.position();
        start += (alignment - start % alignment) % alignment;
        byte[] data = start >= file.length ? new byte[0] : Arrays.copyOfRange(file, (int) start, file.length);
        boolean[] taken = new boolean[data.length];
        Map<String, Tensor> tensors = new TreeMap<>();
        boolean areKnown = true;
        for (Entry entry : entries) {
            int[] block = BLOCKS.get(entry.type);
            if (block == null) {
                areKnown = false;
                continue;
            }
            BigInteger elements =
                    entry.shape.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
            long row = entry.shape.isEmpty() ? 1 : entry.shape.get(entry.shape.size() - 1);
            BigInteger length = elements.multiply(BigInteger.valueOf(block[1])).divide(BigInteger.valueOf(block[0]));
            check(row % block[0] == 0 && entry.begin >= 0 && entry.begin % alignment == 0);
            check(length.add(BigInteger.valueOf(entry.begin)).compareTo(BigInteger.valueOf(data.length)) <= 0);
            int end = (int) entry.begin + length.intValueExact();
            for (int at = (int) entry.begin; at < end; at++) {
                check(!taken[at]);
                taken[at] = true;
            }
            String read = HexFormat.of().formatHex(data, (int) entry.begin, end);
            tensors.put(entry.name, new Tensor(entry.shape, read));
        }
        return areKnown ? Optional.of(tensors) : Optional.empty();
    }

    private Entry entry() throws NoGguf {
        String name = text();
        int rank = bytes.getInt();
        check(rank >= 0 && rank <= 4);
        List<Long> shape = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            long size = bytes.getLong();
            check(size >= 0);
            shape.add(0, size);
        }
        BigInteger elements = shape.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
        check(elements.bitLength() < Long.SIZE);
        return new Entry(name, shape, bytes.getInt(), bytes.getLong());
    }

    private String text() throws NoGguf {
        return new String(take(bytes.getLong(), 1), StandardCharsets.UTF_8);
    }

    private Object value() throws NoGguf {
        int kind = kind();
        if (kind == TEXT) {
            return text();
        }
        if (kind == LIST) {
            int element = kind();
            long count = bytes.getLong();
            check(element != LIST && count >= 0);
            if (element == TEXT) {
                // Each has a length at least.
                check(count <= bytes.remaining() / 8);
                for (long i = 0; i < count; i++) {
                    text();
                }
            } else {
                take(count, SIZES[element]);
            }
            return List.of();
        }
        boolean isBig = bytes.order() == ByteOrder.BIG_ENDIAN;
        byte[] value = take(1, SIZES[kind]);
        byte[] bigEndian = new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            bigEndian[isBig ? i : value.length - 1 - i] = value[i];
        }
        if (kind == 6 || kind == 7 || kind == 12) {
            return "no integer";
        }
        boolean isSigned = kind == 1 || kind == 3 || kind == 5 || kind == 11;
        BigInteger integer = isSigned ? new BigInteger(bigEndian) : new BigInteger(1, bigEndian);
        return integer.bitLength() < Long.SIZE ? (Object) integer.longValue() : integer;
    }

    private int kind() throws NoGguf {
        int kind = bytes.getInt();
        check(kind >= 0 && kind < SIZES.length);
        return kind;
    }

    private byte[] take(long count, int size) throws NoGguf {
        check(count >= 0 && count <= bytes.remaining() / size);
        byte[] taken = new byte[(int) count * size];
        bytes.get(taken);
        return taken;
    }

    private static void check(boolean isSound) throws NoGguf {
        if (!isSound) {
            throw new NoGguf();
        }
    }
}
