package org.initweights.samples.djl;

import ai.djl.nn.Block;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.initweights.djl.DjlBlocks;
import org.initweights.samples.djl.Training.Result;

/** Trains a small network on digits and saves it; then trains a deep one from five starts, and draws their losses. */
public final class Main {

    private static final int LAYERS = 30;
    private static final int WIDTH = 64;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path directory;
    private final Digits digits;

    private Main(Path directory, Digits digits) {
        this.directory = directory;
        this.digits = digits;
    }

    /** The only argument, which may be left out, is the directory to write to. */
    public static void main(String... args) throws IOException {
        // The matrices are small: more threads would only wait for each other. All of DJL is in its jars.
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        Path directory = Files.createDirectories(Path.of(args.length == 0 ? "target" : args[0]));
        Main sample = new Main(directory, Digits.read());
        sample.small();
        sample.deep();
    }

    private void small() throws IOException {
        out.println("A network of 3 layers on " + digits.training().images().size() + " digits of 8 x 8 pixels:");
        Block network = Network.perceptron(3, WIDTH);
        Training training = new Training(20, 0.01f);
        ProgressBar bar = new ProgressBar(out, "training", training.epochs());
        Path file = directory.resolve("digits.safetensors");
        Result result = training.train(
                network,
                Start.KAIMING,
                digits,
                bar::show,
                trained -> DjlBlocks.parameters(trained).save(file));
        out.printf(
                Locale.ROOT,
                "It knows %.1f %% of %d others, and is saved: %s%n%n",
                100 * result.accuracy(),
                digits.test().images().size(),
                file);
    }

    private void deep() throws IOException {
        out.println("A network of " + LAYERS + " layers from five starts:");
        Training training = new Training(60, 0.003f);
        Map<Start, Result> results = new EnumMap<>(Start.class);
        for (Start start : Start.values()) {
            ProgressBar bar = new ProgressBar(out, start.label(), training.epochs());
            Result result = training.train(Network.perceptron(LAYERS, WIDTH), start, digits, bar::show, trained -> {});
            out.printf(
                    Locale.ROOT,
                    "  loss %.3f -> %.3f, knows %.1f %% of the test digits%n",
                    result.losses().get(0),
                    result.loss(),
                    100 * result.accuracy());
            results.put(start, result);
        }
        Path picture = directory.resolve("djl-loss-curves.svg");
        Files.writeString(picture, new LossChart(results).svg());
        out.println("The picture: " + picture);
    }
}
