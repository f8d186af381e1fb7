package org.initweights.internal.files;

import java.io.Closeable;
import java.io.IOException;

/** Closes several things, all of them even if one fails. */
public final class Closing {

    private Closing() {}

    /**
     * Closes all.
     *
     * @throws IOException what the first that failed threw, with those of others suppressed
     */
    public static void all(Iterable<? extends Closeable> open) throws IOException {
        Throwable failure = null;
        for (Closeable one : open) {
            try {
                one.close();
            } catch (IOException | RuntimeException | Error e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure instanceof IOException e) {
            throw e;
        } else if (failure instanceof RuntimeException e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
    }
}
