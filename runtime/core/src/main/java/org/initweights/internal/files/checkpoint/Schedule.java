package org.initweights.internal.files.checkpoint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.initweights.Parameter;

/**
 * The steps of an initialisation: each draws one parameter. A parameter may be there twice, if its first values are only drawn so that a
 * random source goes on as it should; it is complete after its last step.
 *
 * @param steps in the order in which they draw
 * @param last the last step of each parameter, by its name
 */
record Schedule(List<Parameter> steps, Map<String, Integer> last) {

    static Schedule of(List<Parameter> steps) {
        Map<String, Integer> last = new HashMap<>();
        for (int step = 0; step < steps.size(); step++) {
            last.put(steps.get(step).name(), step);
        }
        return new Schedule(List.copyOf(steps), last);
    }

    int size() {
        return steps.size();
    }

    /** The parameters that become complete by the steps from {@code from} to before {@code to}. */
    List<Parameter> completed(int from, int to) {
        return IntStream.range(from, to)
                .filter(step -> Objects.equals(last.get(steps.get(step).name()), step))
                .mapToObj(steps::get)
                .toList();
    }
}
