package org.initweights.torch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Fans, gains, bounds and standard deviations are PyTorch's, for every shape of the goldens. PyTorch's generator is replayed: with
 * a bound that were one ulp off, its uniform numbers would not come out to the bit; its normal numbers give the standard
 * deviation to six digits; constants, identities and Dirac kernels match as whole tensors.
 */
class TorchParityTest {

    private final Map<String, Integer> checked = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"avx2", "default"})
    void resolvesToPyTorchsNumbers(String build) {
        for (JsonNode test : Golden.cases(build)) {
            new Replay(test, build.equals("avx2"), checked).checkAll();
        }
        System.out.println("PyTorch 2.13, " + build + " build: tensors that match: " + checked);
        assertThat(checked.get("uniform")).isGreaterThanOrEqualTo(198);
        assertThat(checked.get("normal")).isGreaterThanOrEqualTo(136);
        assertThat(checked.get("constant")).isGreaterThanOrEqualTo(13);
        assertThat(checked)
                .containsKeys(
                        "attention", "transformer", "padded", "eye", "dirac", "sparse", "orthogonal", "truncated");
    }
}
