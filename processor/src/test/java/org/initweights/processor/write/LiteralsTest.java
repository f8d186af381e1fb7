package org.initweights.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.List;
import org.initweights.Initializers;
import org.initweights.Nonlinearity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A literal has as many digits as say exactly its value. */
class LiteralsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0.0",
        "1, 1",
        "-3, -3",
        "0.02, 0.02",
        "-2.5, -2.5",
        "999999999, 999999999",
        "1e9, 1.0E9",
        "-1e9, -1.0E9",
        "1e-5, 1.0E-5",
        "4.9e-324, 4.9E-324",
        "0.1, 0.1",
        "NaN, java.lang.Double.NaN",
        "Infinity, java.lang.Double.POSITIVE_INFINITY",
        "-Infinity, java.lang.Double.NEGATIVE_INFINITY",
    })
    void ofANumber(double value, String literal) {
        assertThat(Literals.of(value)).hasToString(literal);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "2147483647, 2147483647",
        "2147483648, 2147483648L",
        "-2147483648, -2147483648",
        "-2147483649, -2147483649L",
    })
    void ofAnInteger(long value, String literal) {
        assertThat(Literals.of(value)).hasToString(literal);
    }

    @Test
    void ofAConstantNamesItsEnum() {
        assertThat(Literals.of(Nonlinearity.LEAKY_RELU)).hasToString("org.initweights.Nonlinearity.LEAKY_RELU");
    }

    @Test
    void ofTextIsEscapedOnce() {
        assertThat(Literals.of("$L \"$$\" \\")).hasToString("\"$L \\\"$$\\\" \\\\\"");
    }

    @Test
    void namesMembersWithDollars() {
        assertThat(Literals.member(ClassName.get("home", "Own"), "A$B")).hasToString("home.Own.A$B");
    }

    @Test
    void callsWithArguments() {
        assertThat(Literals.call(Initializers.class, "normal", List.of(Literals.of(0), CodeBlock.of("std"))))
                .hasToString("org.initweights.Initializers.normal(0, std)");
    }
}
