package org.initweights.report;

import java.util.Objects;
import org.initweights.Optimizer;

/**
 * A step of training, for {@link CoordinateCheck}. It is immutable, and threads may share it.
 *
 * @param optimizer what makes the step
 * @param learningRate that of the base model; each weight learns at this times its {@link org.initweights.Parameter#learningRateScale}.
 *     A small one, such as 0.001, changes the layers nearly in proportion to it, so that even narrow models show the powers of the width
 */
public record TrainingStep(Optimizer optimizer, double learningRate) {

    /**
     * A step, checked.
     *
     * @throws IllegalArgumentException if the learning rate is not a positive number
     */
    public TrainingStep {
        Objects.requireNonNull(optimizer, "optimizer is null");
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new IllegalArgumentException(
                    "learningRate = " + learningRate + "; use a positive number, such as 0.001");
        }
    }
}
