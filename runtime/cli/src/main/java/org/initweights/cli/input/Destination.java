package org.initweights.cli.input;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.initweights.internal.files.WriteTarget;
import org.initweights.internal.files.safetensors.CheckpointName;

/**
 * Where a command writes. Here alone is decided what it may replace: nothing that it reads, and no file of another kind.
 *
 * @param file as the user wrote it
 */
public record Destination(Path file, Content content) {

    /** What is written. */
    public enum Content {
        /** Safetensors: a file, or several with an index. */
        CHECKPOINT("a checkpoint", FileContent.WEIGHTS),
        /** An {@code .npz} file. */
        ARRAYS("an .npz file", FileContent.WEIGHTS),
        PLAN("a plan", FileContent.PLAN),
        /** A page, a picture or text. */
        REPORT("a report", FileContent.OTHER);

        private final String words;
        private final FileContent same;

        Content(String words, FileContent same) {
            this.words = words;
            this.same = same;
        }
    }

    /**
     * Refuses a file that is read, and one of another kind. Nobody can allow this.
     *
     * @throws FileSystemException if it is one; the message says what to do
     */
    public void check(InputFiles inputs) throws IOException {
        List<Path> replaced = replaced();
        if (!replaced.isEmpty()) {
            for (Path input : inputs.files()) {
                checkOther(replaced, input);
            }
        }
        FileContent there = FileContent.of(file);
        if (there != FileContent.NOTHING && there != content.same) {
            throw refused(
                    Files.exists(file)
                            ? "it is " + there + ", and " + content.words + " does not replace it"
                            : "this is the name of " + there + ", and " + content.words + " is none");
        }
    }

    private void checkOther(List<Path> replaced, Path input) throws IOException {
        for (Path old : replaced) {
            if (Files.isSameFile(old, input)) {
                throw refused("it would replace " + input + ", which is read");
            }
        }
    }

    private FileSystemException refused(String problem) {
        return new FileSystemException(file.toString(), null, problem + "; give the output another name");
    }

    /** The files that may go when this is written. */
    private List<Path> replaced() throws IOException {
        List<Path> files = new ArrayList<>(List.of(file));
        if (content == Content.CHECKPOINT) {
            CheckpointName name = CheckpointName.of(file);
            files.add(name.index());
            try (Stream<Path> all = Files.list(name.file().resolveSibling("."))) {
                all.filter(each -> name.isShard(String.valueOf(each.getFileName())))
                        .forEach(files::add);
            }
        }
        return files.stream().filter(Files::exists).toList();
    }

    /** The weights that are there already, if some are: the file, or the index of several. */
    Optional<Path> weights() throws IOException {
        if (isThere(WriteTarget.of(file))) {
            return Optional.of(file);
        }
        return Optional.of(CheckpointName.of(file).index()).filter(Destination::isThere);
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
