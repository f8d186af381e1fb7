package org.initweights.internal.values;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.dirac;
import static org.initweights.Initializers.eye;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.ones;
import static org.initweights.Initializers.table;
import static org.initweights.Initializers.values;

import java.util.List;
import org.initweights.DType;
import org.initweights.InitializationException;
import org.initweights.Initializer;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

class IntegerValuesTest {

    private static final TensorShape VECTOR = TensorShape.of(3);

    private static void accepts(Initializer initializer, TensorShape shape, DType dtype) {
        assertThatCode(() -> IntegerValues.check(initializer.resolve(shape), dtype))
                .doesNotThrowAnyException();
    }

    private static void refuses(Initializer initializer, TensorShape shape, DType dtype, String words) {
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(() -> IntegerValues.check(initializer.resolve(shape), dtype))
                .withMessageContaining(words)
                .withMessageContaining("[IntegerValues]");
    }

    @Test
    void constantsAreIntegersOfTheType() {
        accepts(constant(-7), VECTOR, DType.I32);
        accepts(constant(0x1p40), VECTOR, DType.I64);
        accepts(constant(0.5), VECTOR, DType.F32);
        refuses(constant(0x1p40), VECTOR, DType.I32, "which is no int; round it");
        refuses(constant(0.5), VECTOR, DType.I64, "is 0.5, which is no long");
    }

    @Test
    void onlyKnownElementsAreIntegers() {
        accepts(eye(), TensorShape.of(3, 3), DType.I32);
        accepts(dirac(), TensorShape.of(3, 3, 3), DType.I64);
        accepts(normal(), VECTOR, DType.F64);
        refuses(normal(), VECTOR, DType.I32, "gives floats, and this is a parameter of integers; use @Table");
        refuses(ones().withRows(0, 1, normal()), VECTOR, DType.I32, "gives floats");
    }

    @Test
    void eachGivenNumberIsLookedAt() {
        accepts(values(1, 2.0, -3), VECTOR, DType.I32);
        refuses(values(1, 2, 2.5), VECTOR, DType.I32, "have 2.5 at 2, which is no int");
    }

    /** Odd numbers beyond 2⁵³ lie between two doubles. */
    @Test
    void numbersInTheTextAreNotRounded() {
        accepts(table("9007199254740992"), VECTOR, DType.I64);
        accepts(table("i0 - 9_007_199_254_740_994"), VECTOR, DType.I64);
        for (String text : List.of("9007199254740993", "i0 == 1 ? 9_007_199_254_740_993 : 0", "-9007199254740993")) {
            assertThatExceptionOfType(InitializationException.class)
                    .isThrownBy(() -> table(text).resolve(VECTOR))
                    .withMessageEndingWith(
                            "is refused: \"9007199254740993\" is computed with as a double, which does not hold it; write"
                                    + " 9007199254740992, which is the nearest that it holds [TableValue]");
        }
        assertThatExceptionOfType(InitializationException.class)
                .isThrownBy(
                        () -> normal().transformed("x + 9223372036854775807").resolve(VECTOR))
                .withMessageContaining("write 9223372036854775808, which");
    }

    @Test
    void theFirstElementsOfTablesAreLookedAt() {
        accepts(table("i0 * 2"), VECTOR, DType.I32);
        refuses(table("i0 / 2"), VECTOR, DType.I32, "is 0.5 at [1] of [3], which is no int");
        refuses(table("i0 == 4095 ? 0.5 : 0"), TensorShape.of(5000), DType.I64, "is 0.5 at [4095] of [5000]");
        accepts(table("i0 == 4096 ? 0.5 : 0"), TensorShape.of(5000), DType.I64);
        assertThatCode(() -> IntegerValues.checkKind(table("i0 / 2").resolve(VECTOR), DType.I32))
                .doesNotThrowAnyException();
    }
}
