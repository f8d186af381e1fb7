package org.initweights.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.initweights.Plan;
import org.initweights.internal.fill.FromWeights;
import org.initweights.internal.fill.Leaves;
import org.initweights.io.StoredWeights;

/**
 * What a command reads.
 *
 * @param plans paths of plans: files, jars, and folders of classes
 * @param weights paths of weights: files, indexes, and folders of them
 */
public record InputFiles(List<Path> plans, List<Path> weights) {

    public InputFiles {
        plans = List.copyOf(plans);
        weights = List.copyOf(weights);
    }

    /** These, and the weights that parameters of a plan begin with. */
    public InputFiles with(Plan plan) {
        List<Path> all = new ArrayList<>(weights);
        plan.parameters().stream()
                .flatMap(parameter -> Leaves.of(parameter.fill()))
                .filter(FromWeights.class::isInstance)
                .map(fill -> ((FromWeights) fill).file())
                .distinct()
                .forEach(all::add);
        return new InputFiles(plans, all);
    }

    /** The files themselves, among them those that indexes name and those in folders. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path plan : plans) {
            files.add(plan);
            files.addAll(PlanLocation.plansIn(plan));
        }
        for (Path file : weights) {
            files.add(file);
            files.addAll(filesOf(file));
        }
        return files.stream().filter(Files::exists).toList();
    }

    private static List<Path> filesOf(Path path) {
        try (StoredWeights stored = StoredWeights.open(path)) {
            return Stream.concat(Stream.of(stored.path()), stored.files().stream())
                    .toList();
        } catch (IOException | IllegalArgumentException e) {
            return List.of(); // The command, which opens it next, says what is wrong.
        }
    }
}
