package org.initweights.internal.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.initweights.Fill;
import org.initweights.Initializers;
import org.initweights.TensorShape;
import org.junit.jupiter.api.Test;

/** Moments whose digits get lost if they are computed as a schoolbook does. */
class KnownMomentsTest {

    private static Fill of(double... values) {
        return Initializers.values(values).resolve(TensorShape.of(values.length));
    }

    @Test
    void smallDeviationsFromALargeMeanAreKnown() {
        assertThat(of(1e8, 1e8 + 1, 1e8 + 1).std()).isCloseTo(Math.sqrt(2.0 / 9), within(1e-8));
    }

    @Test
    void smallNumbersBesideLargeOnesCount() {
        assertThat(of(1e17, 1, 1, 1, -1e17, 1).mean()).isEqualTo(4 / 6.0);
        assertThat(of(1, 1e17, 1, 1, -1e17, 1).mean()).isEqualTo(4 / 6.0);
    }

    @Test
    void theMeanOfEqualNumbersIsThatNumber() {
        Fill tenths = of(0.1, 0.1, 0.1);
        assertThat(tenths.mean()).isEqualTo(0.1);
        assertThat(tenths.std()).isZero();
    }
}
