package org.initweights.cli.input;

import java.util.Iterator;
import java.util.List;
import org.initweights.DType;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The types that floats can be stored as, for options.
 *
 * <p>It is immutable, and threads may share it.
 */
public final class FloatTypes implements Iterable<String> {

    private static final List<DType> ALL = List.of(DType.F64, DType.F32, DType.F16, DType.BF16);

    @Override
    public Iterator<String> iterator() {
        return ALL.stream().map(DType::name).iterator();
    }

    /** Reads one of them; it is immutable, and threads may share it. */
    public static final class Converter implements ITypeConverter<DType> {

        @Override
        public DType convert(String text) {
            return ALL.stream()
                    .filter(type -> type.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + ALL + " (case-insensitive) but was '" + text + "'"));
        }
    }
}
