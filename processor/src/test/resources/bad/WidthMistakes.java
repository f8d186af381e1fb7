package bad;

import org.initweights.annotation.InitWeights;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Ones;
import org.initweights.annotation.Shape;
import org.initweights.annotation.Tie;
import org.initweights.recipe.MupEmbedding;
import org.initweights.recipe.MupHidden;
import org.initweights.recipe.MupOutput;
import org.initweights.recipe.MupVector;

class WidthMistakes {
    static class Words {
        @Shape({10, 4}) @MupEmbedding(base = 2) float[] weight;
    }

    static class Out {
        @Shape({10, 4}) @MupOutput(base = 2) float[] weight;
    }

    static class Plain {
        @Shape({10, 4}) @Normal float[] weight;
    }

    @InitWeights
    // error at `@Tie(param = "out.weight", to`: out.weight: it is tied to words.weight, whose output nothing multiplies, so that @MupOutput(base = 2) of out.weight is lost; use @MupSharedReadout for an embedding that is also the readout [MupTie]
    @Tie(param = "out.weight", to = "words.weight")
    static class Lost {
        final Words words = new Words();
        final Out out = new Out();
    }

    @InitWeights
    // error at `@Tie(param = "words.weight", t`: words.weight: it is tied to plain.weight, which has no role of µP, so that @MupEmbedding(base = 2) of words.weight is lost; use @MupSharedReadout for an embedding that is also the readout, or give plain.weight the role [MupTie]
    @Tie(param = "words.weight", to = "plain.weight")
    static class NoRole {
        final Plain plain = new Plain();
        final Words words = new Words();
    }

    static class Starts {
        // error at `@Normal(std = 0.02) @MupHidden`: stays: @Normal(std = 0.02) @MupHidden(base = 4) stands beside @MupHidden, for which the std must fall with the root of the inputs, but it is 0.02 for [8, 8] and 0.02 for [16, 16]; use @MupHidden alone, or an initializer that divides by the root of fan_in [MupStart]
        @Shape({8, 8}) @Normal(std = 0.02) @MupHidden(base = 4) float[] stays;
        // error at `@KaimingNormal @MupEmbedding(b`: falls: @KaimingNormal @MupEmbedding(base = 4) stands beside @MupEmbedding, for which the std must be the same at every width, but it is 0.5 for [10, 8] and 0.3536 for [10, 16]; use @MupEmbedding alone, or an initializer whose std is a number [MupStart]
        @Shape({10, 8}) @KaimingNormal @MupEmbedding(base = 4) float[] falls;
        // error at `@MupVector(value = 1, base = 4`: twice: @MupVector(value = 1, base = 4) stands beside an initializer that says how the parameter starts, so that its value is never used; leave it out [MupStart]
        @Shape(8) @Ones @MupVector(value = 1, base = 4) float[] twice;
    }
}
