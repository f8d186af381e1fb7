package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes with an old checkpoint and what stays, and how that is remembered. */
@Timeout(60)
class OldFilesTest {

    private static final String FIRST = "net-00001-of-00002.safetensors";
    private static final String SECOND = "net-00002-of-00002.safetensors";

    @TempDir
    private Path temporary;

    private Path folder;
    private CheckpointName name;

    @BeforeEach
    void resolve() throws IOException {
        folder = temporary.toRealPath();
        name = new CheckpointName(folder.resolve("net.safetensors"));
    }

    private void index(String file, String... shards) throws IOException {
        StringBuilder map = new StringBuilder();
        for (String shard : shards) {
            map.append(map.isEmpty() ? "" : ",").append("\"" + shard + "\":\"" + shard + "\"");
        }
        Files.writeString(folder.resolve(file), "{\"weight_map\":{" + map + "}}");
    }

    private void files(String... names) throws IOException {
        for (String file : names) {
            Files.writeString(folder.resolve(file), "not ours");
        }
    }

    private void removeAllBut(Set<String> kept) throws IOException {
        try (PublicationLock lock = PublicationLock.of(name)) {
            OldFiles old = OldFiles.of(name, lock);
            old.removeIndex();
            old.removeShards(kept);
            old.checkGone();
        }
    }

    /** Of the shards only those that the index names, or that this library wrote. */
    @Test
    void whatTheIndexNamesGoesAndOtherFilesStay() throws IOException {
        files(FIRST, SECOND, "net-00001-of-00003.safetensors", "net.bin", "other.safetensors");
        files("net-00001-of-00004.0123456789ab.safetensors");
        index("net.safetensors.index.json", FIRST, SECOND, "net.bin", "other.safetensors");

        removeAllBut(Set.of(SECOND));

        assertThat(Saved.names(folder))
                .containsExactly("net-00001-of-00003.safetensors", SECOND, "net.bin", "other.safetensors");
    }

    @Test
    void shardsThatThisLibraryWroteGoWithoutIndexToo() throws IOException {
        Saved.write(name.file(), 1, Saved.TWO);
        Files.delete(name.index());
        files("net-00001-of-00003.safetensors");

        removeAllBut(Set.of());

        assertThat(Saved.names(folder)).containsExactly("net-00001-of-00003.safetensors");
    }

    /** Weights of another tool, which no index names. */
    @Test
    void shardsWithoutIdentityStayIfNoIndexNamesThem() throws IOException {
        Saved.write(folder.resolve("other.safetensors"), 1, Saved.ONE);
        Files.move(folder.resolve("other.safetensors"), folder.resolve(FIRST));

        removeAllBut(Set.of());

        assertThat(Saved.names(folder)).containsExactly(FIRST);
    }

    @Test
    void foldersStayAndLinksGoButNotWhatTheyLeadTo() throws IOException {
        files("precious");
        Files.createSymbolicLink(folder.resolve(FIRST), folder.resolve("precious"));
        Files.createDirectory(folder.resolve(SECOND));
        Files.createDirectory(folder.resolve("net-00001-of-00004.0123456789ab.safetensors"));
        index("net.safetensors.index.json", FIRST, SECOND);

        removeAllBut(Set.of());

        assertThat(Saved.names(folder))
                .containsExactly("net-00001-of-00004.0123456789ab.safetensors", SECOND, "precious");
    }

    @Test
    void whatAnotherIndexNamesStays() throws IOException {
        files(FIRST, SECOND);
        index("net.safetensors.index.json", FIRST, SECOND);
        index("net.safetensors.index.fp16.json", SECOND);

        removeAllBut(Set.of());

        assertThat(Saved.names(folder)).containsExactly(SECOND, "net.safetensors.index.fp16.json");
    }

    /** It may name any file. */
    @Test
    void besideAnotherIndexThatIsDamagedAllStays() throws IOException {
        files(FIRST, "other.safetensors.index.json");
        index("net.safetensors.index.json", FIRST);

        removeAllBut(Set.of());

        assertThat(Saved.names(folder)).containsExactly(FIRST, "other.safetensors.index.json");
    }

    @Test
    void otherIndexesAreThoseOfOtherNames() throws IOException {
        index("net.safetensors.index.json", "own.safetensors");
        index("a.safetensors.index.json", FIRST);
        index("b.safetensors.index.fp16.json", SECOND);
        index("c.json", "c.safetensors");
        Files.createDirectory(folder.resolve("d.safetensors.index.json"));

        assertThat(OtherIndexes.of(name)).isEqualTo(new OtherIndexes(Set.of(FIRST, SECOND), true));
        assertThat(OtherIndexes.of(name).mayName(FIRST)).isTrue();
        assertThat(OtherIndexes.of(name).mayName("own.safetensors")).isFalse();
        assertThat(new OtherIndexes(Set.of(), false).mayName(FIRST)).isTrue();
    }

