package bad;

import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;

class Dimensions {
    final int hidden = Integer.parseInt("3");
    final double rate = 0.5;
    // error at `hiden, 3") @Ones float[] unkno`: unknown: dimension "hiden" is neither a field, a method nor a constant of bad.Dimensions; did you mean "hidden"? [UnknownDimension]
    @Shape(dims = "hiden, 3") @Ones float[] unknown;
    // error at `rate") @Ones float[] real;`: real: dimension "rate" is a double; a size must be an int or a long [DimensionType]
    @Shape(dims = "rate") @Ones float[] real;
    // error at `") @Ones float[] cut;`: cut: dims = "hidden +" should have a number or a name at position 9, not the end [DimensionSyntax]
    @Shape(dims = "hidden +") @Ones float[] cut;
    // error at `"3 / (2 - 2)") @Ones float[] z`: zero: "3 / (2 - 2)" in dims divides by zero [DivisionByZero]
    @Shape(dims = "3 / (2 - 2)") @Ones float[] zero;
    // error at `") @Ones float[] comma;`: comma: dims = "hidden, " should have a number or a name at position 9, not the end [DimensionSyntax]
    @Shape(dims = "hidden, ") @Ones float[] comma;
    // error at `? 1 : 2") @Ones float[] ternar`: ternary: dims = "hidden ? 1 : 2" should have an operator or a comma at position 8, not '?' [DimensionSyntax]
    @Shape(dims = "hidden ? 1 : 2") @Ones float[] ternary;
    // error at `hidden.size") @Ones float[] me`: member: dimension "hidden.size" takes a member of hidden, which is of type int [DimensionType]
    @Shape(dims = "hidden.size") @Ones float[] member;
    // error at `"3 - 5, hidden") @Ones float[]`: negative: shape [-2, 1] has a negative dimension, -2 [NegativeDimension]
    @Shape(dims = "3 - 5, hidden") @Ones float[] negative;
    // error at `"") @Ones float[] empty;`: empty: dims is empty; a scalar is @Shape({}) [DimensionSyntax]
    @Shape(dims = "") @Ones float[] empty;
    final int[] kernel = {3, 3};
    // error at `kernel.length, 3") @Ones float`: array: dimension "kernel.length": kernel is an array, and arrays have no sizes to name; return the number from a method, and name that [DimensionType]
    @Shape(dims = "kernel.length, 3") @Ones float[] array;
}
