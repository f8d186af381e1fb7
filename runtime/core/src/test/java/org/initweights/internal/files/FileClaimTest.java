package org.initweights.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.initweights.testing.ChildJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileClaimTest {

    @TempDir
    private Path temporary;

    private Path file;

    @BeforeEach
    void resolve() throws IOException {
        file = temporary.toRealPath().resolve("file");
    }

    @Test
    void aFileIsClaimedOnce() throws IOException {
        try (FileClaim claim = FileClaim.claim(file).orElseThrow()) {
            assertThat(claim.channel().isOpen()).isTrue();
            assertThat(FileClaim.claim(file)).isEmpty();
            assertThat(FileClaim.claimExisting(file)).isEmpty();
        }

        FileClaim.claim(file).orElseThrow().close();
    }

    @Test
    void aFailedClaimDoesNotFreeTheFileForOtherProcesses() throws Exception {
        FileClaim claim = FileClaim.claim(file).orElseThrow();
        try (claim) {
            assertThat(FileClaim.claim(file)).isEmpty();

            assertThat(ChildJvm.start("64m", Claiming.class, file).waitFor()).isEqualTo(Claiming.IN_USE);
        }
        assertThat(ChildJvm.start("64m", Claiming.class, file).waitFor()).isEqualTo(Claiming.CLAIMED);
    }

    /** Claims a file, and says by its exit code whether it could. */
    static final class Claiming {

        static final int CLAIMED = 10;
        static final int IN_USE = 11;

        private Claiming() {}

        public static void main(String... arguments) throws IOException {
            System.exit(FileClaim.claim(Path.of(arguments[0])).isPresent() ? CLAIMED : IN_USE);
        }
    }

    @Test
    void onlyAFileThatIsThereIsClaimedAsExisting() throws IOException {
        assertThat(FileClaim.claimExisting(file)).isEmpty();

        assertThat(file).doesNotExist();
    }

    @Test
    void neverFollowsALink() throws IOException {
        Path other = Files.writeString(file.resolveSibling("other"), "mine");
        Files.createSymbolicLink(file, other);

        assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> FileClaim.claim(file));

        assertThat(other).hasContent("mine");
    }

    @Test
    void oneAtATimeHasAFileThatEachRemoves() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger times = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int thread = 0; thread < 8; thread++) {
            threads.execute(() -> claimOften(inside, most, times));
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(1);
        assertThat(times).hasPositiveValue();
        assertThat(file).doesNotExist();
    }

    private void claimOften(AtomicInteger inside, AtomicInteger most, AtomicInteger times) {
        try {
            for (int i = 0; i < 500; i++) {
                FileClaim.claim(file).ifPresent(claim -> use(claim, inside, most, times));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void use(FileClaim claim, AtomicInteger inside, AtomicInteger most, AtomicInteger times) {
        try (claim) {
            int now = inside.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
            times.incrementAndGet();
            Files.delete(file);
            inside.decrementAndGet();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
