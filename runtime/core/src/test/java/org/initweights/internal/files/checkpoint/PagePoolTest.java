package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PagePoolTest {

    /** Whatever it is: nobody waits for room that will never come. */
    @Test
    void whoWaitsForRoomHearsOfAnError() {
        PagePool pool = new PagePool(PagePool.LEAST_MEMORY);
        long pages = PagePool.LEAST_MEMORY / pool.pageBytes();
        for (int i = 0; i < pages; i++) {
            assertThat(pool.take().capacity()).isEqualTo(pool.pageBytes());
        }
        CompletableFuture<?> waiting = CompletableFuture.runAsync(pool::take, task -> new Thread(task).start());
        Error error = new OutOfMemoryError("expected");

        pool.fail(error);

        assertThat(catchThrowable(waiting::join))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasCause(error);
    }
}
