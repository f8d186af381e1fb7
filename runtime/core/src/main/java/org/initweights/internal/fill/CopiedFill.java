package org.initweights.internal.fill;

import java.nio.file.Path;
import org.initweights.Fill;
import org.initweights.TensorShape;
import org.initweights.internal.message.Notation;

/**
 * A stored tensor, {@code times} times one behind the other, plus normal noise.
 *
 * @param noiseStd the standard deviation of the noise; 0 for none
 */
public record CopiedFill(Path file, String tensor, TensorShape source, long times, double noiseStd)
        implements Fill, FromWeights {

    public CopiedFill {
        file = StoredFile.absolute(file);
        Argument.size("copy", "times", times, 1);
        checkNoise(noiseStd);
        Argument.product(source.elements(), times);
    }

    /** Refuses what is no standard deviation. */
    public static void checkNoise(double noiseStd) {
        NormalFill.check("experts", 0, noiseStd);
    }

    @Override
    public double mean() {
        return UNKNOWN;
    }

    @Override
    public double std() {
        return UNKNOWN;
    }

    @Override
    public boolean fits(long elements) {
        return elements == Argument.product(source.elements(), times);
    }

    @Override
    public String call() {
        return times == 1 && noiseStd == 0 ? "copy(\"" + tensor + "\")" : "experts(\"" + tensor + "\")";
    }

    @Override
    public String toString() {
        return "copied from " + place() + (times == 1 ? "" : ", " + times + " times")
                + (noiseStd == 0 ? "" : ", plus " + Notation.normal(0, noiseStd));
    }
}
