package org.initweights.processor.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The numbers that formulas take from a shape go by one name each. */
class ShapePropertyTest {

    @Test
    void isFoundByItsName() {
        assertThat(ShapeProperty.named(List.of("fan_in"))).hasValue(ShapeProperty.FAN_IN);
        assertThat(ShapeProperty.named(List.of("elements"))).hasValue(ShapeProperty.ELEMENTS);
    }

    @Test
    void isNoMemberOfAnything() {
        assertThat(ShapeProperty.named(List.of("config", "fan_in"))).isEmpty();
        assertThat(ShapeProperty.named(List.of("in()"))).isEmpty();
        assertThat(ShapeProperty.named(List.of("FAN_IN"))).isEmpty();
    }

    @Test
    void hasANameInTheListOfAll() {
        assertThat(ShapeProperty.NAMES)
                .contains("fan_in", "fan_out", "in", "out", "rows", "kernel", "elements")
                .doesNotHaveDuplicates()
                .hasSameSizeAs(ShapeProperty.values());
    }
}
