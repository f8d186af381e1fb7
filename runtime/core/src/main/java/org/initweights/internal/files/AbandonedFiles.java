package org.initweights.internal.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes the temporary files of runs that are dead. Those of living runs are claimed, and stay. */
public final class AbandonedFiles {

    private static final Pattern TEMPORARY =
            Pattern.compile("(.+)\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\.tmp");

    private AbandonedFiles() {}

    /**
     * Removes temporary files from a folder. One that this process may not remove stays.
     *
     * @param isTarget selects files, by the names that they would have got
     */
    public static void remove(Path folder, Predicate<String> isTarget) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.tmp")) {
            for (Path file : files) {
                Matcher name = TEMPORARY.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && isTarget.test(name.group(1))) {
                    removeIfDead(file);
                }
            }
        }
    }

    private static void removeIfDead(Path file) {
        try {
            Optional<FileClaim> claim = FileClaim.claimExisting(file);
            if (claim.isPresent()) {
                FileClaim dead = claim.get();
                try (dead) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // It is another user's, or no file: saving does not depend on it.
            return;
        }
    }
}
