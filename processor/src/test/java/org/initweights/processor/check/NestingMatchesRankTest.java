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

/** Arrays of arrays have a level for each dimension; flat arrays take any rank. */
class NestingMatchesRankTest {

    @Test
    void acceptsALevelForEachDimension() {
        assertThat(findings(new StorageSpec.Nested(2, DType.F32), 3, "rows")).isEmpty();
        assertThat(findings(new StorageSpec.Flat(DType.F32), 3, 4, 5)).isEmpty();
    }

    @Test
    void refusesMoreDimensionsThanLevels() {
        assertThat(findings(new StorageSpec.Nested(2, DType.F32), 3, 4, 5))
                .containsExactly(error(
                        "w.shape", "w: [3, 4, 5] has 3 dimensions, but the field has 2 levels of arrays [NestedRank]"));
    }

    @Test
    void refusesFewerDimensionsThanLevels() {
        assertThat(findings(new StorageSpec.Nested(2, DType.F64), 3))
                .containsExactly(
                        error("w.shape", "w: [3] has 1 dimension, but the field has 2 levels of arrays [NestedRank]"));
    }

    private static List<Reported> findings(StorageSpec storage, Object... sizes) {
        GivenModel net = new GivenModel("Net");
        net.parameter("w").shape(sizes).storage(storage).init("@Zeros", zeros());
        return net.findings(new NestingMatchesRank());
    }
}
