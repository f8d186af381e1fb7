package org.initweights.cli.input;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes as people write it: {@code 5GB} has powers of 1,000, {@code 64MiB} those of 1,024. */
public record ByteSize(long bytes) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([KMGT]?)(I?)B?");
    private static final String PREFIXES = " KMGT";

    /**
     * The size that is written.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ByteSize parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!written.matches()
                || (written.group(2).isEmpty() && !written.group(3).isEmpty())) {
            throw new IllegalArgumentException("'" + text + "' is no size; write 5GB, 64MiB or a number of bytes");
        }
        int power = written.group(2).isEmpty() ? 0 : PREFIXES.indexOf(written.group(2));
        BigDecimal unit =
                BigDecimal.valueOf(written.group(3).isEmpty() ? 1000 : 1024).pow(power);
        BigDecimal bytes = new BigDecimal(written.group(1)).multiply(unit);
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("'" + text + "' is more than a file can have");
        }
        return new ByteSize(bytes.longValue());
    }

    /** Reads sizes among the arguments of commands. */
    public static final class Converter implements ITypeConverter<ByteSize> {

        @Override
        public ByteSize convert(String text) {
            try {
                return parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
