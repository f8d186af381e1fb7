package org.initweights.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Arrays of NumPy whose header is written as NumPy itself writes it, read without anything of the library. */
final class PlainNpy {

    /** The largest size that is read. */
    static final long LARGEST = 9999;

    private static final String MAGIC = "\u0093NUMPY";

    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '([<>|])([fiub][1248])', 'fortran_order': (True|False), 'shape': \\(((?:\\d{1,4}, )*\\d{1,4},?)?\\), \\} *\\n?");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("f8", "F64"),
            Map.entry("f4", "F32"),
            Map.entry("f2", "F16"),
            Map.entry("i8", "I64"),
            Map.entry("i4", "I32"),
            Map.entry("i2", "I16"),
            Map.entry("i1", "I8"),
            Map.entry("u8", "U64"),
            Map.entry("u4", "U32"),
            Map.entry("u2", "U16"),
            Map.entry("u1", "U8"),
            Map.entry("b1", "BOOL"));

    private PlainNpy() {}

    /**
     * An array.
     *
     * @param bytes of its elements in row-major order, each little-endian, in hexadecimal digits
     */
    record Array(String type, List<Long> shape, String bytes) {}

    static Array array(String type, List<Long> shape, byte[] bytes) {
        return new Array(type, shape, HexFormat.of().formatHex(bytes));
    }

    /** A file of version 1 with this header, and some elements. */
    static byte[] file(byte[] header) {
        byte[] file = Arrays.copyOf(MAGIC.getBytes(StandardCharsets.ISO_8859_1), 10 + header.length + 256);
        file[6] = 1;
        file[8] = (byte) header.length;
        file[9] = (byte) (header.length >> 8);
        System.arraycopy(header, 0, file, 10, header.length);
        for (int i = 10 + header.length; i < file.length; i++) {
            file[i] = (byte) (i * 37);
        }
        return file;
    }

    /** Whether a file begins as all arrays do. */
    static boolean isNpy(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).startsWith(MAGIC);
    }

    /** The array of a file, if its header is as NumPy writes it, and it has all elements. */
    static Optional<Array> read(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(MAGIC + "\u0001\u0000") || file.length < 10) {
            return Optional.empty();
        }
        int start = 10 + text.charAt(8) + 256 * text.charAt(9);
        if (start > file.length || start > 10_010) {
            return Optional.empty();
        }
        Matcher header = HEADER.matcher(text.substring(10, start));
        if (!header.matches() || !TYPES.containsKey(header.group(2))) {
            return Optional.empty();
        }
        String sizes = header.group(4) == null ? "" : header.group(4);
        // One size without a comma is a number in parentheses, and no tuple.
        if (!sizes.isEmpty() && !sizes.contains(",")) {
            return Optional.empty();
        }
        List<Long> shape = new ArrayList<>();
        for (String size : sizes.isEmpty() ? new String[0] : sizes.split(", ?")) {
            if (size.length() > 1 && size.startsWith("0") && !size.matches("0+")) {
                return Optional.empty();
            }
            shape.add(Long.valueOf(size));
        }
        int bytes = header.group(2).charAt(1) - '0';
        double elements = shape.stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b);
        if (shape.size() > 64 || elements * bytes > file.length - start) {
            return Optional.empty();
        }
        byte[] read = new byte[(int) (elements * bytes)];
        boolean isReversed = header.group(1).equals(">");
        boolean isFortran = header.group(3).equals("True");
        for (int i = 0; i < (int) elements; i++) {
            int place = isFortran ? columnMajor(i, shape) : i;
            for (int b = 0; b < bytes; b++) {
                read[i * bytes + b] = file[start + place * bytes + (isReversed ? bytes - 1 - b : b)];
            }
        }
        return Optional.of(array(TYPES.get(header.group(2)), shape, read));
    }

    /** Where the element with this number in row-major order lies in column-major order. */
    private static int columnMajor(int index, List<Long> shape) {
        long place = 0;
        int rest = index;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            long stride = 1;
            for (int before = 0; before < axis; before++) {
                stride *= shape.get(before);
            }
            place += stride * (rest % shape.get(axis));
            rest = (int) (rest / shape.get(axis));
        }
        return (int) place;
    }
}
