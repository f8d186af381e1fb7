package org.initweights.fuzz;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The format of safetensors as its page describes it, without anything of the library. */
final class PlainSafetensors {

    private static final int MOST_DATA = 1 << 12;

    private static final Map<String, Integer> BITS = Map.ofEntries(
            Map.entry("BOOL", 8),
            Map.entry("F4", 4),
            Map.entry("F6_E2M3", 6),
            Map.entry("F6_E3M2", 6),
            Map.entry("U8", 8),
            Map.entry("I8", 8),
            Map.entry("F8_E5M2", 8),
            Map.entry("F8_E4M3", 8),
            Map.entry("F8_E8M0", 8),
            Map.entry("F8_E4M3FNUZ", 8),
            Map.entry("F8_E5M2FNUZ", 8),
            Map.entry("I16", 16),
            Map.entry("U16", 16),
            Map.entry("F16", 16),
            Map.entry("BF16", 16),
            Map.entry("I32", 32),
            Map.entry("U32", 32),
            Map.entry("F32", 32),
            Map.entry("C64", 64),
            Map.entry("F64", 64),
            Map.entry("I64", 64),
            Map.entry("U64", 64));

    private PlainSafetensors() {}

    /**
     * A tensor.
     *
     * @param bytes its bytes in hexadecimal digits
     */
    record Tensor(String type, List<Long> shape, String bytes) {}

    /** Where the bytes of a tensor lie in the data. */
    private record Place(String name, Map<?, ?> description, long begin, long end) {}

    static Tensor tensor(String type, List<Long> shape, byte[] bytes) {
        return new Tensor(type, shape, HexFormat.of().formatHex(bytes));
    }

    /** A file with this header, and as much data as the header speaks of, within bounds. */
    static byte[] file(byte[] header) {
        long data = 0;
        if (PlainJson.read(header).orElse(null) instanceof Map<?, ?> members) {
            for (Object member : members.values()) {
                data = Math.max(data, member instanceof Map<?, ?> description ? end(description) : 0);
            }
        }
        int length = data > MOST_DATA ? 0 : (int) data;
        ByteBuffer file =
                ByteBuffer.allocate(Long.BYTES + header.length + length).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(header.length).put(header);
        for (int i = 0; i < length; i++) {
            file.put((byte) (31 * i));
        }
        return file.array();
    }

    private static long end(Map<?, ?> description) {
        return offsets(description).map(offsets -> offsets.get(1)).orElse(0L);
    }

    private static Optional<List<Long>> offsets(Map<?, ?> description) {
        return longs(description.get("data_offsets")).filter(offsets -> offsets.size() == 2);
    }

    /** The tensors of known types by their names, if the file is sound. */
    static Optional<Map<String, Tensor>> read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < Long.BYTES || bytes.getLong(0) < 0 || bytes.getLong(0) > file.length - Long.BYTES) {
            return Optional.empty();
        }
        int start = Long.BYTES + (int) bytes.getLong(0);
        byte[] data = Arrays.copyOfRange(file, start, file.length);
        return PlainJson.read(Arrays.copyOfRange(file, Long.BYTES, start))
                .flatMap(header -> header instanceof Map<?, ?> members ? tensors(members, data) : Optional.empty());
    }

    private static Optional<Map<String, Tensor>> tensors(Map<?, ?> members, byte[] data) {
        List<Place> places = new ArrayList<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            if (member.getKey().equals("__metadata__")) {
                boolean isSound = member.getValue() instanceof PlainJson.Nothing
                        || (member.getValue() instanceof Map<?, ?> texts
                                && texts.values().stream().allMatch(String.class::isInstance));
                if (!isSound) {
                    return Optional.empty();
                }
            } else if (member.getValue() instanceof Map<?, ?> description && isSound(description)) {
                List<Long> offsets = offsets(description).orElseThrow();
                places.add(new Place((String) member.getKey(), description, offsets.get(0), offsets.get(1)));
            } else {
                return Optional.empty();
            }
        }
        return isCovered(places, data.length) ? Optional.of(read(places, data)) : Optional.empty();
    }

    private static Map<String, Tensor> read(List<Place> places, byte[] data) {
        Map<String, Tensor> tensors = new TreeMap<>();
        for (Place place : places) {
            String type = (String) place.description.get("dtype");
            if (BITS.containsKey(type)) {
                byte[] bytes = Arrays.copyOfRange(data, (int) place.begin, (int) place.end);
                tensors.put(
                        place.name,
                        tensor(type, longs(place.description.get("shape")).orElseThrow(), bytes));
            }
        }
        return tensors;
    }

    private static boolean isSound(Map<?, ?> description) {
        Optional<List<Long>> shape = longs(description.get("shape"));
        if (!(description.get("dtype") instanceof String type) || shape.isEmpty()) {
            return false;
        }
        if (shape.get().stream().anyMatch(size -> size < 0)
                || offsets(description).isEmpty()) {
            return false;
        }
        BigInteger elements =
                shape.get().stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
        List<Long> offsets = offsets(description).get();
        BigInteger bits = BigInteger.valueOf(offsets.get(1))
                .subtract(BigInteger.valueOf(offsets.get(0)))
                .multiply(BigInteger.valueOf(8));
        return BITS.containsKey(type)
                ? elements.multiply(BigInteger.valueOf(BITS.get(type))).equals(bits)
                : elements.bitLength() < Long.SIZE;
    }

    /** Whether tensors cover the data without gaps, none twice. */
    private static boolean isCovered(List<Place> places, int dataBytes) {
        int[] covers = new int[dataBytes];
        for (Place place : places) {
            if (place.begin < 0 || place.end < place.begin || place.end > dataBytes) {
                return false;
            }
            for (long at = place.begin; at < place.end; at++) {
                covers[(int) at]++;
            }
        }
        return Arrays.stream(covers).allMatch(count -> count == 1);
    }

    private static Optional<List<Long>> longs(Object array) {
        if (!(array instanceof List<?> list)) {
            return Optional.empty();
        }
        List<Long> longs = new ArrayList<>();
        for (Object element : list) {
            try {
                longs.add(element instanceof PlainJson.Digits digits ? Long.valueOf(digits.text()) : null);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return longs.contains(null) ? Optional.empty() : Optional.of(longs);
    }
}
