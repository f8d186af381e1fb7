package org.initweights.samples.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Trains a network by gradient descent with momentum.
 *
 * @param epochs how often each digit is seen
 * @param rate the learning rate
 */
record Training(int epochs, float rate) {

    private static final int BATCH = 32;

    /**
     * What came of it.
     *
     * @param losses the cross-entropy of the training digits, a mean for each epoch
     * @param accuracy which part of the test digits is recognised afterwards
     */
    record Result(List<Double> losses, double accuracy) {

        /** The last of the losses. */
        double loss() {
            return losses.get(losses.size() - 1);
        }
    }

    /** Takes a network that is trained. */
    @FunctionalInterface
    interface Trained {

        /** Reads or saves it. */
        void take(Block network) throws IOException;
    }

    /**
     * Initialises and trains a network.
     *
     * @param progress is told how many epochs are done
     * @param trained takes the network when it is trained; afterwards its arrays are closed
     */
    Result train(Block network, Start start, Digits digits, IntConsumer progress, Trained trained) throws IOException {
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(rate))
                        .optMomentum(0.9f)
                        .build());
        try (Model model = Model.newInstance("digits")) {
            model.setBlock(network);
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(BATCH, Digits.PIXELS));
                start.initialize(network);
                List<Double> losses = new ArrayList<>();
                for (int epoch = 0; epoch < epochs; epoch++) {
                    losses.add(digits.training().shuffled(epoch).batches(BATCH).stream()
                            .mapToDouble(batch -> step(trainer, batch))
                            .average()
                            .orElseThrow());
                    progress.accept(epoch + 1);
                }
                trained.take(network);
                return new Result(losses, accuracy(trainer, digits.test()));
            }
        }
    }

    /** One step; returns the loss before it. */
    private static double step(Trainer trainer, Digits batch) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDList labels = new NDList(manager.create(batch.labels()));
            float loss;
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDArray mean = trainer.getLoss().evaluate(labels, trainer.forward(pixels(manager, batch)));
                gradients.backward(mean);
                loss = mean.getFloat();
            }
            trainer.step();
            return loss;
        }
    }

    private static double accuracy(Trainer trainer, Digits digits) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray guessed = trainer.evaluate(pixels(manager, digits)).head().argMax(1);
            NDArray right = guessed.eq(manager.create(digits.labels()).toType(DataType.INT64, false));
            return right.toType(DataType.FLOAT32, false).mean().getFloat();
        }
    }

    private static NDList pixels(NDManager manager, Digits digits) {
        return new NDList(
                manager.create(digits.pixels(), new Shape(digits.images().size(), Digits.PIXELS)));
    }
}
