package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.zeros;
import static org.initweights.processor.given.Reported.error;

import java.util.List;
import org.initweights.DType;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.initweights.processor.model.StorageSpec;
import org.junit.jupiter.api.Test;

/** One array has two elements less than an {@code int} counts, a buffer as many bytes; nested arrays have no such bound. */
class ArrayHoldsElementsTest {

    private static final StorageSpec ARRAY = new StorageSpec.Flat(DType.F32);

    @Test
    void acceptsTheLargestArray() {
        assertThat(findings(ARRAY, 2_147_483_645)).isEmpty();
        assertThat(findings(ARRAY, 2_147_483_646)).hasSize(1);
        assertThat(findings(ARRAY, "rows", 1_000_000)).isEmpty();
    }

    @Test
    void refusesOneMoreAtTheShape() {
        assertThat(findings(ARRAY, 32768, 65536))
                .containsExactly(error(
                        "w.shape",
                        "w: [32768, 65536] has 2147483648 elements, but one array or buffer holds at most 2147483645; use"
                                + " nested arrays, or split the parameter [TooManyElements]"));
    }

    @Test
    void countsTheBytesOfABuffer() {
        StorageSpec buffer = new StorageSpec.Buffer(DType.F64);
        assertThat(findings(buffer, 268_435_455)).isEmpty();
        assertThat(findings(buffer, 268_435_456))
                .singleElement()
                .satisfies(refused ->
                        assertThat(refused.message()).contains("has 268435456 elements", "holds at most 268435455;"));
    }

    @Test
    void acceptsWhatIsSplit() {
        assertThat(findings(new StorageSpec.Nested(2, DType.F32), 32768, 65536)).isEmpty();
    }

    private static List<Reported> findings(StorageSpec storage, Object... sizes) {
        GivenModel net = new GivenModel("Net");
        net.parameter("w").shape(sizes).storage(storage).init("@Zeros", zeros());
        return net.findings(new ArrayHoldsElements());
    }
}
