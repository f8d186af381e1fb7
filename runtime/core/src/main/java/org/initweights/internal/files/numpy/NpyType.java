package org.initweights.internal.files.numpy;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initweights.internal.files.numpy.PythonLiteral.Dictionary;
import org.initweights.internal.files.numpy.PythonLiteral.Sequence;
import org.initweights.internal.files.numpy.PythonLiteral.Text;
import org.initweights.internal.files.numpy.PythonLiteral.Tuple;
import org.initweights.internal.message.Excerpt;
import org.initweights.io.ElementType;
import org.jspecify.annotations.Nullable;

/**
 * The type of elements that a header describes: {@code <f4}, {@code =f4}, {@code float32}, {@code f} are one. Types of one letter are as
 * long as they are on Linux, where {@code l} has 64 bits.
 */
record NpyType(ElementType element, ByteOrder order) {

    /** Perhaps a count of one, a byte order, a letter for the kind, and a number of bytes that C's {@code strtol} reads. */
    private static final Pattern SIZED =
            Pattern.compile("1?(?<order>[<>=|]?)(?<kind>[a-zA-Z?])(?<size>[ \t]*\\+?\\d{1,9})?");

    /** Two bytes of no type are how ml_dtypes, and so JAX, writes bfloat16. */
    private static final String BRAIN_FLOAT = "V2";

    private static final Map<String, ElementType> SIZES = Map.ofEntries(
            Map.entry("f8", ElementType.F64),
            Map.entry("f4", ElementType.F32),
            Map.entry("f2", ElementType.F16),
            Map.entry("i8", ElementType.I64),
            Map.entry("i4", ElementType.I32),
            Map.entry("i2", ElementType.I16),
            Map.entry("i1", ElementType.I8),
            Map.entry("u8", ElementType.U64),
            Map.entry("u4", ElementType.U32),
            Map.entry("u2", ElementType.U16),
            Map.entry("u1", ElementType.U8),
            Map.entry("b1", ElementType.BOOL),
            Map.entry("c8", ElementType.C64),
            Map.entry(BRAIN_FLOAT, ElementType.BF16));

    private static final Map<String, ElementType> LETTERS = Map.ofEntries(
            Map.entry("d", ElementType.F64),
            Map.entry("f", ElementType.F32),
            Map.entry("e", ElementType.F16),
            Map.entry("l", ElementType.I64),
            Map.entry("q", ElementType.I64),
            Map.entry("p", ElementType.I64),
            Map.entry("n", ElementType.I64),
            Map.entry("i", ElementType.I32),
            Map.entry("h", ElementType.I16),
            Map.entry("b", ElementType.I8),
            Map.entry("L", ElementType.U64),
            Map.entry("Q", ElementType.U64),
            Map.entry("P", ElementType.U64),
            Map.entry("N", ElementType.U64),
            Map.entry("I", ElementType.U32),
            Map.entry("H", ElementType.U16),
            Map.entry("B", ElementType.U8),
            Map.entry("?", ElementType.BOOL),
            Map.entry("F", ElementType.C64));

    private static final Map<ElementType, List<String>> NAMES = Map.ofEntries(
            Map.entry(ElementType.F64, List.of("float64", "double", "float")),
            Map.entry(ElementType.F32, List.of("float32", "single")),
            Map.entry(ElementType.F16, List.of("float16", "half")),
            Map.entry(ElementType.I64, List.of("int64", "int", "int_", "long", "longlong", "intp")),
            Map.entry(ElementType.I32, List.of("int32", "intc")),
            Map.entry(ElementType.I16, List.of("int16", "short")),
            Map.entry(ElementType.I8, List.of("int8", "byte")),
            Map.entry(ElementType.U64, List.of("uint64", "uint", "ulong", "ulonglong", "uintp")),
            Map.entry(ElementType.U32, List.of("uint32", "uintc")),
            Map.entry(ElementType.U16, List.of("uint16", "ushort")),
            Map.entry(ElementType.U8, List.of("uint8", "ubyte")),
            Map.entry(ElementType.BOOL, List.of("bool", "bool_")),
            Map.entry(ElementType.C64, List.of("complex64", "csingle")));

    /** How NumPy writes a type, {@code f4}, if it has one. */
    static Optional<String> code(ElementType type) {
        return SIZES.entrySet().stream()
                .filter(entry -> entry.getValue() == type && type != ElementType.BF16)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The type of a description.
     *
     * @throws UnknownElementsException if its elements are not numbers of a known type
     * @throws NpyException if it is no description
     */
    static NpyType of(PythonLiteral description) throws NpyException {
        if (description instanceof Text text) {
            return named(text.value());
        }
        if (description instanceof Tuple tuple
                && tuple.elements().size() == 2
                && tuple.elements().get(1).equals(new Tuple(List.of()))) {
            return of(tuple.elements().get(0));
        }
        if (description instanceof Tuple) {
            throw new UnknownElementsException("its elements are arrays");
        }
        if (description instanceof Sequence || description instanceof Dictionary) {
            throw new UnknownElementsException("its elements are records of several fields");
        }
        throw new NpyException("its descr is no description of elements");
    }

    private static NpyType named(String name) throws UnknownElementsException {
        for (Map.Entry<ElementType, List<String>> names : NAMES.entrySet()) {
            if (names.getValue().contains(name)) {
                return of(names.getKey(), "=");
            }
        }
        Matcher sized = SIZED.matcher(name);
        ElementType type = sized.matches() ? sized(sized) : null;
        if (type == null) {
            throw new UnknownElementsException(
                    "its elements are '" + Excerpt.of(name) + "', which are not numbers of a known type");
        }
        return of(type, sized.group("order"));
    }

    private static NpyType of(ElementType type, String order) {
        if (type.bits() == Byte.SIZE) {
            return new NpyType(type, ByteOrder.LITTLE_ENDIAN);
        }
        return new NpyType(
                type,
                switch (order) {
                    case "<" -> ByteOrder.LITTLE_ENDIAN;
                    case ">" -> ByteOrder.BIG_ENDIAN;
                    default -> ByteOrder.nativeOrder();
                });
    }

    private static @Nullable ElementType sized(Matcher sized) {
        String size = sized.group("size");
        return size == null
                ? LETTERS.get(sized.group("kind"))
                : SIZES.get(sized.group("kind") + Integer.parseInt(size.strip()));
    }
}
