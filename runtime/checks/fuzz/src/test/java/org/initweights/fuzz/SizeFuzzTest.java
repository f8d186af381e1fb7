package org.initweights.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.initweights.internal.expression.Sizes;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.DimensionReader;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Scope;

/**
 * Sizes: in a plan and in an annotation they have the value that integers without bounds have, where that fits a {@code long}, and are
 * refused where it does not; an annotation's text is the same again when it is read back.
 */
class SizeFuzzTest {

    private static final Map<String, Long> NAMES =
            Map.of("in", 6L, "out", 4L, "model.hidden", 7L, "zero", 0L, "size()", 12L, "most", Long.MAX_VALUE);

    private static final String[] ATOMS = {
        "0",
        "1",
        "2",
        "3",
        "7",
        "in",
        "out",
        "zero",
        "most",
        "model.hidden",
        "size()",
        "4294967296",
        "9223372036854775807"
    };

    private static final String[] PATTERNS = {
        "# + #", "# - #", "# * #", "# / #", "-#", "(#)", "(# - #)", "(# / #)", "floor(# / #)", "floor((#) / (#))"
    };

    private static final int FEW = 50;

    private static final Scope SCOPE = path -> {
        Long value = NAMES.get(String.join(".", path));
        if (value == null) {
            throw new ExpressionException("UnknownDimension", "there is no " + path);
        }
        return new Scope.Known(value);
    };

    @FuzzTest
    @DictionaryEntries({
        "floor(",
        "model.hidden",
        "size()",
        "most",
        "zero",
        "in",
        "out",
        "9223372036854775807",
        "-",
        " / ",
        "1_000"
    })
    void size(byte[] input) {
        Trial.of(this, "size", input, () -> {
            compare(new String(input, StandardCharsets.UTF_8));
            compare(Phrase.of(input, ATOMS, PATTERNS));
        });
    }

    private static void compare(String text) {
        Optional<Long> planned = planned(text);
        Optional<Long> declared = declared(text);
        if (nesting(text) <= FEW) {
            assertThat(planned).as(text).isEqualTo(exact(text).map(BigInteger::longValueExact));
            assertThat(declared).as(text).isEqualTo(planned);
        }
    }

    private static Optional<Long> planned(String text) {
        try {
            return Optional.of(new Sizes(NAMES, "").value(text));
        } catch (IllegalArgumentException e) {
            assertThat(e)
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .message()
                    .hasSizeLessThan(1000);
            return Optional.empty();
        }
    }

    private static Optional<Long> declared(String text) {
        try {
            List<Dimension> read = DimensionReader.exact(SCOPE).read(text);
            for (Dimension dimension : read) {
                // Plans have this text.
                assertThat(planned(dimension.text())).hasValue(dimension.size().orElseThrow());
                if (nesting(dimension.text()) <= FEW) {
                    assertThat(DimensionReader.exact(SCOPE).read(dimension.text()))
                            .isEqualTo(List.of(dimension));
                }
            }
            OptionalLong size = read.get(0).size();
            return read.size() == 1 ? Optional.of(size.orElseThrow()) : Optional.empty();
        } catch (ExpressionException e) {
            assertThat(e.offset()).isLessThanOrEqualTo(text.length());
            return Optional.empty();
        }
    }

    /** How much there may be of what has limits; fewer cannot exceed them. */
    private static long nesting(String text) {
        return text.chars().filter(c -> "(-+*/".indexOf(c) >= 0).count();
    }

    private static Optional<BigInteger> exact(String text) {
        try {
            return Optional.of(new Whole().value(text).number());
        } catch (Arithmetic.Refused e) {
            return Optional.empty();
        }
    }

    /** A fraction, of which it is not known yet whether it may be rounded; other numbers are divided by one. */
    private record Fraction(BigInteger over, BigInteger under, boolean isQuotient) {

        BigInteger number() throws Arithmetic.Refused {
            BigInteger[] parts = over.divideAndRemainder(under);
            Arithmetic.check(parts[1].signum() == 0 && parts[0].bitLength() < Long.SIZE);
            return parts[0];
        }
    }

    private static final class Whole extends Arithmetic<Fraction> {

        private static Fraction of(BigInteger value) throws Refused {
            check(value.bitLength() < Long.SIZE);
            return new Fraction(value, BigInteger.ONE, false);
        }

        @Override
        Fraction number(String written) throws Refused {
            String digits = written.replace("_", "");
            check(digits.chars().allMatch(Character::isDigit));
            return of(new BigInteger(digits));
        }

        @Override
        Fraction named(String path) throws Refused {
            check(NAMES.containsKey(path));
            return of(BigInteger.valueOf(NAMES.get(path)));
        }

        @Override
        Fraction negated(Fraction operand) throws Refused {
            return of(operand.number().negate());
        }

        @Override
        Fraction operated(char symbol, Fraction left, Fraction right) throws Refused {
            BigInteger a = left.number();
            BigInteger b = right.number();
            if (symbol == '/') {
                check(b.signum() != 0);
                return new Fraction(a, b, true);
            }
            return of(symbol == '+' ? a.add(b) : symbol == '-' ? a.subtract(b) : a.multiply(b));
        }

        @Override
        Fraction called(String function, List<Fraction> arguments) throws Refused {
            check(function.equals("floor") && arguments.size() == 1 && arguments.get(0).isQuotient);
            Fraction quotient = arguments.get(0);
            BigInteger[] parts = quotient.over.divideAndRemainder(quotient.under);
            boolean isBelow = parts[1].signum() != 0 && quotient.over.signum() != quotient.under.signum();
            return of(isBelow ? parts[0].subtract(BigInteger.ONE) : parts[0]);
        }
    }
}
