package org.initweights.internal.files.checkpoint;

import java.util.List;
import org.initweights.Parameter;
import org.initweights.ProgressListener;

/** Counts the elements that are complete, and tells a listener. */
final class StepCount {

    private final List<Parameter> steps;
    private final ProgressListener listener;
    private final long total;
    private long done;

    StepCount(List<Parameter> steps, long total, ProgressListener listener) {
        this.steps = steps;
        this.total = total;
        this.listener = listener;
    }

    /** Counts steps that were complete before. */
    void skip(int count) {
        steps.subList(0, count).forEach(step -> done += step.elements());
    }

    void complete(int step) {
        done += steps.get(step).elements();
        listener.progressed(steps.get(step), Math.min(done, total), total);
    }
}
