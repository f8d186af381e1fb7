package org.initweights.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A standard stream that remembers what went wrong with it: those who print to it are not told. */
public final class CheckedOutput extends OutputStream {

    private final OutputStream stream;
    private @Nullable IOException failure;

    /** Nothing has gone wrong yet. */
    public CheckedOutput(OutputStream stream) {
        super();
        this.stream = stream;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private synchronized void write(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(() -> stream.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        write(() -> stream.write(bytes, from, count));
    }

    @Override
    public void flush() throws IOException {
        write(stream::flush);
    }

    /** Why something could not be written, if that is so. */
    public synchronized Optional<String> failure() {
        return Optional.ofNullable(failure).map(IOException::getMessage);
    }
}
