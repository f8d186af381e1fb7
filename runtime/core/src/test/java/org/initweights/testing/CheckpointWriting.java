package org.initweights.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initweights.Initializers.constant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.initweights.InitializeOptions;
import org.initweights.Parameters;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.Weights;
import org.initweights.WeightsBuilder;
import org.initweights.io.SaveOptions;

/** Ways to write a small checkpoint, all of whose elements are the same: five tensors of 20 bytes. */
public enum CheckpointWriting {
    /** {@code Parameters.save}. */
    SAVE {
        @Override
        public void write(Path file, double value, long shardBytes) throws IOException {
            Parameters parameters =
                    Weights.of(builder -> model(builder, value)).initialize(0).parameters();
            parameters.save(file, SaveOptions.defaults().withShardsOf(shardBytes));
        }
    },

    /** {@code Plan.initialize}. */
    INITIALIZE {
        @Override
        public void write(Path file, double value, long shardBytes) throws IOException {
            plan(value).initialize(file, RandomSource.seeded(1), options(shardBytes));
        }
    },

    /** As other tools do, without the identity of the save. */
    BY_ANOTHER_TOOL {
        @Override
        public void write(Path file, double value, long shardBytes) throws IOException {
            SAVE.write(file, value, shardBytes);
            for (String name : names(file.resolveSibling("."))) {
                removeIdentity(file.resolveSibling(name));
            }
        }
    };

    /** The bytes of files, so that there is one, two, three or five of them. */
    public static final long SINGLE = Long.MAX_VALUE;

    public static final long TWO = 60;
    public static final long THREE = 40;
    public static final long FIVE = 20;

    private static final Pattern IDENTITY =
            Pattern.compile("\\s*\"save_id\": *\"[0-9a-f]+\",|,\"save_id\":\"[0-9a-f]+\"");

    /** Writes a checkpoint of elements that are all this value. */
    public abstract void write(Path file, double value, long shardBytes) throws IOException;

    /** Its plan. */
    public static Plan plan(double value) {
        return Plan.of(builder -> model(builder, value));
    }

    /** Options for files of no more than these bytes. */
    public static InitializeOptions options(long shardBytes) {
        return InitializeOptions.defaults().withFiles(SaveOptions.defaults().withShardsOf(shardBytes));
    }

    /** The value that all elements have in what a path leads to. */
    public static double valueIn(Path path) throws IOException {
        Parameters model = Weights.of(builder -> model(builder, 0)).parameters();
        model.load(path);
        double value = model.get("t0").get(0);
        model.forEach(parameter -> {
            for (long i = 0; i < parameter.elements(); i++) {
                assertThat(parameter.get(i)).as("%s", path).isEqualTo(value);
            }
        });
        return value;
    }

    /** The names in a folder, in order. */
    public static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static void model(WeightsBuilder builder, double value) {
        for (int i = 0; i < 5; i++) {
            builder.tensor("t" + i, constant(value), 5);
        }
    }

    private static void removeIdentity(Path file) throws IOException {
        // One byte a character.
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Matcher found = IDENTITY.matcher(text);
        if (!found.find()) {
            return;
        }
        String rest = text.substring(found.end());
        if (!file.toString().endsWith(".json")) {
            // A header keeps its length, by blanks behind it.
            int end = rest.indexOf("}}") + 2;
            rest = rest.substring(0, end) + " ".repeat(found.end() - found.start()) + rest.substring(end);
        }
        Files.writeString(file, text.substring(0, found.start()) + rest, StandardCharsets.ISO_8859_1);
    }
}
