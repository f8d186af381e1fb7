package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.initweights.DType;
import org.initweights.Parameter;
import org.junit.jupiter.api.Test;

class StepCountTest {

    private final List<String> heard = new ArrayList<>();

    /** A parameter that is drawn twice has its elements once. */
    @Test
    void neverCountsMoreThanThereIs() {
        Parameter a = PlannedTensors.of("a", DType.F32, 5);
        Parameter b = PlannedTensors.of("b", DType.F16, 2, 3);
        StepCount count = new StepCount(
                List.of(a, b, a), 11, (parameter, done, total) -> heard.add(parameter.name() + done + "/" + total));

        count.complete(0);
        count.complete(1);
        count.complete(2);

        assertThat(heard).containsExactly("a5/11", "b11/11", "a11/11");
    }

    @Test
    void countsWhatAnotherRunDid() {
        Parameter a = PlannedTensors.of("a", DType.F32, 5);
        Parameter b = PlannedTensors.of("b", DType.F32, 6);
        StepCount count = new StepCount(
                List.of(a, b), 11, (parameter, done, total) -> heard.add(parameter.name() + done + "/" + total));

        count.skip(1);
        count.complete(1);

        assertThat(heard).containsExactly("b11/11");
    }
}
