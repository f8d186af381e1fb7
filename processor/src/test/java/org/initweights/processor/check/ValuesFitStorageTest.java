package org.initweights.processor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;
import static org.initweights.Initializers.normal;
import static org.initweights.Initializers.uniform;
import static org.initweights.Initializers.zeros;
import static org.initweights.processor.given.Reported.error;
import static org.initweights.processor.given.Reported.warning;

import java.util.List;
import org.initweights.AxisSlice;
import org.initweights.DType;
import org.initweights.Initializer;
import org.initweights.processor.given.GivenModel;
import org.initweights.processor.given.Reported;
import org.initweights.processor.model.StorageSpec;
import org.junit.jupiter.api.Test;

/** Half floats hold 65504 at most, and all digits of 2⁻¹⁴ at least. */
class ValuesFitStorageTest {

    private static final StorageSpec HALF = new StorageSpec.Flat(DType.F16);

    @Test
    void acceptsTheLargestNumber() {
        assertThat(findings(HALF, constant(65_504))).isEmpty();
        assertThat(findings(HALF, normal(0, 7_270))).isEmpty();
        assertThat(findings(HALF, normal(-65_000, 56))).isEmpty();
    }

    @Test
    void refusesALargerOne() {
        assertThat(findings(HALF, constant(-70_000)))
                .containsExactly(error(
                        "w.initializer",
                        "w: values of size 70000 are infinite in a type whose largest number is 65504; use a wider type, or"
                                + " smaller values [Overflow]"));
        assertThat(findings(HALF, constant(65_505))).hasSize(1);
    }

    @Test
    void countsTheFarthestNormalThatIsDrawn() {
        assertThat(findings(HALF, normal(65_000, 57)))
                .singleElement()
                .satisfies(refused -> assertThat(refused.message()).startsWith("w: values of size 65513 are infinite"));
        assertThat(findings(HALF, normal(0, 7_279))).hasSize(1);
        assertThat(findings(HALF, zeros().withSlice(AxisSlice.of(0, 0, 1), normal(0, 3e4))))
                .hasSize(1);
        assertThat(findings(HALF, normal(-65_000, 57))).hasSize(1);
    }

    @Test
    void countsTheBoundsOfUniforms() {
        assertThat(findings(HALF, uniform(-65_504, 0))).isEmpty();
        assertThat(findings(HALF, uniform(-70_000, 0))).hasSize(1);
        assertThat(findings(HALF, uniform(0, 1e5))).hasSize(1);
    }

    @Test
    void countsThePartsOfAComposedOne() {
        assertThat(findings(HALF, zeros().withSlice(AxisSlice.of(0, 0, 1), constant(70_000))))
                .hasSize(1);
        assertThat(findings(HALF, zeros().withSlice(AxisSlice.of(0, 0, 1), constant(60_000))))
                .isEmpty();
    }

    @Test
    void acceptsTheSmallestNormalNumberAndZero() {
        assertThat(findings(HALF, constant(0x1p-14))).isEmpty();
        assertThat(findings(HALF, normal(0, 0x1p-14))).isEmpty();
        assertThat(findings(HALF, constant(0))).isEmpty();
    }

    @Test
    void warnsOfSmallerNumbers() {
        assertThat(findings(HALF, normal(0, 1e-5)))
                .containsExactly(warning(
                        "w.initializer",
                        "w: values of size 1e-5 lose their digits or become 0 in a type whose smallest normal number is"
                                + " 6.104e-5; use a wider type [Underflow]"));
        assertThat(findings(HALF, constant(-1e-5))).hasSize(1);
        assertThat(findings(HALF, normal(1e-5, 1e-5))).hasSize(1);
    }

    @Test
    void acceptsALittleSpreadAboutALargeMean() {
        assertThat(findings(HALF, normal(1, 1e-5))).isEmpty();
        assertThat(findings(HALF, normal(-1, 1e-5))).isEmpty();
    }

    @Test
    void asksTheTypeOfTheStorage() {
        assertThat(findings(new StorageSpec.Flat(DType.F32), constant(70_000))).isEmpty();
        assertThat(findings(new StorageSpec.Buffer(DType.BF16), constant(1e-5))).isEmpty();
        assertThat(findings(new StorageSpec.Nested(1, DType.F32), constant(1e39)))
                .hasSize(1);
        assertThat(findings(new StorageSpec.Adapted(GivenModel.named("Adapter"), false), constant(1e39)))
                .isEmpty();
    }

    private static List<Reported> findings(StorageSpec storage, Initializer rule) {
        GivenModel net = new GivenModel("Net");
        net.parameter("w").shape(3).storage(storage).init("@Given", rule);
        return net.findings(new ValuesFitStorage());
    }
}