    /** The next run removes what a run that died was to remove, though no index names it any more. */
    @Test
    void whatIsToBeRemovedIsRemembered() throws IOException {
        files(FIRST, SECOND);
        index("net.safetensors.index.json", FIRST, SECOND);
        try (PublicationLock lock = PublicationLock.of(name)) {
            OldFiles.of(name, lock);
        }
        assertThat(folder.resolve(".net.safetensors.lock")).hasContent(FIRST + "\n" + SECOND + "\n");
        Files.delete(name.index());

        removeAllBut(Set.of());

        assertThat(Saved.names(folder)).isEmpty();
    }

    @Test
    void whatStaysIsForgotten() throws IOException {
        files(FIRST, SECOND);
        index("net.safetensors.index.json", FIRST, SECOND);
        try (PublicationLock lock = PublicationLock.of(name)) {
            lock.remember(Set.of(FIRST));
            OldFiles.of(name, lock).stay();
            assertThat(lock.remembered()).as("what was to go before").containsExactly(FIRST);
            lock.forget();
            OldFiles.of(name, lock).stay();
            assertThat(lock.remembered()).isEmpty();
        }
        assertThat(Saved.names(folder)).containsExactly(FIRST, SECOND, "net.safetensors.index.json");
    }

    /** Names in a file of many megabytes are none that this library wrote. */
    @Test
    void aHugeLockRemembersNothing() throws IOException {
        String line = "net-00001-of-00002.safetensors\n";
        String names = line.repeat((1 << 24) / line.length());
        Files.writeString(folder.resolve(".net.safetensors.lock"), names + "\n".repeat((1 << 24) - names.length()));
        try (PublicationLock lock = PublicationLock.of(name)) {
            assertThat(lock.remembered()).contains(FIRST);
        }
        Files.writeString(folder.resolve(".net.safetensors.lock"), names + "\n".repeat((1 << 24) + 1 - names.length()));
        try (PublicationLock lock = PublicationLock.of(name)) {
            assertThat(lock.remembered()).isEmpty();
        }
        assertThat(Saved.names(folder)).isEmpty();
    }

    @Test
    void whatCannotBeRemovedIsSaidAtTheEnd() throws IOException {
        files(FIRST);
        Files.createDirectory(name.index());
        Files.createFile(name.index().resolve("file"));
        try (PublicationLock lock = PublicationLock.of(name)) {
            lock.remember(Set.of(FIRST));
            OldFiles old = OldFiles.of(name, lock);
            old.removeIndex();
            old.removeShards(Set.of());
            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(old::checkGone)
                    .withMessageContaining("it is saved, all of it, but what was there before could not be removed")
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        }
        assertThat(Saved.names(folder))
                .as("the other file is gone, and the lock remembers it for the next run")
                .containsExactly(".net.safetensors.lock", "net.safetensors.index.json");
    }

    @Test
    void othersWaitForTheLock() throws Exception {
        CompletableFuture<List<String>> seen = new CompletableFuture<>();
        Thread waiter;
        try (PublicationLock lock = PublicationLock.of(name)) {
            lock.remember(Set.of(FIRST));
            waiter = new Thread(() -> {
                try (PublicationLock next = PublicationLock.of(name)) {
                    seen.complete(List.copyOf(next.remembered()));
                } catch (IOException e) {
                    seen.completeExceptionally(e);
                }
            });
            waiter.start();
            while (waiter.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(seen).isNotDone();
        }
        waiter.join();
        assertThat(seen.join()).containsExactly(FIRST);
    }

    @Test
    void whoWaitsForTheLockCanBeInterrupted() throws Exception {
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        try (PublicationLock lock = PublicationLock.of(name)) {
            Thread waiter = new Thread(() -> {
                try (PublicationLock next = PublicationLock.of(name)) {
                    next.forget();
                } catch (ClosedByInterruptException e) {
                    stillInterrupted.complete(Thread.currentThread().isInterrupted());
                } catch (IOException e) {
                    stillInterrupted.completeExceptionally(e);
                }
            });
            waiter.start();
            while (waiter.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            waiter.interrupt();
            assertThat(stillInterrupted.join()).isTrue();
            lock.forget();
        }
    }
}
