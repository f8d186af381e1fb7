package bad;

import org.initweights.SingularSide;
import org.initweights.annotation.Copy;
import org.initweights.annotation.InitWeights;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Table;
import org.initweights.recipe.SpectralVector;
import org.initweights.recipe.WeightNormGain;

class DerivedMistakes {
    static class Names {
        @Shape({4, 3})
        @Normal
        float[] weight;

        @Shape(4)
        // error at `"wieght")`: typo: @WeightNormGain(of = "wieght") names wieght, but there is no such parameter; did you mean weight? [UnknownParameter]
        @WeightNormGain(of = "wieght")
        float[] typo;

        @Shape(4)
        // error at `"")`: none: @WeightNormGain(of = "") names no parameter; give the name of the one that has the norms [EmptyName]
        @WeightNormGain(of = "")
        float[] none;

        @Shape(4)
        // error at `"itself")`: itself: @WeightNormGain(of = "itself") is computed of itself, since itself → itself is a circle, so none of them has values to begin with; give one of them another initializer [DerivedCycle]
        @WeightNormGain(of = "itself")
        float[] itself;

        @Shape(4)
        // error at `"second")`: first: @WeightNormGain(of = "second") is computed of itself, since first → second → first is a circle, so none of them has values to begin with; give one of them another initializer [DerivedCycle]
        @WeightNormGain(of = "second")
        float[] first;

        @Shape(4)
        // error at `"first")`: second: @WeightNormGain(of = "first") is computed of itself, since second → first → second is a circle, so none of them has values to begin with; give one of them another initializer [DerivedCycle]
        @WeightNormGain(of = "first")
        float[] second;
    }

    static class Shapes {
        final int in = 3;

        @Shape({4, 3})
        @Normal
        float[] weight;

        @Shape(dims = "4, in")
        @Normal
        float[] open;

        @Shape(4)
        @Table("i0")
        int[] places;

        @Shape(3)
        // error at `@WeightNormGain(of = "weight")`: rows: @WeightNormGain(of = "weight") gives the norms of weight [4, 3] over all axes but 0, but [3] is not their shape; use [4, 1] or [4] [DerivedShape]
        @WeightNormGain(of = "weight")
        float[] rows;

        @Shape(4)
        // error at `2)`: deep: @WeightNormGain(of = "open", axis = 2) needs axis 2 of open, but that is [4, in]; count axes from 0, or write -1 for one norm of the whole [DerivedAxis]
        @WeightNormGain(of = "open", axis = 2)
        float[] deep;

        @Shape(4)
        // error at `-2)`: below: @WeightNormGain(of = "weight", axis = -2) is refused: axis must be -1 or more [TooSmall]
        @WeightNormGain(of = "weight", axis = -2)
        float[] below;

        @Shape(4)
        // error at `"places")`: integers: @WeightNormGain(of = "places") is computed of floats, but places holds integers, I32; name a parameter of floats [DerivedType]
        @WeightNormGain(of = "places")
        float[] integers;

        @Shape(4)
        // error at `@WeightNormGain(of = "weight")`: toIntegers: @WeightNormGain(of = "weight") gives floats, and this is a parameter of integers; use @Table, @Zeros, @Ones or @Constant, or keep it in floats [IntegerValues]
        @WeightNormGain(of = "weight")
        int[] toIntegers;
    }

    static class Vectors {
        @Shape({4, 3})
        @Normal
        float[] weight;

        @Shape(4)
        // error at `@SpectralVector(of = "weight",`: left: @SpectralVector(of = "weight", side = RIGHT) gives a vector with one element for each element beside axis 0 of weight [4, 3], but [4] is not its shape; use [3] [DerivedShape]
        @SpectralVector(of = "weight", side = SingularSide.RIGHT)
        float[] left;

        @Shape(4)
        // error at `"left", side = SingularSide.LE`: ofVector: @SpectralVector(of = "left", side = LEFT) needs a matrix or more, but left is [4]; the spectral norm of a vector is its length, and has no such buffers [DerivedShape]
        @SpectralVector(of = "left", side = SingularSide.LEFT)
        float[] ofVector;

        @Shape(4)
        // error at `0)`: never: @SpectralVector(of = "weight", side = LEFT, iterations = 0) is refused: iterations must be 1 or more [TooSmall]
        @SpectralVector(of = "weight", side = SingularSide.LEFT, iterations = 0)
        float[] never;
    }

    @InitWeights
    @Copy(param = "v", from = "g")
    static class Copied {
        @Shape(4)
        @Normal
        float[] v;

        @Shape(4)
        // error at `"v")`: g: @WeightNormGain(of = "v") is computed of itself, since g → v → g is a circle, so none of them has values to begin with; give one of them another initializer [DerivedCycle]
        @WeightNormGain(of = "v")
        float[] g;
    }
}
