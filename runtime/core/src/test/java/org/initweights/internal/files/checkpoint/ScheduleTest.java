package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.initweights.Parameter;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void aParameterIsCompleteAfterItsLastStep() {
        Schedule schedule = PlannedTensors.schedule("a", "b", "c", "b", "a", "d");

        assertThat(schedule.size()).isEqualTo(6);
        assertThat(completed(schedule, 0, 2)).isEmpty();
        assertThat(completed(schedule, 0, 3)).containsExactly("c");
        assertThat(completed(schedule, 3, 6)).containsExactly("b", "a", "d");
        assertThat(completed(schedule, 0, 6)).containsExactly("c", "b", "a", "d");
        assertThat(completed(schedule, 6, 6)).isEmpty();
    }

    /** However the steps are divided among marks, each parameter is in one. */
    @Test
    void eachParameterBecomesCompleteOnce() {
        Schedule schedule = PlannedTensors.schedule("a", "b", "a", "c", "b", "b", "d");
        List<String> all = completed(schedule, 0, 7);
        assertThat(all).containsExactlyInAnyOrder("a", "b", "c", "d");
        for (int first = 0; first <= 7; first++) {
            for (int second = first; second <= 7; second++) {
                List<String> parts = new ArrayList<>(completed(schedule, 0, first));
                parts.addAll(completed(schedule, first, second));
                parts.addAll(completed(schedule, second, 7));
                assertThat(parts).as("marks at %d and %d", first, second).isEqualTo(all);
            }
        }
    }

    private static List<String> completed(Schedule schedule, int from, int to) {
        return schedule.completed(from, to).stream().map(Parameter::name).toList();
    }
}
