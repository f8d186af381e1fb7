package bad;

import org.initweights.HalfFormat;
import org.initweights.annotation.*;

class BeyondTypes {
    // error at `@Normal(std = 3e4) @HalfFloat(`: half: values of size 270000 are infinite in a type whose largest number is 65504; use a wider type, or smaller values [Overflow]
    @Shape({64, 64}) @Normal(std = 3e4) @HalfFloat(HalfFormat.FP16) short[] half;
    // error at `@Normal(std = 2e38) float[] si`: single: values of size 1.8e39 are infinite in a type whose largest number is 3.403e38; use a wider type, or smaller values [Overflow]
    @Shape({64, 64}) @Normal(std = 2e38) float[] single;
    // error at `@KaimingNormal(a = 1e200) floa`: zero: @KaimingNormal(a = 1.0E200) has a standard deviation that is too small for a double, so that all elements would be 0; take an argument nearer to 1, or zeros if they are meant [ZeroScale]
    @Shape({4, 4}) @KaimingNormal(a = 1e200) float[] zero;
    // error at `9007199254740993") long[] odd;`: odd: "9007199254740993" is computed with as a double, which does not hold it; write 9007199254740992, which is the nearest that it holds [TableValue]
    @Shape(2) @Table("9007199254740993") long[] odd;
    // error at `{2147483646}) @Zeros float[] b`: big: [2147483646] has 2147483646 elements, but one array or buffer holds at most 2147483645; use nested arrays, or split the parameter [TooManyElements]
    @Shape({2147483646}) @Zeros float[] big;
}
