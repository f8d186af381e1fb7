package org.initweights.internal.draw.torch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.initweights.TorchBuild;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every case of the goldens comes out as PyTorch drew it, and leaves the generator where PyTorch's stood. */
class TorchParityTest {

    @ParameterizedTest
    @CsvSource({"avx2, AVX2", "default, SCALAR"})
    void drawsPyTorchsNumbers(String golden, TorchBuild build) {
        Map<String, Integer> matched = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        List<JsonNode> cases = Golden.cases(golden);
        for (JsonNode test : cases) {
            try {
                new GoldenReplay(test, build).check(matched);
            } catch (AssertionError e) {
                failures.add(test.get("id").asText() + ": " + e.getMessage());
            }
        }
        System.out.println("PyTorch 2.13, " + build + ": " + (cases.size() - failures.size()) + " of " + cases.size()
                + " cases match; tensors by how exactly they must: " + matched);
        assertThat(failures).isEmpty();
    }
}
