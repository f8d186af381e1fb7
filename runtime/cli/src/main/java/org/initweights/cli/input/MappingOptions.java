package org.initweights.cli.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.initweights.io.LoadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that give the tensors of a file other names and orders of axes: those of {@link LoadOptions}. */
public final class MappingOptions {

    /** What a file of weights may be. */
    public static final String FILE_OF_WEIGHTS =
            "A file of weights, whatever its name: safetensors (a file, the index of several, a folder with one of both), .npz or GGUF.";

    /** In a group, so that changes of names are made in the order in which they are given. */
    @ArgGroup(multiplicity = "0..*")
    private List<NameChange> names = new ArrayList<>();

    @Option(
            names = "--transpose",
            paramLabel = "PATTERN",
            description =
                    "Matrices whose axes change places, by their new names: '**.c_attn.weight'; a pattern without a dot is matched with the last name alone. Repeatable.")
    private List<String> transposed = new ArrayList<>();

    @Option(
            names = "--permute",
            paramLabel = "PATTERN=AXES",
            description =
                    "Tensors whose axes get another order, as numpy.transpose gives it: '**.kernel=3,2,0,1'. Repeatable.")
    private List<String> permuted = new ArrayList<>();

    @Option(
            names = "--ignore",
            paramLabel = "PATTERN",
            description = "Tensors to leave out, by their new names: 'running_*', '**.attn.masked_bias'. Repeatable.")
    private List<String> ignored = new ArrayList<>();

    /** A change of names. */
    private static final class NameChange {

        @Option(
                names = "--rename",
                paramLabel = "REGEX=TEXT",
                required = true,
                description = {
                    "Replace each match of a regular expression of Java in the names: '^h\\.(\\d+)=blocks.$1'. The last = divides.",
                    "Changes of names are made in the order in which they are given. Repeatable."
                })
        private @Nullable String rename;

        @Option(
                names = "--without-prefix",
                paramLabel = "TEXT",
                required = true,
                description = "Take a prefix off the names that have it, such as 'model.'. Repeatable.")
        private @Nullable String withoutPrefix;

        @Option(
                names = "--prefix",
                paramLabel = "TEXT",
                required = true,
                description = "Put a prefix before all names, such as 'encoder.'. Repeatable.")
        private @Nullable String prefix;

        private LoadOptions addTo(LoadOptions options) {
            if (rename != null) {
                return renamed(rename, options);
            }
            if (withoutPrefix != null) {
                return options.withoutPrefix(withoutPrefix);
            }
            return prefix == null ? options : options.withPrefix(prefix);
        }
    }

    /** Whether nothing changes. */
    public boolean isEmpty() {
        return names.isEmpty() && ignored.isEmpty() && transposed.isEmpty() && permuted.isEmpty();
    }

    /**
     * Adds these changes to options.
     *
     * @throws IllegalArgumentException if one of them is no change
     */
    public LoadOptions addTo(LoadOptions options) {
        LoadOptions all = options;
        for (NameChange change : names) {
            all = change.addTo(all);
        }
        for (String pattern : ignored) {
            all = all.ignoring(pattern);
        }
        for (String pattern : transposed) {
            all = all.transposed(pattern);
        }
        for (String text : permuted) {
            all = permuted(text, all);
        }
        return all;
    }

    private static LoadOptions renamed(String text, LoadOptions options) {
        int divider = text.lastIndexOf('=');
        if (divider < 0) {
            throw new IllegalArgumentException(
                    "--rename '" + text + "': write REGEX=TEXT, such as '^h\\.(\\d+)=blocks.$1'");
        }
        try {
            return options.renamed(text.substring(0, divider), text.substring(divider + 1));
        } catch (IllegalArgumentException e) {
            throw e.getCause() instanceof PatternSyntaxException regex
                    ? new IllegalArgumentException(
                            "--rename '" + text + "': " + regex.getDescription() + " at character "
                                    + (regex.getIndex() + 1),
                            e)
                    : e;
        }
    }

    private static LoadOptions permuted(String text, LoadOptions options) {
        int divider = text.lastIndexOf('=');
        try {
            int[] axes = Arrays.stream(text.substring(divider + 1).split(",", -1))
                    .mapToInt(axis -> Integer.parseInt(axis.strip()))
                    .toArray();
            return options.permuted(text.substring(0, Math.max(0, divider)), axes);
        } catch (IllegalArgumentException e) {
            String reason = e instanceof NumberFormatException || divider < 0
                    ? "write PATTERN=AXES, such as '**.kernel=3,2,0,1'"
                    : e.getMessage();
            throw new IllegalArgumentException("--permute '" + text + "': " + reason, e);
        }
    }
}
