package org.initweights.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes models of twenty parameters each. */
final class Sources {

    private static final int BLOCKS = 4;

    /** Five parameters. */
    private static final String BLOCK = """
                @Shape({64, 32, 3, 3}) @KaimingNormal(mode = FAN_OUT) float[] conv%1$d;
                @Shape(64) @Ones float[] scale%1$d;
                @Shape(64) @Zeros float[] shift%1$d;
                @Shape({128, 64}) @TorchDefault(Layer.LINEAR) float[] weight%1$d;
                @Shape(128) @TorchDefault(value = Layer.LINEAR, weight = "weight%1$d") float[] bias%1$d;
            """;

    private Sources() {}

    /** Writes the models to a folder. */
    static List<Path> write(Path folder, int models) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            StringBuilder source = new StringBuilder(String.format(Locale.ROOT, """
                    package models;

                    import static org.initweights.FanMode.FAN_OUT;

                    import org.initweights.Layer;
                    import org.initweights.annotation.*;

                    public class Model%d {
                    """, model));
            for (int block = 0; block < BLOCKS; block++) {
                source.append(String.format(Locale.ROOT, BLOCK, block));
            }
            files.add(Files.writeString(folder.resolve("Model" + model + ".java"), source.append("}\n")));
        }
        return files;
    }

    /** The Java files under a folder. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Deletes a folder and all in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
