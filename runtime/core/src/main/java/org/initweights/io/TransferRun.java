package org.initweights.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initweights.internal.work.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Loads tensors by several threads: each tensor by one, and those that no other thread may touch by the caller's alone, after the others.
 * Reading and converting wait for different parts of a machine, and one thread seldom moves memory as fast as it can be moved.
 */
final class TransferRun {

    /** Less is loaded before a second thread wakes up. */
    private static final long SMALL = 1 << 22;

    private final List<Transfer> transfers;
    private final @Nullable LoadedTensor[] loaded;

    private TransferRun(List<Transfer> transfers) {
        this.transfers = transfers;
        this.loaded = new LoadedTensor[transfers.size()];
    }

    /**
     * Loads all, and returns when no thread works on any of them.
     *
     * @return what was done, in the order of the transfers
     * @throws IOException what was thrown first
     */
    static List<LoadedTensor> of(List<Transfer> transfers) throws IOException {
        boolean isSmall = transfers.stream().mapToLong(Transfer::bytes).sum() < SMALL;
        TransferRun run = new TransferRun(transfers);
        try {
            run.runAll(isSmall ? Workers.CALLER : Workers.COMMON_POOL, Transfer::isConcurrent);
            run.runAll(Workers.CALLER, transfer -> !transfer.isConcurrent());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return Stream.of(run.loaded).map(Objects::requireNonNull).toList();
    }

    private void runAll(Workers workers, Predicate<Transfer> isMeant) {
        int[] meant = IntStream.range(0, transfers.size())
                .filter(i -> isMeant.test(transfers.get(i)))
                .toArray();
        workers.run(meant.length, piece -> run(meant[piece]));
    }

    private void run(int index) {
        try {
            loaded[index] = transfers.get(index).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
