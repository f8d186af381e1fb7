package org.initweights.nd4j;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initweights.RandomSource;
import org.initweights.TorchBuild;
import org.initweights.TorchVersion;

/** A random source as text in a saved configuration: what its {@code toString()} says, which is how it was made. */
final class SourceText {

    private static final Pattern SEQUENCE = Pattern.compile("RandomSource\\.sequence\\((-?\\d+)\\)");
    private static final Pattern TORCH = Pattern.compile("RandomSource\\.torch\\((-?\\d+), (\\w+), (\\w+)\\)");

    private SourceText() {}

    /**
     * The text of a source.
     *
     * @throws IllegalArgumentException if it goes by names
     */
    static String of(RandomSource source) {
        String text = source.toString();
        if (!SEQUENCE.matcher(text).matches() && !TORCH.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Nd4jWeightInit: " + text
                            + " draws by the names of tensors, which Deeplearning4j does not say, so equal layers would start alike; use"
                            + " RandomSource.sequence(seed) or RandomSource.torch(seed), or Nd4jModels.parameters(network).initialize(source)");
        }
        return text;
    }

    /**
     * The source, at its beginning.
     *
     * @throws IllegalArgumentException if the text is that of no source that numbers tensors in the order in which they are drawn
     */
    static RandomSource read(String text) {
        Matcher sequence = SEQUENCE.matcher(text);
        if (sequence.matches()) {
            return RandomSource.sequence(Long.parseLong(sequence.group(1)));
        }
        Matcher torch = TORCH.matcher(text);
        if (torch.matches()) {
            return RandomSource.torch(
                    Long.parseLong(torch.group(1)),
                    TorchBuild.valueOf(torch.group(2)),
                    TorchVersion.valueOf(torch.group(3)));
        }
        throw new IllegalArgumentException("Nd4jWeightInit: \"" + text
                + "\" is no random source; write RandomSource.sequence(42) or RandomSource.torch(42, AVX2, CURRENT)");
    }
}
