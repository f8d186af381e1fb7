package warned;

import org.initweights.Nonlinearity;
import org.initweights.annotation.Activation;
import org.initweights.annotation.KaimingNormal;
import org.initweights.annotation.Normal;
import org.initweights.annotation.Sequence;
import org.initweights.annotation.Shape;
import org.initweights.annotation.SignalPath;

@SuppressWarnings("deprecation") // One is under the old name.
class Signals {
    // warning at `@SignalPath`: fc1 → fc2 → fc3: the variance of the activations is multiplied by 2.097e-6 (forward), so they vanish; scale each layer by its fan and the gain of its activation, as @KaimingNormal and @XavierNormal do [Signal]
    // warning at `@SignalPath`: fc1 → fc2 → fc3: the variance of the gradients is multiplied by 2.097e-6 (backward), so they vanish; scale each layer by its fan and the gain of its activation, as @KaimingNormal and @XavierNormal do [Signal]
    @SignalPath
    @Activation(Nonlinearity.RELU)
    static class Vanishing {
        @Shape({64, 64}) @Normal(std = 0.02) float[] fc1;
        @Shape({64, 64}) @Normal(std = 0.02) float[] fc2;
        @Shape({64, 64}) @Normal(std = 0.02) float[] fc3;
    }

    // warning at `@SignalPath({"fc2", "fc1"})`: fc2 → fc1: the variance of the activations is multiplied by 1742 (forward), so they explode; scale each layer by its fan and the gain of its activation, as @KaimingNormal and @XavierNormal do [Signal]
    // warning at `@SignalPath({"fc2", "fc1"})`: fc2 → fc1: the variance of the gradients is multiplied by 1867 (backward), so they explode; scale each layer by its fan and the gain of its activation, as @KaimingNormal and @XavierNormal do [Signal]
    @SignalPath({"fc2", "fc1"})
    static class Exploding {
        @Shape({64, 64}) @Normal @Activation(Nonlinearity.GELU) float[] fc1;
        @Shape({64, 64}) @Normal float[] fc2;
    }

    @SignalPath
    @Activation(Nonlinearity.RELU)
    static class Kept {
        @Shape({64, 64}) @KaimingNormal float[] fc1;
        @Shape({64, 64}) @KaimingNormal float[] fc2;
    }

    @SignalPath(min = 1e-9)
    @Activation(Nonlinearity.RELU)
    static class Accepted {
        @Shape({64, 64}) @Normal(std = 0.02) float[] fc1;
        @Shape({64, 64}) @Normal(std = 0.02) float[] fc2;
        @Shape({64, 64}) @Normal(std = 0.02) float[] fc3;
    }

    // warning at `@Sequence({"fc2", "fc1"})`: fc2 → fc1: the variance of the activations is multiplied by 1742 (forward), so they explode; scale each layer by its fan and the gain of its activation, as @KaimingNormal and @XavierNormal do [Signal]
    // warning at `@Sequence({"fc2", "fc1"})`: fc2 → fc1: the variance of the gradients is multiplied by 1867 (backward), so they explode; scale each layer by its fan and the gain of its activation, as @KaimingNormal and @XavierNormal do [Signal]
    @Sequence({"fc2", "fc1"})
    static class UnderTheOldName {
        @Shape({64, 64}) @Normal @Activation(Nonlinearity.GELU) float[] fc1;
        @Shape({64, 64}) @Normal float[] fc2;
    }
}
