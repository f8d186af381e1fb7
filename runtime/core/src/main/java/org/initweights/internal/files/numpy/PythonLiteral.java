package org.initweights.internal.files.numpy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** A value as it is written in Python, as far as a {@code .npy} header can have it. */
sealed interface PythonLiteral {

    /** A string. */
    record Text(String value) implements PythonLiteral {}

    /** An integer. */
    record Whole(BigInteger value) implements PythonLiteral {}

    /** {@code True} or {@code False}. */
    record Truth(boolean value) implements PythonLiteral {}

    /** {@code (1, 2)}. */
    record Tuple(List<PythonLiteral> elements) implements PythonLiteral {}

    /** {@code [1, 2]}. */
    record Sequence(List<PythonLiteral> elements) implements PythonLiteral {}

    /** {@code {'a': 1}}; of two values of one key the last counts. */
    record Dictionary(Map<String, PythonLiteral> members) implements PythonLiteral {}

    /** {@code None}. */
    record Nothing() implements PythonLiteral {}
}
