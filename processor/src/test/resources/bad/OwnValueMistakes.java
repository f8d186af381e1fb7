package bad;

import org.initweights.annotation.*;

class OwnValueMistakes {
    double theta = 2;
    int i1 = 3;
    double x = 1;
    String text = "";
    // error at `") float[] syntax;`: syntax: "sin(i0" should have a closing parenthesis at position 7, not the end [TableSyntax]
    @Shape({2, 3}) @Table("sin(i0") float[] syntax;
    // error at `teta * i0") float[] name;`: name: "teta" is neither a member of the annotation, nor of the shape, nor a number of the model; did you mean "theta"? [UnknownName]
    @Shape({2, 3}) @Table("1 + teta * i0") float[] name;
    // error at `sinh(i0)") float[] function;`: function: there is no function "sinh"; did you mean "sin"? [UnknownFunction]
    @Shape({2, 3}) @Table("2 * sinh(i0)") float[] function;
    // error at `i2") float[] axis;`: axis: i2 and n2 are of axis 2, but the shape has the axes 0 to 1 [TableIndex]
    @Shape({2, 3}) @Table("i0 + i2") float[] axis;
    // error at `n3") float[] symbolic;`: symbolic: i3 and n3 are of axis 3, but the shape has axis 0 only [TableIndex]
    @Shape(dims = "size()") @Table("i0 + n3") float[] symbolic;
    // error at `/ (2 * 0)") float[] zero;`: zero: "i0 / (2 * 0)" divides by zero [DivisionByZero]
    @Shape({2, 3}) @Table("i0 / (2 * 0)") float[] zero;
    // error at `"log(i0)") float[] infinite;`: infinite: @Table("log(i0)") is -Infinity at [0, 0] of [2, 3]; choose another value there, as in i0 == 0 ? 0 : … [TableValue]
    @Shape({2, 3}) @Table("log(i0)") float[] infinite;
    // error at `i1") float[] two;`: two: "i1" is a name of the table itself, and a member of bad.OwnValueMistakes; write model.i1 for a number of the model, and rename the member for the other [AmbiguousName]
    @Shape({2, 3}) @Table("2 * i1") float[] two;
    // error at `i0 < 3") float[] condition;`: condition: a comparison is true or false, and a number is needed here; write (a < b ? 1 : 0) [TableSyntax]
    @Shape({2, 3}) @Table("i0 < 3") float[] condition;
    // error at `text") float[] words;`: words: "text" is a java.lang.String; a formula needs numbers [FormulaType]
    @Shape({2, 3}) @Table("text") float[] words;
    // error at `x)") float[] drawn;`: drawn: "x" is a name of the transform itself, and a member of bad.OwnValueMistakes; write model.x for a number of the model, and rename the member for the other [AmbiguousName]
    @Shape(4) @Uniform @Transform("exp(x)") float[] drawn;
    // error at `"2") float[] formula;`: formula: @Table("1") has no value that a formula could compute [FormulaMember]
    @Shape(4) @Table("1") @Formula(value = "2") float[] formula;
    // error at `@Transform("exp(theta)") float`: alone: @Transform("exp(theta)") has nothing to transform; put the initializer that draws x beside it [TransformAlone]
    @Shape(4) @Transform("exp(theta)") float[] alone;

    int size() {
        return 3;
    }
}
