package org.initweights.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the stages say of Java's types and annotations, as Kotlin writes them. */
class KotlinWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no shape; add @Shape({64, 3}), or @Shape(dims = \"out, in\") | no shape; add @Shape(64, 3), or @Shape(dims = \"out, in\")",
                "a scalar is @Shape({}) float[] | a scalar is @Shape FloatArray",
                "@InitRule(type = Norm.class, use = Ones.class) matches | @InitRule(type = Norm::class, use = Ones::class) matches",
                "@Shape(value = {4, 3}, inAxes = {0}) | @Shape(value = [4, 3], inAxes = [0])",
                "@SignalPath({\"fc1\", \"fc2\"}) | @SignalPath(\"fc1\", \"fc2\")",
                "in a java.util.List<java.lang.Float>; use float[], double[] | in a List<Float>; use FloatArray, DoubleArray",
                "in a java.lang.Float[] | in an Array<Float>",
                "in a java.util.List<float[]>[] | in an Array<List<FloatArray>>",
                "a float[][], short[] or ShortBuffer | an Array<FloatArray>, ShortArray or ShortBuffer",
                "is a int; a size must be an int or a long | is an Int; a size must be an Int or a Long",
                "\"n\" is a java.lang.Integer; a condition must be a boolean | \"n\" is an Int; a condition must be a Boolean",
                "w: hides A.w, so two parameters would have one name; rename one of them | w: overrides A.w, so two parameters would have one name; remove the override, or rename it",
                "a matrix that is very long, or takes a short time | a matrix that is very long, or takes a short time",
                "param = \"int[] of a long.class\" matches | param = \"int[] of a long.class\" matches",
                "f: Function0<Norm> can hold Norm | f: () -> Norm can hold Norm",
                "demo.Width is a demo.Other | demo.Width is a demo.Other",
            })
    void speaksKotlin(String java, String kotlin) {
        assertThat(KotlinWords.of(java)).isEqualTo(kotlin);
    }
}
