package org.initweights.cli.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.initweights.internal.files.plan.ModelFiles;
import org.initweights.internal.message.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan is: a file of its own, or among those that the annotation processor wrote of the models of a jar or of a folder of
 * classes.
 *
 * @param file the plan
 * @param jar the open jar that it is in, if it is in one
 */
record PlanLocation(Path file, @Nullable FileSystem jar) implements Closeable {

    /** Whether there may be plans at this path, by its name alone if it is a file. */
    static boolean holdsPlans(Path path) {
        return isJar(path)
                || Files.isDirectory(path.resolve(ModelFiles.FOLDER))
                || (isPlan(path) && !path.toString().endsWith(".safetensors.index.json"));
    }

    /**
     * Finds the plan of a model.
     *
     * @param model its name, qualified or not; of a single model it may be missing
     * @throws IOException if the path cannot be read
     * @throws IllegalArgumentException if there is no such model, or several
     */
    static PlanLocation find(Path path, @Nullable String model) throws IOException {
        if (isJar(path)) {
            FileSystem jar = open(path);
            try {
                return new PlanLocation(choose(path, jar.getPath(ModelFiles.FOLDER), model), jar);
            } catch (IOException | RuntimeException e) {
                jar.close();
                throw e;
            }
        }
        if (Files.isDirectory(path)) {
            Path inside = path.resolve(ModelFiles.FOLDER);
            return new PlanLocation(choose(path, Files.isDirectory(inside) ? inside : path, model), null);
        }
        if (model != null && !isNamed(model, path)) {
            throw new IllegalArgumentException("--model " + model + ": " + path
                    + " is a single plan; the option chooses among those of a jar or a folder of classes");
        }
        return new PlanLocation(path, null);
    }

    private static FileSystem open(Path jar) throws IOException {
        if (Files.exists(jar) && !Files.isRegularFile(jar)) {
            // Opening a pipe would wait until something writes to it.
            throw new IllegalArgumentException(jar + " is no jar: it is no regular file, but a pipe or a device");
        }
        try {
            return FileSystems.newFileSystem(jar);
        } catch (ProviderNotFoundException e) {
            throw new IllegalArgumentException(jar + " is no jar", e);
        }
    }

    private static Path choose(Path path, Path folder, @Nullable String model) throws IOException {
        List<Path> plans = plans(folder);
        if (plans.isEmpty()) {
            throw new IllegalArgumentException(path + ": it has no plan, " + ModelFiles.FOLDER
                    + "/<Model>.json, which the annotation " + "processor writes beside the classes");
        }
        List<Path> chosen = plans.stream()
                .filter(plan -> model == null || isNamed(model, plan))
                .toList();
        if (chosen.size() == 1) {
            return chosen.get(0);
        }
        String names = (chosen.isEmpty() ? plans : chosen)
                .stream().map(PlanLocation::model).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                model == null
                        ? path + ": it has the plans of several models; choose one by --model: " + names
                        : path + ": " + (chosen.isEmpty() ? "no model is" : "several models are") + " named " + model
                                + meant(model, plans) + "; there are " + names);
    }

    /** The plans in a folder of classes; none of a file or a jar. */
    static List<Path> plansIn(Path path) throws IOException {
        return plans(Files.isDirectory(path.resolve(ModelFiles.FOLDER)) ? path.resolve(ModelFiles.FOLDER) : path);
    }

    private static String meant(String model, List<Path> plans) {
        Set<String> names = new LinkedHashSet<>();
        for (Path plan : plans) {
            String name = model(plan);
            names.add(name);
            names.add(name.substring(name.lastIndexOf('.') + 1));
        }
        return names.contains(model)
                ? ""
                : Spelling.closest(model, names)
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("");
    }

    private static List<Path> plans(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PlanLocation::isPlan).sorted().toList();
        }
    }

    private static boolean isPlan(Path file) {
        return ModelFiles.isPlan(file.toString());
    }

    private static boolean isJar(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".jar") || name.endsWith(".zip")) && !Files.isDirectory(path);
    }

    private static boolean isNamed(String model, Path plan) {
        return ModelFiles.isOf(String.valueOf(plan.getFileName()), model);
    }

    private static String model(Path plan) {
        return ModelFiles.modelOf(String.valueOf(plan.getFileName()));
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}
