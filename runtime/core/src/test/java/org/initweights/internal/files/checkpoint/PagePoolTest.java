package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.initweights.DType;
import org.initweights.internal.work.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PagePoolTest {

    private static final int MOST = 16;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1048576, 65536",
        "2097151, 65536",
        "2097152, 131072",
        "3000000, 131072",
        "16777215, 524288",
        "16777216, 1048576",
        "1000000000000, 1048576"
    })
    void pagesAreSixteenAtLeastAndNotTooLarge(long memory, int pageBytes) {
        PagePool pool = new PagePool(memory);

        assertThat(pool.pageBytes()).isEqualTo(pageBytes);
        assertThat(memory / pool.pageBytes()).isGreaterThanOrEqualTo(MOST);
    }

    /** However many pages are written, there are never more than fit into the memory; the first that came leaves first. */
    @Test
    void takesNoMoreThanItsMemory() throws IOException {
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        Set<ByteBuffer> rooms = Collections.newSetFromMap(new IdentityHashMap<>());
        try (FileChannel channel = open()) {
            for (int number = 0; number < 3 * MOST; number++) {
                page(channel, pool, number).put(0, 1, one((byte) (number + 1)));
                assertThat(channel.size())
                        .as("pages that are in the file when %d were written", number + 1)
                        .isEqualTo((long) Math.max(0, number + 1 - MOST) * pool.pageBytes());
            }

            pool.writeAll(Workers.CALLER);

            assertThat(channel.size()).isEqualTo(3L * MOST * pool.pageBytes());
            for (int number = 0; number < 3 * MOST; number++) {
                ByteBuffer first = ByteBuffer.allocate(1);
                channel.read(first, (long) number * pool.pageBytes());
                assertThat(first.get(0)).as("page %d", number).isEqualTo((byte) (number + 1));
            }
        }
        for (int i = 0; i < MOST; i++) {
            rooms.add(pool.take());
        }
        assertThat(rooms).hasSize(MOST);
    }

    @Test
    void aPageThatIsBeingWrittenLeavesAfterThat() throws Exception {
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        CompletableFuture<ByteBuffer> room = new CompletableFuture<>();
        try (FileChannel channel = open()) {
            for (int i = 1; i < MOST; i++) {
                pool.take();
            }
            page(channel, pool, 0).put(0, 1, (target, from) -> {
                Thread taker = new Thread(() -> room.complete(pool.take()));
                taker.start();
                while (taker.getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
                one((byte) 7).putTo(target, from);
            });

            assertThat(room.get().capacity()).isEqualTo(pool.pageBytes());
            ByteBuffer first = ByteBuffer.allocate(1);
            channel.read(first, 0);
            assertThat(first.get(0)).isEqualTo((byte) 7);
        }
    }

    @Test
    void whoWaitsForRoomGetsWhatIsGivenBack() throws Exception {
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        CompletableFuture<ByteBuffer> waiting = new CompletableFuture<>();
        try (FileChannel channel = open()) {
            for (int i = 1; i < MOST; i++) {
                pool.take();
            }
            page(channel, pool, 0).put(0, 1, one((byte) 7));

            pool.writeAll((pieces, work) -> {
                waiter(pool, waiting);
                Workers.CALLER.run(pieces, work);
            });

            assertThat(waiting.get().capacity()).isEqualTo(pool.pageBytes());
        }
    }

    /** Whatever it is: nobody waits for room that will never come. */
    @Test
    void whoWaitsForRoomHearsOfAnError() throws InterruptedException {
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        long pages = PagePool.LEAST_MEMORY / pool.pageBytes();
        for (int i = 0; i < pages; i++) {
            assertThat(pool.take().capacity()).isEqualTo(pool.pageBytes());
        }
        CompletableFuture<ByteBuffer> waiting = new CompletableFuture<>();
        Thread waiter = waiter(pool, waiting);
        Error error = new OutOfMemoryError("expected");

        pool.fail(error);

        waiter.join();
        assertThat(catchThrowable(waiting::join))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasCause(error);
    }

    /** The page that leaves cannot be written, so that its room is lost: whoever comes later hears why. */
    @Test
    void whoComesAfterAFailureHearsOfIt() throws IOException {
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        try (FileChannel channel = open()) {
            for (int number = 0; number < MOST; number++) {
                page(channel, pool, number).put(0, 1, one((byte) 1));
            }
        }
        Throwable failure = catchThrowable(pool::take);

        assertThat(failure).isInstanceOf(UncheckedIOException.class);
        assertThat(catchThrowable(pool::take)).isSameAs(failure);
    }

    @Test
    void whoWaitsForRoomCanBeInterrupted() throws InterruptedException {
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        for (int i = 0; i < MOST; i++) {
            pool.take();
        }
        CompletableFuture<ByteBuffer> waiting = new CompletableFuture<>();
        Thread waiter = waiter(pool, waiting);

        waiter.interrupt();

        waiter.join();
        assertThat(catchThrowable(waiting::join)).isInstanceOf(CancellationException.class);
        Thread.currentThread().interrupt();
        assertThat(catchThrowable(pool::take)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).as("stays interrupted").isTrue();
    }

    /** A thread that waits for room. */
    private static Thread waiter(PagePool pool, CompletableFuture<ByteBuffer> outcome) {
        Thread waiter = new Thread(() -> {
            try {
                outcome.complete(pool.take());
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        waiter.start();
        while (waiter.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return waiter;
    }

    /** A page of halves, of which the first byte says which it is. */
    private static MemoryPage page(FileChannel channel, PagePool pool, int number) {
        FileRange place = new FileRange(channel, (long) number * pool.pageBytes());
        return new MemoryPage(place, DType.F16, pool.pageBytes() / Short.BYTES, pool);
    }

    /** The half whose bits are these. */
    private static MemoryPage.Values one(byte bits) {
        return (target, from) -> target.put(from, new float[] {bits * 0x1p-24f}, 1);
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(
                folder.resolve("pages"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}
